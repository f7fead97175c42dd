package descentlab.schedule;

import descentlab.message.Message;
import descentlab.message.Numerals;
import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import descentlab.parameter.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rates set by hand in the middle of a run: lr until step milestones[0], from there rates[0], from milestones[1] on rates[1], and so on.
 * Milestones are whole numbers ≥ 0 that rise. In PyTorch: setting {@code optimizer.param_groups[0]["lr"]} between steps.
 */
public final class Manual implements Schedule {
    private static final Declaration DECLARATION = new Declaration("Manual", List.of(
            Parameter.numbers("milestones", List.of(), Range.COUNT_OR_ZERO),
            Parameter.numbers("rates", List.of(), Range.FINITE)), Manual::relation);
    public static final Rule RULE = new Rule(DECLARATION, Manual::new, Manual::update);

    private final List<Double> milestones;
    private final List<Double> rates;
    private double rate;
    private int next;

    private Manual(Settings settings, double lr) {
        milestones = settings.numbers("milestones");
        rates = settings.numbers("rates");
        rate = lr;
    }

    /** The settings {@code before}, or none, changed so that {@code rate} is used from {@code step} on. */
    public static Settings changedAt(Settings before, int step, double rate) {
        List<Double> milestones = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        if (before != null && before.declaration() == DECLARATION) {
            for (int i = 0; i < before.numbers("milestones").size() && before.numbers("milestones").get(i) < step; i++) {
                milestones.add(before.numbers("milestones").get(i));
                rates.add(before.numbers("rates").get(i));
            }
        }
        milestones.add((double) step);
        rates.add(rate);
        return DECLARATION.settings(Map.of()).with("milestones", new Value.Numbers(milestones)).with("rates", new Value.Numbers(rates));
    }

    private static List<String> update(Settings settings) {
        String rate = "η₀";
        for (int k = 1; k <= settings.numbers("rates").size(); k++) {
            rate = "where(after(t, milestones" + Numerals.lowered(k) + "), rates" + Numerals.lowered(k) + ", " + rate + ")";
        }
        return List.of("η = " + rate);
    }

    private static Message relation(Settings settings) {
        List<Double> milestones = settings.numbers("milestones");
        boolean possible = milestones.size() == settings.numbers("rates").size();
        for (int i = 0; i < milestones.size(); i++) {
            double step = milestones.get(i);
            possible &= i == 0 || step > milestones.get(i - 1);
        }
        return possible ? null : Message.of("parameter.milestones");
    }

    @Override
    public double rate(int step, double loss) {
        while (next < milestones.size() && step >= milestones.get(next)) {
            rate = rates.get(next++);
        }
        return rate;
    }
}
