package descentlab.experiment;

import descentlab.Golden;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trajectories equal PyTorch's. sgd.jsonl holds the SGD lines of the optimizers' traces: momentum, dampening, Nesterov, weight decay, maximize. */
class GoldenTest {
    static List<Golden> sgd() {
        List<Golden> lines = new ArrayList<>(Golden.read("gradient_descent.jsonl"));
        lines.addAll(Golden.read("sgd.jsonl"));
        lines.addAll(Golden.read("formulas.jsonl"));
        lines.removeIf(line -> !line.optimizer().equals("SGD"));
        return lines;
    }

    @ParameterizedTest
    @MethodSource("sgd")
    void equalsPyTorch(Golden line) {
        line.check(Trace.of(line.experiment()));
    }
}
