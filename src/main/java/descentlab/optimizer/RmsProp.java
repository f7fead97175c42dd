package descentlab.optimizer;

import descentlab.expression.Update;
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

    private static final List<String> NUMBERS = List.of("alpha", "share", "eps", "momentum");
    private static final String SQUARE = "square = alpha square + share g g";
    private static final String AVERAGE = "average = alpha average + share g";
    private static final String STEP = "x = x - rate buffer";
    private static final Update PLAIN = new Update(List.of("square"), NUMBERS, List.of(SQUARE, "x = x - rate g/(sqrt(square) + eps)"));
    private static final Update BUFFERED = new Update(List.of("square", "buffer"), NUMBERS,
            List.of(SQUARE, "buffer = momentum buffer + g/(sqrt(square) + eps)", STEP));
    private static final Update CENTERED = new Update(List.of("square", "average"), NUMBERS,
            List.of(SQUARE, AVERAGE, "x = x - rate g/(sqrt(square - average average) + eps)"));
    private static final Update BOTH = new Update(List.of("square", "average", "buffer"), NUMBERS,
            List.of(SQUARE, AVERAGE, "buffer = momentum buffer + g/(sqrt(square - average average) + eps)", STEP));

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
    public Update update() {
        return momentum == 0 ? centered ? CENTERED : PLAIN : centered ? BOTH : BUFFERED;
    }

    @Override
    public double[][][] memory() {
        List<double[][]> memory = new ArrayList<>();
        memory.add(square);
        if (centered) {
            memory.add(average);
        }
        if (momentum != 0) {
            memory.add(buffer);
        }
        return memory.toArray(new double[0][][]);
    }

    @Override
    public void ahead(double[] numbers, int at) {
        numbers[at] = alpha;
        numbers[at + 1] = 1 - alpha;
        numbers[at + 2] = eps;
        numbers[at + 3] = momentum;
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
    public void drop(int[] ended, int count, int lanes) {
        Batch.drop(ended, count, lanes, square);
        Batch.drop(ended, count, lanes, average);
        Batch.drop(ended, count, lanes, buffer);
    }

    @Override
    public boolean restart(int lanes) {
        return Batch.fill(0, lanes, square, average, buffer);
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
