package descentlab.optimizer;

import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.List;

/**
 * Lion: x ← x·(1 − lr·weight_decay) − lr·sign(β₁·m + (1 − β₁)·g), then m ← β₂·m + (1 − β₂)·g.
 * Source: Chen et al., Symbolic Discovery of Optimization Algorithms, 2023. Not in PyTorch; its names are.
 */
final class Lion implements Optimizer {
    static final Rule RULE = new Rule(new Declaration("Lion", List.of(
            Parameter.number("lr", 1e-4, Range.FINITE),
            Parameter.numbers("betas", List.of(0.9, 0.99), Range.FRACTION),
            Parameter.number("weight_decay", 0, Range.NOT_NEGATIVE),
            Parameter.flag("maximize"))), Lion::new,
            settings -> List.of("x = x - η sign(β₁ m + (1 - β₁) g)", "m = β₂ m + (1 - β₂) g"));

    private final double beta2;
    private final double[][] mean;

    private Lion(Settings settings, int dimension, int lanes) {
        beta2 = settings.numbers("betas").get(1);
        mean = new double[dimension][lanes];
    }

    @Override
    public void step(Batch batch) {
        for (int i = 0; i < mean.length; i++) {
            step(batch.x()[i], batch.gradient()[i], mean[i], batch.rate(), batch.momentum(), batch.lanes());
        }
    }

    @Override
    public void drop(int[] ended, int count, int lanes) {
        Batch.drop(ended, count, lanes, mean);
    }

    private void step(double[] x, double[] gradient, double[] m, double[] rate, double[] beta1, int lanes) {
        for (int l = 0; l < lanes; l++) {
            double g = gradient[l];
            double c = beta1[l] * m[l] + (1 - beta1[l]) * g;
            x[l] -= c > 0 ? rate[l] : c < 0 ? -rate[l] : c;
            m[l] = beta2 * m[l] + (1 - beta2) * g;
        }
    }
}
