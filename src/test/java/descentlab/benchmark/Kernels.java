package descentlab.benchmark;

import descentlab.objective.Objective;
import descentlab.optimizer.Batch;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.Optimizers;
import java.util.Arrays;
import java.util.Map;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;

/** Every update rule alone, over 256 lanes of x², as the benchmark compiles it to both builds. The reference is written in kernels.js. */
public final class Kernels {
    private static final int LANES = 256;
    private static final double RATE = 1e-6;
    private static final double LBFGS_RATE = 0.01;

    private Kernels() {
    }

    /** f = x² without the tape, so that the rules are compared and not the formula. */
    private record Square() implements Objective {
        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public void loss(double[][] x, double[] loss, int lanes) {
            double[] point = x[0];
            for (int l = 0; l < lanes; l++) {
                loss[l] = point[l] * point[l];
            }
        }

        @Override
        public void gradient(double[][] x, double[] loss, double[][] gradient, int lanes) {
            loss(x, loss, lanes);
            double[] point = x[0];
            double[] slope = gradient[0];
            for (int l = 0; l < lanes; l++) {
                slope[l] = 2 * point[l];
            }
        }

        @Override
        public void hessian(double[][] x, double[][] hessian, int lanes) {
            if (hessian[0][0] != 2) {
                Arrays.fill(hessian[0], 2);
            }
        }
    }

    /** The time of so many steps, the gradient left as it is, in milliseconds. */
    @JSExport
    public static double time(String name, int steps) {
        Optimizer.Rule rule = Optimizers.named(name);
        var settings = rule.declaration().settings(Map.of());
        double[][] x = new double[1][LANES];
        double[] rate = new double[LANES];
        double[] momentum = new double[LANES];
        for (int l = 0; l < LANES; l++) {
            x[0][l] = 1 + l / 100.0;
            rate[l] = name.equals("LBFGS") ? LBFGS_RATE : RATE;
            momentum[l] = rule.momentum(settings);
        }
        Objective objective = new Square();
        Batch batch = new Batch(objective, x, new double[LANES], new double[1][LANES], rate, momentum, false, new int[LANES], new int[LANES], LANES);
        Arrays.fill(batch.gradient()[0], 0.5);
        objective.loss(x, batch.loss(), LANES);
        Optimizer optimizer = rule.start(settings, 1, LANES);
        double start = now();
        for (int t = 0; t < steps; t++) {
            optimizer.step(batch);
        }
        return now() - start;
    }

    @JSBody(script = "return performance.now();")
    private static native double now();

    public static void main(String[] arguments) {
    }
}
