package descentlab.experiment;

import descentlab.Golden;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trajectories equal PyTorch's. */
class GoldenTest {
    static List<Golden> all() {
        return Stream.of("gradient_descent", "formulas", "optimizers", "schedules", "lbfgs", "unseen").flatMap(name -> Golden.read(name + ".jsonl").stream())
            .toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void equalsPyTorch(Golden line) {
        line.check(Trace.of(line.experiment()));
    }
}
