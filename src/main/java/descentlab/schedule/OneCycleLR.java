package descentlab.schedule;

import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.ArrayList;
import java.util.List;

/**
 * One cycle in total_steps steps: from max_lr/div_factor up to max_lr in the part pct_start of them, then down to the first rate/final_div_factor; in three
 * phases first down to where it began. The optimizer's lr is not used; with cycle_momentum its momentum, or β₁, goes the other way. PyTorch ends with
 * an error after total_steps; here the last rate stays.
 * Source: documentation of torch.optim.lr_scheduler.OneCycleLR; Smith and Topin, Super-Convergence, 2018.
 */
final class OneCycleLR implements Schedule {
    static final Rule RULE = new Rule(new Declaration("OneCycleLR", List.of(
            Parameter.number("max_lr", 0.1, Range.FINITE),
            Parameter.number("total_steps", 50, Range.COUNT),
            Parameter.number("pct_start", 0.3, Range.SHARE),
            Parameter.word("anneal_strategy", "cos", "linear"),
            Parameter.flag("cycle_momentum", true),
            Parameter.number("base_momentum", 0.85, Range.NOT_NEGATIVE),
            Parameter.number("max_momentum", 0.95, Range.NOT_NEGATIVE),
            Parameter.number("div_factor", 25, Range.POSITIVE),
            Parameter.number("final_div_factor", 1e4, Range.POSITIVE),
            Parameter.flag("three_phase"))), OneCycleLR::new, OneCycleLR::update);

    private final boolean cosine;
    private final boolean cycling;
    private final double total;
    /** The steps at which the phases begin and the last one ends, and the rates and momenta there. */
    private final double[] knots;
    private final double[] rates;
    private final double[] momenta;

    private OneCycleLR(Settings settings, double lr) {
        cosine = settings.word("anneal_strategy").equals("cos");
        cycling = settings.flag("cycle_momentum");
        total = settings.number("total_steps");
        double most = settings.number("max_lr");
        double first = most / settings.number("div_factor");
        double last = first / settings.number("final_div_factor");
        double low = settings.number("base_momentum");
        double high = settings.number("max_momentum");
        double rise = settings.number("pct_start") * total;
        boolean three = settings.flag("three_phase");
        knots = three ? new double[] {0, rise - 1, 2 * rise - 2, total - 1} : new double[] {0, rise - 1, total - 1};
        rates = three ? new double[] {first, most, first, last} : new double[] {first, most, last};
        momenta = three ? new double[] {high, low, high, high} : new double[] {high, low, high};
    }

    private static List<String> update(Settings settings) {
        boolean three = settings.flag("three_phase");
        List<String> lines = new ArrayList<>(List.of("at = min(t, total_steps)", "rise = pct_start total_steps - 1", "up = after(rise, at)",
                "low = max_lr/div_factor"));
        if (three) {
            lines.add("back = after(2 rise, at)");
        }
        lines.add("part = " + phase(three, "at/rise", "(at - rise)/rise", three ? "(at - 2 rise)/(total_steps - 1 - 2 rise)"
                : "(at - rise)/(total_steps - 1 - rise)"));
        lines.add("weight = " + (settings.word("anneal_strategy").equals("cos") ? "(1 + cos(π part))/2" : "1 - part"));
        lines.add("begin = " + phase(three, "low", "max_lr", three ? "low" : "max_lr"));
        lines.add("end = " + phase(three, "max_lr", "low", "low/final_div_factor"));
        lines.add("η = end + (begin - end) weight");
        if (settings.flag("cycle_momentum")) {
            lines.add("begin = " + phase(three, "max_momentum", "base_momentum", three ? "max_momentum" : "base_momentum"));
            lines.add("end = " + phase(three, "base_momentum", "max_momentum", "max_momentum"));
            lines.add("μ = end + (begin - end) weight");
        }
        return lines;
    }

    /** What is so in the rise, on the way back where there are three phases, and in the last one. */
    private static String phase(boolean three, String up, String back, String last) {
        return "where(up, " + up + ", " + (three ? "where(back, " + back + ", " + last + ")" : last) + ")";
    }

    @Override
    public double rate(int step, double loss) {
        return between(rates, step);
    }

    @Override
    public double momentum(int step) {
        return cycling ? between(momenta, step) : Double.NaN;
    }

    private double between(double[] values, int step) {
        double at = Math.min(step, total);
        int phase = 0;
        while (phase < knots.length - 2 && at > knots[phase + 1]) {
            phase++;
        }
        double part = (at - knots[phase]) / (knots[phase + 1] - knots[phase]);
        double from = values[phase];
        double to = values[phase + 1];
        return cosine ? to + (from - to) / 2 * (1 + Math.cos(Math.PI * part)) : from + (to - from) * part;
    }
}
