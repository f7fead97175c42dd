package descentlab.optimizer;

import descentlab.message.Message;
import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.List;

/**
 * Rprop goes by the signs of the gradient alone: each coordinate has a step size, lr at first, that grows by η⁺ while the sign stays and shrinks by η⁻
 * where it turned; in that step the coordinate stands still.
 * Source: documentation of torch.optim.Rprop; Riedmiller and Braun, The RPROP Algorithm, 1993.
 */
final class Rprop implements Optimizer {
    static final Rule RULE = new Rule(new Declaration("Rprop", List.of(
            Parameter.number("lr", 1e-2, Range.FINITE),
            Parameter.numbers("etas", List.of(0.5, 1.2), Range.POSITIVE),
            Parameter.numbers("step_sizes", List.of(1e-6, 50.0), Range.NOT_NEGATIVE),
            Parameter.flag("maximize")), Rprop::relation), Rprop::new,
            settings -> List.of("c = sign(g h)", "s = where(t - 1, s, η)", "s = min(max(s where(c, where(c + 1, σ, ν), 1), ω), Ω)",
                    "h = where(c + 1, g, 0)", "x = x - sign(h) s"));

    private final double shrink;
    private final double grow;
    private final double least;
    private final double most;
    private final double[][] before;
    private final double[][] size;
    private boolean first = true;

    private Rprop(Settings settings, int dimension, int lanes) {
        shrink = settings.numbers("etas").get(0);
        grow = settings.numbers("etas").get(1);
        least = settings.numbers("step_sizes").get(0);
        most = settings.numbers("step_sizes").get(1);
        before = new double[dimension][lanes];
        size = new double[dimension][lanes];
    }

    private static Message relation(Settings settings) {
        List<Double> etas = settings.numbers("etas");
        List<Double> sizes = settings.numbers("step_sizes");
        if (!(etas.get(0) < 1 && etas.get(1) > 1)) {
            return Message.of("parameter.etas", settings.values().get("etas").text());
        }
        return sizes.get(0) <= sizes.get(1) ? null : Message.of("parameter.step_sizes", settings.values().get("step_sizes").text());
    }

    @Override
    public void step(Batch batch) {
        for (int i = 0; i < size.length; i++) {
            if (first) {
                System.arraycopy(batch.rate(), 0, size[i], 0, batch.lanes());
            }
            step(batch.x()[i], batch.gradient()[i], before[i], size[i], batch.lanes());
        }
        first = false;
    }

    @Override
    public void drop(int[] ended, int count, int lanes) {
        Batch.drop(ended, count, lanes, before);
        Batch.drop(ended, count, lanes, size);
    }

    private void step(double[] x, double[] gradient, double[] h, double[] s, int lanes) {
        for (int l = 0; l < lanes; l++) {
            double g = gradient[l];
            double product = g * h[l];
            double factor = product > 0 ? grow : product < 0 ? shrink : 1;
            double next = s[l] * factor;
            s[l] = next < least ? least : next > most ? most : next;
            h[l] = product < 0 ? 0 : g;
            x[l] -= h[l] > 0 ? s[l] : h[l] < 0 ? -s[l] : h[l];
        }
    }
}
