package descentlab.optimizer;

import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.ArrayList;
import java.util.List;

/**
 * RMSprop: v ← α·v + (1 − α)·g², x ← x − lr·g/(√v + eps). Centered, the average a of g is taken off: √(v − a²). With momentum μ the step is b ← μ·b +
 * g/(√v + eps), x ← x − lr·b.
 * Source: documentation of torch.optim.RMSprop; Hinton, lecture 6e of Neural Networks for Machine Learning; Graves, 2013 (centered).
 */
final class RmsProp implements Optimizer {
    static final Rule RULE = new Rule(new Declaration("RMSprop", List.of(
            Parameter.number("lr", 1e-2, Range.FINITE),
            Parameter.number("alpha", 0.99, Range.SHARE),
            Parameter.number("eps", 1e-8, Range.NOT_NEGATIVE),
            Parameter.number("weight_decay", 0, Range.NOT_NEGATIVE),
            Parameter.number("momentum", 0, Range.NOT_NEGATIVE),
            Parameter.flag("centered"),
            Parameter.flag("maximize"))), RmsProp::new, RmsProp::update);

    private final double alpha;
    private final double eps;
    private final double momentum;
    private final boolean centered;
    private final double[][] square;
    private final double[][] average;
    private final double[][] buffer;

    private RmsProp(Settings settings, int dimension, int lanes) {
        alpha = settings.number("alpha");
        eps = settings.number("eps");
        momentum = settings.number("momentum");
        centered = settings.flag("centered");
        square = new double[dimension][lanes];
        average = new double[dimension][lanes];
        buffer = new double[dimension][lanes];
    }

    private static List<String> update(Settings settings) {
        boolean centered = settings.flag("centered");
        boolean buffered = settings.number("momentum") != 0;
        String direction = centered ? "g/(sqrt(v - a²) + ε)" : "g/(sqrt(v) + ε)";
        List<String> lines = new ArrayList<>();
        lines.add("v = α v + (1 - α) g²");
        if (centered) {
            lines.add("a = α a + (1 - α) g");
        }
        if (buffered) {
            lines.add("b = μ b + " + direction);
        }
        lines.add(buffered ? "x = x - η b" : "x = x - η " + direction);
        return lines;
    }

    @Override
    public void step(Batch batch) {
        boolean plain = !centered && momentum == 0 && !batch.cycling();
        for (int i = 0; i < square.length; i++) {
            if (plain) {
                plain(batch.x()[i], batch.gradient()[i], square[i], batch.rate(), batch.lanes());
                continue;
            }
            step(batch.x()[i], batch.gradient()[i], i, batch.rate(), batch.momentum(), batch.lanes());
        }
    }

    @Override
    public void keep(int[] lanes, int count) {
        Batch.keep(lanes, count, square);
        Batch.keep(lanes, count, average);
        Batch.keep(lanes, count, buffer);
    }

    private void plain(double[] x, double[] gradient, double[] v, double[] rate, int lanes) {
        for (int l = 0; l < lanes; l++) {
            double g = gradient[l];
            double next = alpha * v[l] + (1 - alpha) * g * g;
            v[l] = next;
            x[l] -= rate[l] * g / (Math.sqrt(next) + eps);
        }
    }

    private void step(double[] x, double[] gradient, int i, double[] rate, double[] momentum, int lanes) {
        double[] v = square[i];
        double[] a = average[i];
        double[] b = buffer[i];
        double share = centered ? 1 : 0;
        for (int l = 0; l < lanes; l++) {
            double g = gradient[l];
            v[l] = alpha * v[l] + (1 - alpha) * g * g;
            a[l] = share * (alpha * a[l] + (1 - alpha) * g);
            double root = Math.sqrt(v[l] - a[l] * a[l]) + eps;
            b[l] = momentum[l] * b[l] + g / root;
            x[l] -= momentum[l] == 0 ? rate[l] * g / root : rate[l] * b[l];
        }
    }
}
