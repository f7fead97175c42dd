package descentlab.optimizer;

import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.List;

/**
 * RAdam: Adam with a warm-up that follows from the variance of its adaptive rate. With ρ∞ = 2/(1 − β₂) − 1 and ρₜ = ρ∞ − 2t·β₂ᵗ/(1 − β₂ᵗ), while ρₜ ≤ 5
 * x ← x − lr·m̂, and from then on x ← x − lr·m̂·r·√(1 − β₂ᵗ)/(√v + eps), r = √((ρₜ − 4)(ρₜ − 2)ρ∞ / ((ρ∞ − 4)(ρ∞ − 2)ρₜ)).
 * Source: documentation of torch.optim.RAdam; Liu et al., On the Variance of the Adaptive Learning Rate and Beyond, 2020.
 */
final class RAdam implements Optimizer {
    static final Rule RULE = new Rule(new Declaration("RAdam", List.of(
            Parameter.number("lr", 1e-3, Range.FINITE),
            Parameter.numbers("betas", List.of(0.9, 0.999), Range.FRACTION),
            Parameter.number("eps", 1e-8, Range.NOT_NEGATIVE),
            Parameter.number("weight_decay", 0, Range.NOT_NEGATIVE),
            Parameter.flag("decoupled_weight_decay"),
            Parameter.flag("maximize"))), RAdam::new,
            settings -> List.of("m = β₁ m + (1 - β₁) g", "v = β₂ v + (1 - β₂) g²", "m̂ = m/(1 - β₁^t)", "k = 2/(1 - β₂) - 1",
                    "ρ = k - 2 t β₂^t/(1 - β₂^t)", "r = sqrt(max(0, (ρ - 4) (ρ - 2) k/((k - 4) (k - 2) ρ)))",
                    "x = x - η m̂ where(max(0, ρ - 5), r sqrt(1 - β₂^t)/(sqrt(v) + ε), 1)"));
    /** Below this many degrees of freedom the variance has no bound, and the rate is not adapted. */
    private static final double LEAST = 5;

    private final double beta2;
    private final double eps;
    private final double[][] mean;
    private final double[][] square;
    private int t;

    private RAdam(Settings settings, int dimension, int lanes) {
        beta2 = settings.numbers("betas").get(1);
        eps = settings.number("eps");
        mean = new double[dimension][lanes];
        square = new double[dimension][lanes];
    }

    @Override
    public void step(Batch batch) {
        double power = Math.pow(beta2, ++t);
        double limit = 2 / (1 - beta2) - 1;
        double rho = limit - 2 * t * power / (1 - power);
        boolean adapted = rho > LEAST;
        double rectified = Math.sqrt((rho - 4) * (rho - 2) * limit / ((limit - 4) * (limit - 2) * rho)) * Math.sqrt(1 - power);
        for (int i = 0; i < mean.length; i++) {
            int to;
            for (int from = 0; from < batch.lanes(); from = to) {
                to = batch.alike(from);
                step(batch, i, adapted ? rectified : 0, from, to);
            }
        }
    }

    @Override
    public void drop(int[] ended, int count, int lanes) {
        Batch.drop(ended, count, lanes, mean);
        Batch.drop(ended, count, lanes, square);
    }

    /**
     * Coordinate i of lanes with one momentum.
     *
     * @param rectified the factor of the adaptive rate; 0: it is not adapted
     */
    private void step(Batch batch, int i, double rectified, int from, int to) {
        double[] x = batch.x()[i];
        double[] gradient = batch.gradient()[i];
        double[] rate = batch.rate();
        double[] m = mean[i];
        double[] v = square[i];
        double beta1 = batch.momentum()[from];
        double corrected = 1 / (1 - Math.pow(beta1, t));
        double kept = beta2;
        double least = eps;
        for (int l = from; l < to; l++) {
            double g = gradient[l];
            double mean = beta1 * m[l] + (1 - beta1) * g;
            double next = kept * v[l] + (1 - kept) * g * g;
            m[l] = mean;
            v[l] = next;
            x[l] -= rate[l] * corrected * mean * (rectified == 0 ? 1 : rectified / (Math.sqrt(next) + least));
        }
    }
}
