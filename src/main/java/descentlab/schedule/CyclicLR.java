package descentlab.schedule;

import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.ArrayList;
import java.util.List;

/**
 * The rate goes to and fro between base_lr and max_lr in straight lines, step_size_up steps up and step_size_down down (as many as up where None).
 * triangular2 halves the height with each cycle, exp_range by γᵗ. The optimizer's lr is not used. With cycle_momentum its momentum, or β₁, goes the
 * other way, from max_momentum to base_momentum.
 * Source: documentation of torch.optim.lr_scheduler.CyclicLR; Smith, Cyclical Learning Rates for Training Neural Networks, 2017.
 */
final class CyclicLR implements Schedule {
    static final Rule RULE = new Rule(new Declaration("CyclicLR", List.of(
            Parameter.number("base_lr", 0.01, Range.FINITE),
            Parameter.number("max_lr", 0.1, Range.FINITE),
            Parameter.number("step_size_up", 2000, Range.COUNT),
            Parameter.optional("step_size_down", Range.COUNT),
            Parameter.word("mode", "triangular", "triangular2", "exp_range"),
            Parameter.number("gamma", 1, Range.FINITE),
            Parameter.flag("cycle_momentum", true),
            Parameter.number("base_momentum", 0.8, Range.NOT_NEGATIVE),
            Parameter.number("max_momentum", 0.9, Range.NOT_NEGATIVE))), CyclicLR::new, CyclicLR::update);

    private final Settings settings;
    private final double length;
    private final double up;

    private CyclicLR(Settings settings, double lr) {
        this.settings = settings;
        double rise = settings.number("step_size_up");
        length = rise + (settings.given("step_size_down") ? settings.number("step_size_down") : rise);
        up = rise / length;
    }

    private static List<String> update(Settings settings) {
        String down = settings.given("step_size_down") ? "step_size_down" : "step_size_up";
        List<String> lines = new ArrayList<>(List.of("cycle = floor(t/(step_size_up + " + down + "))", "place = t - cycle (step_size_up + " + down + ")",
                "height = where(after(step_size_up, place), place/step_size_up, (step_size_up + " + down + " - place)/" + down + ")"));
        switch (settings.word("mode")) {
            case "triangular2" -> lines.add("height = height/2^cycle");
            case "exp_range" -> lines.add("height = height gamma^t");
            default -> { }
        }
        lines.add("η = base_lr + (max_lr - base_lr) height");
        if (settings.flag("cycle_momentum")) {
            lines.add("μ = max_momentum - (max_momentum - base_momentum) height");
        }
        return lines;
    }

    @Override
    public double rate(int step, double loss) {
        double base = settings.number("base_lr");
        return base + (settings.number("max_lr") - base) * height(step);
    }

    @Override
    public double momentum(int step) {
        double most = settings.number("max_momentum");
        return settings.flag("cycle_momentum") ? most - (most - settings.number("base_momentum")) * height(step) : Double.NaN;
    }

    /** From 0 to 1 and back within a cycle, less in later ones as the mode says. */
    private double height(int step) {
        double cycle = Math.floor(1 + step / length);
        double place = 1 + step / length - cycle;
        double height = place <= up ? place / up : (place - 1) / (up - 1);
        return switch (settings.word("mode")) {
            case "triangular2" -> height / Math.pow(2, cycle - 1);
            case "exp_range" -> height * Math.pow(settings.number("gamma"), step);
            default -> height;
        };
    }
}
