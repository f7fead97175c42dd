package descentlab.optimizer;

import descentlab.expression.Update;
import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.List;

/**
 * Adagrad: s ← s + g², x ← x − lr/(1 + (t − 1)·lr_decay) · g/(√s + eps); s begins as initial_accumulator_value.
 * Source: documentation of torch.optim.Adagrad; Duchi, Hazan and Singer, Adaptive Subgradient Methods, 2011.
 */
final class Adagrad implements Optimizer {
    static final Rule RULE = new Rule(new Declaration("Adagrad", List.of(
            Parameter.number("lr", 1e-2, Range.FINITE),
            Parameter.number("lr_decay", 0, Range.NOT_NEGATIVE),
            Parameter.number("weight_decay", 0, Range.NOT_NEGATIVE),
            Parameter.number("initial_accumulator_value", 0, Range.NOT_NEGATIVE),
            Parameter.number("eps", 1e-10, Range.NOT_NEGATIVE),
            Parameter.flag("maximize"))), Adagrad::new, Adagrad::update);

    private static final Update UPDATE = new Update(List.of("sum"), List.of("scale", "eps"),
            List.of("sum = sum + g g", "x = x - rate scale g/(sqrt(sum) + eps)"));

    private final double decay;
    private final double initial;
    private final double eps;
    private final double[][] sum;
    private int t;

    private Adagrad(Settings settings, int dimension, int lanes) {
        decay = settings.number("lr_decay");
        eps = settings.number("eps");
        initial = settings.number("initial_accumulator_value");
        sum = new double[dimension][lanes];
        restart(lanes);
    }

    private static List<String> update(Settings settings) {
        String rate = settings.number("lr_decay") == 0 ? "η" : "η/(1 + (t - 1) κ)";
        String begin = settings.number("initial_accumulator_value") == 0 ? "s" : "where(t - 1, s, s₀)";
        return List.of("s = " + begin + " + g²", "x = x - " + rate + " g/(sqrt(s) + ε)");
    }

    @Override
    public Update update() {
        return UPDATE;
    }

    @Override
    public double[][][] memory() {
        return new double[][][] {sum};
    }

    @Override
    public void ahead(double[] numbers, int at) {
        numbers[at] = 1 / (1 + t++ * decay);
        numbers[at + 1] = eps;
    }

    @Override
    public void step(Batch batch) {
        double scale = 1 / (1 + t++ * decay);
        for (int i = 0; i < sum.length; i++) {
            step(batch.x()[i], batch.gradient()[i], sum[i], batch.rate(), scale, batch.lanes());
        }
    }

    @Override
    public void drop(int[] ended, int count, int lanes) {
        Batch.drop(ended, count, lanes, sum);
    }

    @Override
    public boolean restart(int lanes) {
        t = 0;
        return Batch.fill(initial, lanes, sum);
    }

    private void step(double[] x, double[] g, double[] s, double[] rate, double scale, int lanes) {
        for (int l = 0; l < lanes; l++) {
            double next = s[l] + g[l] * g[l];
            s[l] = next;
            x[l] -= rate[l] * scale * g[l] / (Math.sqrt(next) + eps);
        }
    }
}
