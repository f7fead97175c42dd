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
    /** The product of all μ so far, of each lane where a schedule cycles β₁, else of all in the first place. */
    private final double[] product;
    private int t;

    private NAdam(Settings settings, int dimension, int lanes) {
        beta2 = settings.numbers("betas").get(1);
        eps = settings.number("eps");
        decay = settings.number("momentum_decay");
        mean = new double[dimension][lanes];
        square = new double[dimension][lanes];
        product = new double[lanes];
        Arrays.fill(product, 1);
    }

    @Override
    public void step(Batch batch) {
        t++;
        double now = 1 - 0.5 * Math.pow(BASE, t * decay);
        double next = 1 - 0.5 * Math.pow(BASE, (t + 1) * decay);
        int to;
        for (int from = 0; from < batch.lanes(); from = to) {
            to = batch.cycling() ? from + 1 : batch.lanes();
            double beta1 = batch.momentum()[from];
            double mu = beta1 * now;
            double ahead = beta1 * next;
            Arrays.fill(product, from, to, product[from] * mu);
            for (int i = 0; i < mean.length; i++) {
                step(batch, i, (1 - mu) / (1 - product[from]), ahead / (1 - product[from] * ahead), from, to);
            }
        }
    }

    @Override
    public void drop(int[] ended, int count, int lanes) {
        Batch.drop(ended, count, lanes, mean);
        Batch.drop(ended, count, lanes, square);
        Batch.drop(ended, count, lanes, product);
    }

    /** Coordinate i of lanes with one momentum, with the factors of g and m. */
    private void step(Batch batch, int i, double ofGradient, double ofMean, int from, int to) {
        double[] x = batch.x()[i];
        double[] gradient = batch.gradient()[i];
        double[] rate = batch.rate();
        double[] m = mean[i];
        double[] v = square[i];
        double beta1 = batch.momentum()[from];
        double kept = beta2;
        double part = 1 - Math.pow(beta2, t);
        double least = eps;
        for (int l = from; l < to; l++) {
            double g = gradient[l];
            double mean = beta1 * m[l] + (1 - beta1) * g;
            double next = kept * v[l] + (1 - kept) * g * g;
            m[l] = mean;
            v[l] = next;
            x[l] -= rate[l] * (ofGradient * g + ofMean * mean) / (Math.sqrt(next / part) + least);
        }
    }
}
