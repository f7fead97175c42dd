package descentlab.optimizer;

import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.List;

/**
 * Adamax: m ← β₁·m + (1 − β₁)·g, u ← max(β₂·u, |g| + eps), x ← x − lr/(1 − β₁ᵗ) · m/u.
 * Source: documentation of torch.optim.Adamax; Kingma and Ba, Adam, 2015, section 7.
 */
final class Adamax implements Optimizer {
    static final Rule RULE = new Rule(new Declaration("Adamax", List.of(
            Parameter.number("lr", 2e-3, Range.FINITE),
            Parameter.numbers("betas", List.of(0.9, 0.999), Range.FRACTION),
            Parameter.number("eps", 1e-8, Range.NOT_NEGATIVE),
            Parameter.number("weight_decay", 0, Range.NOT_NEGATIVE),
            Parameter.flag("maximize"))), Adamax::new,
            settings -> List.of("m = β₁ m + (1 - β₁) g", "u = max(β₂ u, abs(g) + ε)", "m̂ = m/(1 - β₁^t)", "x = x - η m̂/u"));

    private final double beta2;
    private final double eps;
    private final double[][] mean;
    private final double[][] greatest;
    private int t;

    private Adamax(Settings settings, int dimension, int lanes) {
        beta2 = settings.numbers("betas").get(1);
        eps = settings.number("eps");
        mean = new double[dimension][lanes];
        greatest = new double[dimension][lanes];
    }

    @Override
    public void step(Batch batch) {
        t++;
        for (int i = 0; i < mean.length; i++) {
            int to;
            for (int from = 0; from < batch.lanes(); from = to) {
                to = batch.alike(from);
                step(batch, i, from, to);
            }
        }
    }

    @Override
    public void drop(int[] ended, int count, int lanes) {
        Batch.drop(ended, count, lanes, mean);
        Batch.drop(ended, count, lanes, greatest);
    }

    /** Coordinate i of lanes with one momentum. */
    private void step(Batch batch, int i, int from, int to) {
        double[] x = batch.x()[i];
        double[] gradient = batch.gradient()[i];
        double[] rate = batch.rate();
        double[] m = mean[i];
        double[] u = greatest[i];
        double beta1 = batch.momentum()[from];
        double corrected = 1 / (1 - Math.pow(beta1, t));
        double kept = beta2;
        double least = eps;
        for (int l = from; l < to; l++) {
            double g = gradient[l];
            double mean = beta1 * m[l] + (1 - beta1) * g;
            double decayed = kept * u[l];
            double now = Math.abs(g) + least;
            double greatest = decayed > now ? decayed : now;
            m[l] = mean;
            u[l] = greatest;
            x[l] -= rate[l] * corrected * mean / greatest;
        }
    }
}
