package descentlab.schedule;

import descentlab.message.Numerals;
import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.List;

/**
 * The rate falls by the factor gamma at each milestone.
 * Source: documentation of torch.optim.lr_scheduler.MultiStepLR.
 */
final class MultiStepLR implements Schedule {
    static final Rule RULE = new Rule(new Declaration("MultiStepLR", List.of(
            Parameter.numbers("milestones", List.of(), Range.COUNT_OR_ZERO),
            Parameter.number("gamma", 0.1, Range.FINITE))), MultiStepLR::new, MultiStepLR::update);

    private final double lr;
    private final List<Double> milestones;
    private final double gamma;

    private MultiStepLR(Settings settings, double lr) {
        this.lr = lr;
        milestones = settings.numbers("milestones");
        gamma = settings.number("gamma");
    }

    private static List<String> update(Settings settings) {
        String passed = "";
        for (int k = 1; k <= settings.numbers("milestones").size(); k++) {
            passed += (k > 1 ? " + " : "") + "after(t, milestones" + Numerals.lowered(k) + ")";
        }
        return List.of(passed.isEmpty() ? "η = η₀" : "η = η₀ gamma^(" + passed + ")");
    }

    @Override
    public double rate(int step, double loss) {
        int passed = 0;
        for (double milestone : milestones) {
            passed += step >= milestone ? 1 : 0;
        }
        return lr * Math.pow(gamma, passed);
    }
}
