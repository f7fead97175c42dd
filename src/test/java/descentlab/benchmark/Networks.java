package descentlab.benchmark;

import descentlab.descent.Descent;
import descentlab.objective.Criterion;
import descentlab.objective.DataSource;
import descentlab.objective.Learning;
import descentlab.objective.Model;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.Optimizers;
import descentlab.parameter.Value;
import descentlab.schedule.Schedule;
import java.util.List;
import java.util.Map;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;

/** A 2-8-8-1 tanh network on the 200 points of the spiral, by gradient descent, as the benchmark compiles it to both builds. */
public final class Networks {
    private static final double RATE = 0.03;

    private Networks() {
    }

    /** The time of so many steps in milliseconds. @param batch examples of a step, or 0 for all */
    @JSExport
    public static double time(int batch, int steps) {
        var layers = new Value.Numbers(List.of(8.0, 8.0));
        Learning learning = new Learning(DataSource.SPIRAL.declaration().settings(Map.of()), Model.NETWORK.declaration().settings(Map.of("layers", layers)),
                Criterion.MSE.declaration().settings(Map.of()), batch, 0);
        double[] start = learning.start();
        double[][] x = new double[start.length][1];
        for (int i = 0; i < start.length; i++) {
            x[i][0] = start[i];
        }
        Optimizer.Rule rule = Optimizers.named("SGD");
        Optimizer optimizer = rule.start(rule.declaration().settings(Map.of()), start.length, 1);
        Descent descent = new Descent(learning.stepwise(), optimizer, 0, null, new Schedule[] {Schedule.constant(RATE)}, x);
        double begun = now();
        for (int t = 0; t < steps; t++) {
            descent.step();
        }
        return now() - begun;
    }

    @JSBody(script = "return performance.now();")
    private static native double now();

    public static void main(String[] arguments) {
    }
}
