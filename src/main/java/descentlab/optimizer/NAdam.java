package descentlab.optimizer;

import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.Arrays;
import java.util.List;

/**
 * NAdam, Adam that looks ahead as Nesterov does: with μₜ = β₁·(1 − ½·0.96^(t·ψ)), ψ = momentum_decay, and Πμ their product so far,
 * x ← x − lr·((1 − μₜ)/(1 − Πμ)·g + μₜ₊₁/(1 − Πμ·μₜ₊₁)·m)/(√v̂ + eps), the product with μₜ in it.
 * Source: documentation of torch.optim.NAdam; Dozat, Incorporating Nesterov Momentum into Adam, 2016.
 */
final class NAdam implements Optimizer {
    static final Rule RULE = new Rule(new Declaration("NAdam", List.of(
            Parameter.number("lr", 2e-3, Range.FINITE),
            Parameter.numbers("betas", List.of(0.9, 0.999), Range.FRACTION),
            Parameter.number("eps", 1e-8, Range.NOT_NEGATIVE),
            Parameter.number("weight_decay", 0, Range.NOT_NEGATIVE),
            Parameter.number("momentum_decay", 4e-3, Range.NOT_NEGATIVE),
            Parameter.flag("decoupled_weight_decay"),
            Parameter.flag("maximize"))), NAdam::new,
            settings -> List.of("μ = β₁ (1 - 0.5*0.96^(t ψ))", "q = β₁ (1 - 0.5*0.96^((t + 1) ψ))", "p = where(t - 1, p, 1) μ",
                    "m = β₁ m + (1 - β₁) g", "v = β₂ v + (1 - β₂) g²", "v̂ = v/(1 - β₂^t)",
                    "x = x - η ((1 - μ)/(1 - p) g + q/(1 - p q) m)/(sqrt(v̂) + ε)"));
    private static final double BASE = 0.96;

    private final double beta2;
    private final double eps;
    private final double decay;
    private final double[][] mean;
    private final double[][] square;
    /** Of each lane: the product of all μ so far, and the factors of g and m in this step. */
    private final double[] product;
    private final double[] ofGradient;
    private final double[] ofMean;
    private int t;

    private NAdam(Settings settings, int dimension, int lanes) {
        beta2 = settings.numbers("betas").get(1);
        eps = settings.number("eps");
        decay = settings.number("momentum_decay");
        mean = new double[dimension][lanes];
        square = new double[dimension][lanes];
        product = new double[lanes];
        Arrays.fill(product, 1);
        ofGradient = new double[lanes];
        ofMean = new double[lanes];
    }

    @Override
    public void step(Batch batch) {
        t++;
        double now = 1 - 0.5 * Math.pow(BASE, t * decay);
        double next = 1 - 0.5 * Math.pow(BASE, (t + 1) * decay);
        weigh(batch, now, next);
        double part = Math.sqrt(1 - Math.pow(beta2, t));
        for (int i = 0; i < mean.length; i++) {
            step(batch.x()[i], batch.gradient()[i], mean[i], square[i], batch.momentum(), part, batch.lanes());
        }
    }

    /** The factors of each lane; worked out again only where they differ from those of the lane before. */
    private void weigh(Batch batch, double now, double next) {
        double[] betas = batch.momentum();
        double[] rates = batch.rate();
        double[] products = product;
        double before = Double.NaN;
        double known = Double.NaN;
        double after = 0;
        double g = 0;
        double m = 0;
        for (int l = 0; l < batch.lanes(); l++) {
            if (products[l] != before || betas[l] != known) {
                before = products[l];
                known = betas[l];
                after = before * known * now;
                g = (1 - known * now) / (1 - after);
                m = known * next / (1 - after * known * next);
            }
            products[l] = after;
            ofGradient[l] = rates[l] * g;
            ofMean[l] = rates[l] * m;
        }
    }

    private void step(double[] x, double[] gradient, double[] m, double[] v, double[] beta1, double part, int lanes) {
        double[] ofG = ofGradient;
        double[] ofM = ofMean;
        double kept = beta2;
        double least = eps;
        for (int l = 0; l < lanes; l++) {
            double g = gradient[l];
            double b = beta1[l];
            double mean = b * m[l] + (1 - b) * g;
            double next = kept * v[l] + (1 - kept) * g * g;
            m[l] = mean;
            v[l] = next;
            x[l] -= (ofG[l] * g + ofM[l] * mean) / (Math.sqrt(next) / part + least);
        }
    }
}
