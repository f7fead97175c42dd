package descentlab.optimizer;

import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.List;

/**
 * Adadelta: v ← ρ·v + (1 − ρ)·g², d = √(u + eps)/√(v + eps) · g, u ← ρ·u + (1 − ρ)·d², x ← x − lr·d.
 * Source: documentation of torch.optim.Adadelta; Zeiler, ADADELTA: An Adaptive Learning Rate Method, 2012.
 */
final class Adadelta implements Optimizer {
    static final Rule RULE = new Rule(new Declaration("Adadelta", List.of(
            Parameter.number("lr", 1, Range.FINITE),
            Parameter.number("rho", 0.9, Range.SHARE),
            Parameter.number("eps", 1e-6, Range.NOT_NEGATIVE),
            Parameter.number("weight_decay", 0, Range.NOT_NEGATIVE),
            Parameter.flag("maximize"))), Adadelta::new,
            settings -> List.of("v = ρ v + (1 - ρ) g²", "d = sqrt(u + ε)/sqrt(v + ε) g", "u = ρ u + (1 - ρ) d²", "x = x - η d"));

    private final double rho;
    private final double eps;
    private final double[][] square;
    private final double[][] steps;

    private Adadelta(Settings settings, int dimension, int lanes) {
        rho = settings.number("rho");
        eps = settings.number("eps");
        square = new double[dimension][lanes];
        steps = new double[dimension][lanes];
    }

    @Override
    public void step(Batch batch) {
        for (int i = 0; i < square.length; i++) {
            step(batch.x()[i], batch.gradient()[i], square[i], steps[i], batch.rate(), batch.lanes());
        }
    }

    @Override
    public void drop(int[] ended, int count, int lanes) {
        Batch.drop(ended, count, lanes, square);
        Batch.drop(ended, count, lanes, steps);
    }

    private void step(double[] x, double[] gradient, double[] v, double[] u, double[] rate, int lanes) {
        for (int l = 0; l < lanes; l++) {
            double g = gradient[l];
            double square = rho * v[l] + (1 - rho) * g * g;
            double d = Math.sqrt(u[l] + eps) / Math.sqrt(square + eps) * g;
            v[l] = square;
            u[l] = rho * u[l] + (1 - rho) * d * d;
            x[l] -= rate[l] * d;
        }
    }
}
