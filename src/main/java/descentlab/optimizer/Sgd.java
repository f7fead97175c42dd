package descentlab.optimizer;

import descentlab.message.Message;
import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.List;

/**
 * Gradient descent, x ← x − lr·g, with momentum μ as PyTorch has it: b ← μ·b + (1 − dampening)·g, the first time b ← g, and x ← x − lr·b;
 * Nesterov's variant steps along g + μ·b. {@code maximize} climbs; weight decay adds weight_decay·x to g.
 * Source: documentation of torch.optim.SGD; Sutskever et al., On the importance of initialization and momentum in deep learning, 2013.
 */
final class Sgd implements Optimizer {
    static final Rule RULE = new Rule(new Declaration("SGD", List.of(
            Parameter.number("lr", 1e-3, Range.FINITE),
            Parameter.number("momentum", 0, Range.NOT_NEGATIVE),
            Parameter.number("dampening", 0, Range.FINITE),
            Parameter.number("weight_decay", 0, Range.NOT_NEGATIVE),
            Parameter.flag("nesterov"),
            Parameter.flag("maximize")), Sgd::relation), Sgd::new);

    private final double momentum;
    private final double dampening;
    private final double weightDecay;
    private final boolean nesterov;
    private final boolean maximize;
    private final double[][] buffer;
    private boolean first = true;

    private Sgd(Settings settings, int dimension, int lanes) {
        momentum = settings.number("momentum");
        dampening = settings.number("dampening");
        weightDecay = settings.number("weight_decay");
        nesterov = settings.flag("nesterov");
        maximize = settings.flag("maximize");
        buffer = new double[momentum == 0 ? 0 : dimension][lanes];
    }

    /** PyTorch's own condition: Nesterov's step is defined with momentum and without dampening only. */
    private static Message relation(Settings settings) {
        boolean possible = !settings.flag("nesterov") || settings.number("momentum") > 0 && settings.number("dampening") == 0;
        return possible ? null : Message.of("parameter.nesterov");
    }

    @Override
    public void step(double[][] x, double[][] gradient, double[] rate, int lanes) {
        for (int i = 0; i < x.length; i++) {
            if (momentum == 0) {
                plain(x[i], gradient[i], rate, lanes);
            } else {
                withMomentum(x[i], gradient[i], buffer[i], rate, lanes);
            }
        }
        first = false;
    }

    private void plain(double[] x, double[] gradient, double[] rate, int lanes) {
        double sign = maximize ? -1 : 1;
        for (int l = 0; l < lanes; l++) {
            x[l] -= rate[l] * (sign * gradient[l] + weightDecay(x[l]));
        }
    }

    private void withMomentum(double[] x, double[] gradient, double[] b, double[] rate, int lanes) {
        double sign = maximize ? -1 : 1;
        double kept = first ? 0 : momentum;
        double added = first ? 1 : 1 - dampening;
        for (int l = 0; l < lanes; l++) {
            double g = sign * gradient[l] + weightDecay(x[l]);
            b[l] = kept * b[l] + added * g;
            x[l] -= rate[l] * (nesterov ? g + momentum * b[l] : b[l]);
        }
    }

    /** Without weight decay x is not read: 0·x would make NaN of an infinite x one step before PyTorch does. */
    private double weightDecay(double x) {
        return weightDecay == 0 ? 0 : weightDecay * x;
    }
}
