package descentlab.optimizer;

import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.List;

/**
 * Sign descent, x ← x − lr·sign(g): steps of one length, whatever the slope; with momentum μ the sign of m ← μ·m + (1 − μ)·g (Signum).
 * Source: Bernstein et al., signSGD: Compressed Optimisation for Non-Convex Problems, 2018. Not in PyTorch.
 */
final class SignDescent implements Optimizer {
    static final Rule RULE = new Rule(new Declaration("SignSGD", List.of(
            Parameter.number("lr", 1e-2, Range.FINITE),
            Parameter.number("momentum", 0, Range.FRACTION),
            Parameter.number("weight_decay", 0, Range.NOT_NEGATIVE),
            Parameter.flag("maximize"))), SignDescent::new,
            settings -> settings.number("momentum") == 0 ? List.of("x = x - η sign(g)") : List.of("m = μ m + (1 - μ) g", "x = x - η sign(m)"));

    private final double momentum;
    private final double[][] mean;

    private SignDescent(Settings settings, int dimension, int lanes) {
        momentum = settings.number("momentum");
        mean = new double[dimension][lanes];
    }

    @Override
    public void step(Batch batch) {
        for (int i = 0; i < mean.length; i++) {
            if (momentum == 0 && !batch.cycling()) {
                plain(batch.x()[i], batch.gradient()[i], batch.rate(), batch.lanes());
            } else {
                step(batch.x()[i], batch.gradient()[i], mean[i], batch.rate(), batch.momentum(), batch.lanes());
            }
        }
    }

    @Override
    public void drop(int[] ended, int count, int lanes) {
        Batch.drop(ended, count, lanes, mean);
    }

    private static void plain(double[] x, double[] g, double[] rate, int lanes) {
        for (int l = 0; l < lanes; l++) {
            x[l] -= g[l] > 0 ? rate[l] : g[l] < 0 ? -rate[l] : g[l];
        }
    }

    private static void step(double[] x, double[] g, double[] m, double[] rate, double[] momentum, int lanes) {
        for (int l = 0; l < lanes; l++) {
            m[l] = momentum[l] * m[l] + (1 - momentum[l]) * g[l];
            x[l] -= m[l] > 0 ? rate[l] : m[l] < 0 ? -rate[l] : m[l];
        }
    }
}
