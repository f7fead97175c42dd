package descentlab.schedule;

import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.List;

/**
 * The rate falls by factor when the loss has not become better for more than patience steps; then it waits cooldown steps. Better means below
 * best·(1 − threshold), or below best − threshold where threshold_mode is abs; above in the mode max. It is told the loss of each step after that step.
 * Source: documentation of torch.optim.lr_scheduler.ReduceLROnPlateau.
 */
final class ReduceLROnPlateau implements Schedule {
    static final Rule RULE = new Rule(new Declaration("ReduceLROnPlateau", List.of(
            Parameter.word("mode", "min", "max"),
            Parameter.number("factor", 0.1, Range.FRACTION),
            Parameter.number("patience", 10, Range.COUNT_OR_ZERO),
            Parameter.number("threshold", 1e-4, Range.NOT_NEGATIVE),
            Parameter.word("threshold_mode", "rel", "abs"),
            Parameter.number("cooldown", 0, Range.COUNT_OR_ZERO),
            Parameter.number("min_lr", 0, Range.NOT_NEGATIVE),
            Parameter.number("eps", 1e-8, Range.NOT_NEGATIVE))), ReduceLROnPlateau::new, ReduceLROnPlateau::update);

    private final Settings settings;
    private final double sign;
    private double rate;
    private double best;
    private double bad;
    private double cooling;
    private double before;

    private ReduceLROnPlateau(Settings settings, double lr) {
        this.settings = settings;
        sign = settings.word("mode").equals("min") ? 1 : -1;
        rate = lr;
        best = sign * Double.POSITIVE_INFINITY;
    }

    private static List<String> update(Settings settings) {
        boolean falling = settings.word("mode").equals("min");
        String sign = falling ? " - " : " + ";
        String bound = settings.word("threshold_mode").equals("rel") ? "best (1" + sign + "threshold)" : "best" + sign + "threshold";
        return List.of("rate = where(t, rate, η₀)", "best = where(t, best, " + (falling ? "∞" : "-∞") + ")",
                "better = where(t, below(" + (falling ? "before, " + bound : bound + ", before") + "), 0)", "best = where(better, before, best)", "bad = where(better, 0, bad + min(t, 1))", "bad = where(waiting, 0, bad)",
                "waiting = max(0, waiting - 1)", "over = below(patience, bad)", "lower = max(rate factor, min_lr)",
                "rate = where(over below(eps, rate - lower), lower, rate)", "waiting = where(over, cooldown, waiting)", "bad = where(over, 0, bad)",
                "before = f", "η = rate");
    }

    @Override
    public double rate(int step, double loss) {
        if (step > 0) {
            learn(before);
        }
        before = loss;
        return rate;
    }

    private void learn(double loss) {
        boolean better = isBetter(loss);
        best = better ? loss : best;
        bad = better ? 0 : bad + 1;
        if (cooling > 0) {
            cooling--;
            bad = 0;
        }
        if (bad > settings.number("patience")) {
            double lower = Math.max(rate * settings.number("factor"), settings.number("min_lr"));
            rate = rate - lower > settings.number("eps") ? lower : rate;
            cooling = settings.number("cooldown");
            bad = 0;
        }
    }

    private boolean isBetter(double loss) {
        double threshold = settings.number("threshold");
        double bound = settings.word("threshold_mode").equals("rel") ? best * (1 - sign * threshold) : best - sign * threshold;
        return sign * loss < sign * bound;
    }
}
