package descentlab.optimizer;

import descentlab.expression.Update;
import descentlab.parameter.Settings;
import java.util.ArrayList;
import java.util.List;

/**
 * What most rules of PyTorch do before their own step, in its order: {@code maximize} negates the gradient, then weight decay λ adds λ·x to it (L2
 * regularisation), or where it is decoupled takes the part lr·λ off x (Loshchilov and Hutter, Decoupled Weight Decay Regularization, 2019).
 */
public final class WeightDecay implements Optimizer {
    private final Optimizer rule;
    private final double sign;
    private final double decay;
    private final boolean decoupled;
    private final double[][] changed;

    private WeightDecay(Optimizer rule, Settings settings, int dimension, int lanes) {
        this.rule = rule;
        sign = settings.flag("maximize") ? -1 : 1;
        decay = of(settings);
        decoupled = isDecoupled(settings);
        changed = new double[dimension][lanes];
    }

    /** The rule itself where there is nothing to do before it. */
    static Optimizer around(Optimizer rule, Settings settings, int dimension, int lanes) {
        boolean needed = of(settings) != 0 || settings.flag("maximize");
        return needed ? new WeightDecay(rule, settings, dimension, lanes) : rule;
    }

    static List<String> lines(Rule rule, Settings settings) {
        List<String> lines = new ArrayList<>();
        if (settings.flag("maximize")) {
            lines.add("g = -g");
        }
        if (of(settings) != 0) {
            lines.add(isDecoupled(settings) ? "x = x - η λ x" : "g = g + λ x");
        }
        lines.addAll(rule.update().apply(settings));
        return lines;
    }

    /** λ, 0 where a rule has none. */
    public static double of(Settings settings) {
        return settings.values().containsKey("weight_decay") ? settings.number("weight_decay") : 0;
    }

    private static boolean isDecoupled(Settings settings) {
        String name = settings.declaration().name();
        return name.equals("AdamW") || name.equals("Lion") || settings.flag("decoupled_weight_decay");
    }

    @Override
    public Update update() {
        List<String> lines = new ArrayList<>();
        if (decoupled && decay != 0) {
            lines.add("x = (1 - rate decay) x");
        }
        if (sign < 0) {
            lines.add("g = -g");
        }
        if (!decoupled && decay != 0) {
            lines.add("g = g + decay x");
        }
        return rule.update() == null ? null : rule.update().after(List.of("decay"), lines);
    }

    @Override
    public double[][][] memory() {
        return rule.memory();
    }

    @Override
    public void ahead(double[] numbers, int at) {
        numbers[at] = decay;
        rule.ahead(numbers, at + 1);
    }

    @Override
    public void step(Batch batch) {
        for (int i = 0; decoupled && decay != 0 && i < changed.length; i++) {
            shrink(batch.x()[i], batch.rate(), batch.lanes());
        }
        boolean sameGradient = sign > 0 && (decoupled || decay == 0);
        for (int i = 0; !sameGradient && i < changed.length; i++) {
            change(batch.x()[i], batch.gradient()[i], changed[i], batch.lanes());
        }
        rule.step(sameGradient ? batch : batch.withGradient(changed));
    }

    private void shrink(double[] x, double[] rate, int lanes) {
        for (int l = 0; l < lanes; l++) {
            x[l] *= 1 - rate[l] * decay;
        }
    }

    @Override
    public void drop(int[] ended, int count, int lanes) {
        rule.drop(ended, count, lanes);
    }

    @Override
    public boolean restart(int lanes) {
        return lanes <= changed[0].length && rule.restart(lanes);
    }

    /** Without weight decay x is not read: 0·x would make NaN of an infinite x one step before PyTorch does. */
    private void change(double[] x, double[] gradient, double[] g, int lanes) {
        for (int l = 0; l < lanes; l++) {
            g[l] = sign * gradient[l];
        }
        if (!decoupled && decay != 0) {
            for (int l = 0; l < lanes; l++) {
                g[l] += decay * x[l];
            }
        }
    }
}
