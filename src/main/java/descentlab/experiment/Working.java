package descentlab.experiment;

import descentlab.descent.Trajectory;
import descentlab.expression.Markup;
import descentlab.message.Numerals;
import descentlab.objective.Objective;
import descentlab.optimizer.Clipping;
import descentlab.parameter.Settings;
import descentlab.parameter.Value;
import descentlab.schedule.Schedule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The schedule and the update rule of a run at work: each of their lines with the numbers of one step and one coordinate put in, as a textbook works an example. */
public final class Working {
    /** The letters that stand in the lines for hyperparameters; a tuple has one for each of its numbers. */
    static final Map<String, String> SYMBOLS = table("dampening", "δ", "weight_decay", "λ", "momentum", "μ", "lr_decay", "κ", "initial_accumulator_value", "s₀", "eps", "ε", "alpha", "α",
            "rho", "ρ", "betas", "β₁ β₂", "momentum_decay", "ψ", "etas", "ν σ", "step_sizes", "ω Ω", "lambd", "φ", "f_star", "θ");

    /** Of pairs, the second of each by the first. {@link Map#of} would do it, but all that it could compare is then in the program: 3 kB. */
    static Map<String, String> table(String... pairs) {
        Map<String, String> table = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            table.put(pairs[i], pairs[i + 1]);
        }
        return table;
    }

    /**
     * One line.
     *
     * @param text    with letters: m = β₁ m + (1 - β₁) g
     * @param numbers the right side with numbers
     * @param name    what is assigned
     * @param value   what came out
     */
    public record Line(String text, String numbers, String name, double value) {
        /** Stands for lines that are left out. */
        static final Line GAP = new Line("", "", "", Double.NaN);

        /** The line as it is printed in a textbook, or null where only its numbers are new. */
        public Markup rule() {
            return this == GAP ? Markup.leaf("math", "⋮") : text.isEmpty() ? null : new UpdateMarkup(text).line();
        }

        /** "m = 0.9 · 0.2 + 0.1 · 3 = 0.48". */
        public String worked() {
            return this == GAP ? "" : name + " = " + (numbers.isEmpty() ? "" : numbers + " = ") + Numerals.fine(value);
        }
    }

    private final Run run;
    private final Trajectory trajectory;
    private final int coordinate;
    private final List<String> lines;
    private final Schedule schedule;
    private final Map<String, Double> values = new HashMap<>();
    private final List<String> paceLines;
    private final Map<String, Double> paceValues = new HashMap<>();

    private Working(Run run, Trajectory trajectory, int coordinate) {
        this.run = run;
        this.trajectory = trajectory;
        this.coordinate = coordinate;
        lines = run.rule().lines(run.optimizer());
        schedule = run.startSchedule();
        hyperparameters();
        paceLines = run.pace() == null ? List.of() : run.pace().update().apply(run.schedule());
        if (run.pace() != null) {
            paceValues.putAll(ScheduleCode.values(run.schedule()));
        }
        paceValues.put("η₀", run.lr());
        paceValues.put("π", Math.PI);
        paceValues.put("∞", Double.POSITIVE_INFINITY);
    }

    /** The step from state t to t + 1, for one coordinate. All steps before are worked too, since a rule remembers. */
    public static List<Line> of(Objective function, Run run, Trajectory trajectory, int t, int coordinate) {
        Working working = new Working(run, trajectory, coordinate);
        List<Line> worked = List.of();
        for (int step = 0; step <= t; step++) {
            worked = working.step(step);
        }
        if (working.lines.isEmpty()) {
            worked.addAll(new SearchWorking(function, run, trajectory, t, coordinate, working.gradient(t), working.values).lines());
        }
        return worked;
    }

    /** What a line of the rule came to in each step, for one coordinate; null where the rule has no line of that name. */
    static double[] values(Run run, Trajectory trajectory, int coordinate, String name) {
        double[] values = new double[trajectory.steps()];
        Working working = new Working(run, trajectory, coordinate);
        for (int t = 0; t < values.length; t++) {
            working.step(t);
            if (!working.values.containsKey(name)) {
                return null;
            }
            values[t] = working.values.get(name);
        }
        return values;
    }

    private void hyperparameters() {
        Settings settings = run.optimizer();
        for (Map.Entry<String, Value> each : settings.values().entrySet()) {
            String symbols = SYMBOLS.getOrDefault(each.getKey(), "");
            int blank = symbols.indexOf(' ');
            if (blank > 0) {
                values.put(symbols.substring(0, blank), settings.numbers(each.getKey()).get(0));
                values.put(symbols.substring(blank + 1), settings.numbers(each.getKey()).get(1));
            } else if (!symbols.isEmpty()) {
                values.put(symbols, settings.number(each.getKey()));
            }
        }
    }

    private List<Line> step(int t) {
        double[] gradient = gradient(t);
        double square = 0;
        for (double g : gradient) {
            square += g * g;
        }
        values.put("t", t + 1.0);
        values.put("x", trajectory.x()[coordinate][t]);
        values.put("g", gradient[coordinate]);
        values.put("n", square);
        values.put("f", trajectory.loss()[t]);
        values.put("η", trajectory.rate()[t]);
        double cycled = schedule.momentum(t);
        if (cycled == cycled) {
            values.put(run.optimizer().values().containsKey("betas") ? "β₁" : "μ", cycled);
        }
        paceValues.put("t", (double) t);
        paceValues.put("f", trajectory.loss()[t]);
        List<Line> worked = work(paceLines, paceValues);
        worked.addAll(work(lines, values));
        return worked;
    }

    private static List<Line> work(List<String> lines, Map<String, Double> values) {
        List<Line> worked = new ArrayList<>();
        for (String text : lines) {
            worked.add(work(text, values));
        }
        return worked;
    }

    /** One line, whose value is put among the values. */
    static Line work(String text, Map<String, Double> values) {
        UpdateLine line = new UpdateLine(text, values);
        UpdateLine.Term right = line.rightSide();
        values.put(line.assigned(), right.value());
        return new Line(text, right.numbers(), line.assigned(), right.value());
    }

    /** At state t, clipped where the run clips. */
    private double[] gradient(int t) {
        double[][] lane = new double[trajectory.dimension()][1];
        for (int i = 0; i < lane.length; i++) {
            lane[i][0] = trajectory.gradient()[i][t];
        }
        if (run.clipping() != null) {
            new Clipping(run.clipping()).clip(lane, 0);
        }
        double[] gradient = new double[lane.length];
        for (int i = 0; i < lane.length; i++) {
            gradient[i] = lane[i][0];
        }
        return gradient;
    }
}
