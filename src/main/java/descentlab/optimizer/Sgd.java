package descentlab.optimizer;

import descentlab.expression.Update;
import descentlab.message.Message;
import descentlab.message.Numerals;
import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.List;

/**
 * Gradient descent, x ← x − lr·g, with momentum μ as PyTorch has it: b ← μ·b + (1 − dampening)·g, the first time b ← g, and x ← x − lr·b;
 * Nesterov's variant steps along g + μ·b.
 * Source: documentation of torch.optim.SGD; Sutskever et al., On the importance of initialization and momentum in deep learning, 2013.
 */
public final class Sgd implements Optimizer {
    public static final Rule RULE = new Rule(new Declaration("SGD", List.of(
            Parameter.number("lr", 1e-3, Range.FINITE),
            Parameter.number("momentum", 0, Range.NOT_NEGATIVE),
            Parameter.number("dampening", 0, Range.FINITE),
            Parameter.number("weight_decay", 0, Range.NOT_NEGATIVE),
            Parameter.flag("nesterov"),
            Parameter.flag("maximize")), Sgd::relation), Sgd::new, Sgd::update);

    private final double momentum;
    private final double dampening;
    private final boolean nesterov;
    private final int lanes;
    /** b, once momentum has been seen. */
    private double[][] buffer;
    private boolean first = true;

    private Sgd(Settings settings, int dimension, int lanes) {
        momentum = settings.number("momentum");
        dampening = settings.number("dampening");
        nesterov = settings.flag("nesterov");
        this.lanes = lanes;
        buffer = momentum == 0 ? null : new double[dimension][lanes];
    }

    private static List<String> update(Settings settings) {
        if (settings.number("momentum") == 0) {
            return List.of("x = x - η g");
        }
        String gradient = settings.number("dampening") == 0 ? "g" : "where(t - 1, (1 - δ) g, g)";
        return List.of("b = μ b + " + gradient, settings.flag("nesterov") ? "x = x - η (g + μ b)" : "x = x - η b");
    }

    /** PyTorch's own condition: Nesterov's step is defined with momentum and without dampening only. */
    private static Message relation(Settings settings) {
        boolean possible = !settings.flag("nesterov") || settings.number("momentum") > 0 && settings.number("dampening") == 0;
        return possible ? null : Message.of("parameter.nesterov", Numerals.exact(settings.number("momentum")), Numerals.exact(settings.number("dampening")));
    }

    @Override
    public boolean isPlain() {
        return momentum == 0;
    }

    @Override
    public Update update() {
        String step = nesterov ? "x = x - rate (g + momentum buffer)" : "x = x - rate buffer";
        return momentum == 0 ? Update.PLAIN
                : new Update(List.of("buffer"), List.of("momentum", "added"), List.of("buffer = momentum buffer + added g", step));
    }

    @Override
    public double[][][] memory() {
        return momentum == 0 ? new double[0][][] : new double[][][] {buffer};
    }

    @Override
    public void ahead(double[] numbers, int at) {
        if (momentum != 0) {
            numbers[at] = momentum;
            numbers[at + 1] = first ? 1 : 1 - dampening;
            first = false;
        }
    }

    @Override
    public void step(Batch batch) {
        boolean plain = momentum == 0 && !batch.cycling();
        if (!plain && buffer == null) {
            buffer = new double[batch.x().length][lanes];
        }
        for (int i = 0; i < batch.x().length; i++) {
            if (plain) {
                plain(batch.x()[i], batch.gradient()[i], batch.rate(), batch.lanes());
            } else {
                withMomentum(batch.x()[i], batch.gradient()[i], buffer[i], batch.rate(), batch.momentum(), batch.lanes());
            }
        }
        first &= plain;
    }

    @Override
    public void drop(int[] ended, int count, int lanes) {
        if (buffer != null) {
            Batch.drop(ended, count, lanes, buffer);
        }
    }

    @Override
    public boolean restart(int lanes) {
        first = true;
        return buffer == null ? lanes <= this.lanes : Batch.fill(0, lanes, buffer);
    }

    private static void plain(double[] x, double[] gradient, double[] rate, int lanes) {
        for (int l = 0; l < lanes; l++) {
            x[l] -= rate[l] * gradient[l];
        }
    }

    private void withMomentum(double[] x, double[] g, double[] b, double[] rate, double[] momentum, int lanes) {
        double added = first ? 1 : 1 - dampening;
        double ahead = nesterov ? 1 : 0;
        for (int l = 0; l < lanes; l++) {
            double next = momentum[l] * b[l] + added * g[l];
            b[l] = next;
            x[l] -= rate[l] * (ahead == 0 ? next : g[l] + momentum[l] * next);
        }
    }
}
