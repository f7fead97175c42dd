package descentlab.optimizer;

import descentlab.expression.Update;
import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.List;

/**
 * Adam: m ← β₁·m + (1 − β₁)·g, v ← β₂·v + (1 − β₂)·g², x ← x − lr · m̂/(√v̂ + eps) with m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ). AMSGrad puts the greatest v
 * so far in the place of v.
 * Source: documentation of torch.optim.Adam; Kingma and Ba, Adam, 2015; Reddi, Kale and Kumar, On the Convergence of Adam and Beyond, 2018.
 */
final class Adam implements Optimizer {
    static final List<Parameter> PARAMETERS = List.of(
            Parameter.numbers("betas", List.of(0.9, 0.999), Range.FRACTION),
            Parameter.number("eps", 1e-8, Range.NOT_NEGATIVE),
            Parameter.flag("amsgrad"),
            Parameter.flag("maximize"));
    static final Rule RULE = new Rule(new Declaration("Adam", List.of(
            Parameter.number("lr", 1e-3, Range.FINITE),
            PARAMETERS.get(0),
            PARAMETERS.get(1),
            Parameter.number("weight_decay", 0, Range.NOT_NEGATIVE),
            PARAMETERS.get(2),
            PARAMETERS.get(3))), Adam::new, Adam::update);

    private static final List<String> NUMBERS = List.of("keep", "add", "hold", "gain", "scale", "root", "eps");
    private static final String MEAN = "mean = keep mean + add g";
    private static final String SQUARE = "square = hold square + gain g g";
    private static final Update UPDATE = new Update(List.of("mean", "square"), NUMBERS,
            List.of(MEAN, SQUARE, "x = x - rate scale mean/(sqrt(square)/root + eps)"));
    private static final Update GREATEST = new Update(List.of("mean", "square", "greatest"), NUMBERS,
            List.of(MEAN, SQUARE, "greatest = max(greatest, square)", "x = x - rate scale mean/(sqrt(greatest)/root + eps)"));

    private final double beta1;
    private final double beta2;
    private final double eps;
    private final boolean amsgrad;
    private final double[][] mean;
    private final double[][] square;
    private final double[][] greatest;
    private int t;

    Adam(Settings settings, int dimension, int lanes) {
        beta1 = settings.numbers("betas").get(0);
        beta2 = settings.numbers("betas").get(1);
        eps = settings.number("eps");
        amsgrad = settings.flag("amsgrad");
        mean = new double[dimension][lanes];
        square = new double[dimension][lanes];
        greatest = new double[amsgrad ? dimension : 0][lanes];
    }

    static List<String> update(Settings settings) {
        String mean = "m = β₁ m + (1 - β₁) g";
        String square = "v = β₂ v + (1 - β₂) g²";
        String corrected = "m̂ = m/(1 - β₁^t)";
        String step = "x = x - η m̂/(sqrt(v̂) + ε)";
        return settings.flag("amsgrad") ? List.of(mean, square, "u = max(u, v)", corrected, "v̂ = u/(1 - β₂^t)", step)
                : List.of(mean, square, corrected, "v̂ = v/(1 - β₂^t)", step);
    }

    @Override
    public Update update() {
        return amsgrad ? GREATEST : UPDATE;
    }

    @Override
    public double[][][] memory() {
        return amsgrad ? new double[][][] {mean, square, greatest} : new double[][][] {mean, square};
    }

    @Override
    public void ahead(double[] numbers, int at) {
        t++;
        numbers[at] = beta1;
        numbers[at + 1] = 1 - beta1;
        numbers[at + 2] = beta2;
        numbers[at + 3] = 1 - beta2;
        numbers[at + 4] = 1 / (1 - Math.pow(beta1, t));
        numbers[at + 5] = Math.sqrt(1 - Math.pow(beta2, t));
        numbers[at + 6] = eps;
    }

    @Override
    public void step(Batch batch) {
        double root = Math.sqrt(1 - Math.pow(beta2, ++t));
        for (int i = 0; i < mean.length; i++) {
            if (amsgrad) {
                keepGreatest(batch.gradient()[i], i, batch.lanes());
            }
            int to;
            for (int from = 0; from < batch.lanes(); from = to) {
                to = batch.alike(from);
                step(batch, i, root, from, to);
            }
        }
    }

    @Override
    public void drop(int[] ended, int count, int lanes) {
        Batch.drop(ended, count, lanes, mean);
        Batch.drop(ended, count, lanes, square);
        Batch.drop(ended, count, lanes, greatest);
    }

    @Override
    public boolean restart(int lanes) {
        t = 0;
        return Batch.fill(0, lanes, mean, square, greatest);
    }

    private void keepGreatest(double[] gradient, int i, int lanes) {
        double[] v = square[i];
        double[] u = greatest[i];
        for (int l = 0; l < lanes; l++) {
            v[l] = beta2 * v[l] + (1 - beta2) * gradient[l] * gradient[l];
            u[l] = Math.max(u[l], v[l]);
        }
    }

    /** Coordinate i of lanes with one momentum. */
    private void step(Batch batch, int i, double root, int from, int to) {
        double[] x = batch.x()[i];
        double[] gradient = batch.gradient()[i];
        double[] rate = batch.rate();
        double[] m = mean[i];
        double[] v = amsgrad ? greatest[i] : square[i];
        double beta1 = batch.momentum()[from];
        double corrected = 1 / (1 - Math.pow(beta1, t));
        double kept = amsgrad ? 1 : beta2;
        double added = 1 - kept;
        double least = eps;
        for (int l = from; l < to; l++) {
            double g = gradient[l];
            double mean = beta1 * m[l] + (1 - beta1) * g;
            double next = kept * v[l] + added * g * g;
            m[l] = mean;
            v[l] = next;
            x[l] -= rate[l] * corrected * mean / (Math.sqrt(next) / root + least);
        }
    }
}
