package descentlab.experiment;

import descentlab.descent.Trajectory;
import descentlab.experiment.Working.Line;
import descentlab.message.Numerals;
import descentlab.objective.Objective;
import descentlab.optimizer.Batch;
import descentlab.optimizer.Lbfgs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The rules that look at more than the gradient, at work in one step: Newton with its Hessian, the trials of a backtracking search, and the inner
 * iterations of L-BFGS with the pairs s, y that they learn from. Of many trials or iterations the first and the last are shown.
 */
final class SearchWorking {
    private static final int SHOWN_AT_EACH_END = 3;

    private final Objective function;
    private final Run run;
    private final Trajectory trajectory;
    private final int step;
    private final int coordinate;
    private final double[] gradient;
    private final Map<String, Double> values;

    /**
     * @param gradient of the step, clipped where the run clips
     * @param values   of x, g, f, n, η and the hyperparameters in this step
     */
    SearchWorking(Objective function, Run run, Trajectory trajectory, int step, int coordinate, double[] gradient, Map<String, Double> values) {
        this.function = function;
        this.run = run;
        this.trajectory = trajectory;
        this.step = step;
        this.coordinate = coordinate;
        this.gradient = gradient;
        this.values = values;
    }

    List<Line> lines() {
        return switch (run.optimizer().declaration().name()) {
            case "Newton" -> newton();
            case "Armijo" -> armijo();
            default -> lbfgs();
        };
    }

    private Line work(String text) {
        return Working.work(text, values);
    }

    private List<Line> newton() {
        double[][] hessian = new double[gradient.length * gradient.length][1];
        function.hessian(Objective.lane(trajectory.point(step)), hessian, 1);
        double damping = run.optimizer().number("damping");
        values.put("c", damping);
        if (gradient.length == 1) {
            values.put("f″", hessian[0][0]);
            return List.of(work(damping == 0 ? "d = g/f″" : "d = g/(f″ + c)"), work("x = x - η d"));
        }
        values.put("h₁₁", hessian[0][0]);
        values.put("h₁₂", hessian[1][0]);
        values.put("h₂₂", hessian[3][0]);
        values.put("g₁", gradient[0]);
        values.put("g₂", gradient[1]);
        String first = damping == 0 ? "h₁₁" : "(h₁₁ + c)";
        String second = damping == 0 ? "h₂₂" : "(h₂₂ + c)";
        return List.of(work("D = " + first + " " + second + " - h₁₂²"),
                work(coordinate == 0 ? "d = (" + second + " g₁ - h₁₂ g₂)/D" : "d = (" + first + " g₂ - h₁₂ g₁)/D"), work("x = x - η d"));
    }

    /** The trials are those of all coordinates, so that they stand with the first one. */
    private List<Line> armijo() {
        List<List<Line>> trials = new ArrayList<>();
        values.put("c", run.optimizer().number("c"));
        boolean enough = false;
        while (!enough) {
            Line size = work(trials.isEmpty() ? "s = η" : "s = ρ s");
            Line loss = loss(size.value());
            Line bound = work("b = f - c s n");
            trials.add(trials.isEmpty() ? List.of(size, loss, bound) : List.of(inOne(List.of(size, loss, bound))));
            enough = loss.value() <= bound.value() || trials.size() > run.optimizer().number("max_backtracks");
        }
        List<Line> lines = coordinate == 0 ? ends(trials) : new ArrayList<>();
        lines.add(work("x = x - s g"));
        return lines;
    }

    /** f where the step would lead. */
    private Line loss(double size) {
        double[] point = trajectory.point(step);
        String numbers = "";
        for (int i = 0; i < point.length; i++) {
            point[i] -= size * gradient[i];
            numbers += (i > 0 ? ", " : "f(") + Numerals.fine(point[i]);
        }
        double[] loss = new double[1];
        function.loss(Objective.lane(point), loss, 1);
        return new Line("a = f(x - s g)", numbers + ")", "a", loss[0]);
    }

    private List<Line> lbfgs() {
        List<Lbfgs.Iteration> log = new ArrayList<>();
        Lbfgs rule = Lbfgs.observed(run.optimizer(), gradient.length, log);
        int begin = 0;
        for (int t = 0; t <= step; t++) {
            begin = log.size();
            rule.step(new Batch(function, Objective.lane(trajectory.point(t)), new double[] {trajectory.loss()[t]}, slope(t),
                    new double[] {trajectory.rate()[t]}, new double[1], false, new int[1], new int[1], 1));
        }
        List<List<Line>> iterations = new ArrayList<>();
        for (int k = begin; k < log.size(); k++) {
            List<Line> lines = iteration(k == 0 ? null : log.get(k - 1), log.get(k));
            iterations.add(k - begin < 2 || k == log.size() - 1 ? lines : List.of(inOne(lines)));
        }
        return log.size() == begin ? new ArrayList<>(List.of(work("x = x"))) : ends(iterations);
    }

    private List<Line> iteration(Lbfgs.Iteration before, Lbfgs.Iteration now) {
        List<Line> lines = new ArrayList<>();
        double d = now.direction()[coordinate];
        values.put("g", now.gradient()[coordinate]);
        if (before != null) {
            values.put("l", before.length());
            values.put("d", before.direction()[coordinate]);
            values.put("p", before.gradient()[coordinate]);
            lines.add(work("s = l d"));
            lines.add(work("y = g - p"));
        }
        values.put("H", -d / now.gradient()[coordinate]);
        Line direction = work(before == null ? "d = -g" : "d = -H g");
        lines.add(new Line(direction.text(), before == null || gradient.length == 1 ? direction.numbers() : "", "d", d));
        values.put("d", d);
        values.put("l", now.length());
        lines.add(work("x = x + l d"));
        return lines;
    }

    private double[][] slope(int t) {
        double[][] slope = new double[gradient.length][1];
        for (int i = 0; i < slope.length; i++) {
            slope[i][0] = trajectory.gradient()[i][t];
        }
        return slope;
    }

    /** Lines whose letters have been shown before, as one of numbers alone. */
    private static Line inOne(List<Line> lines) {
        Line last = lines.get(lines.size() - 1);
        String numbers = "";
        for (Line line : lines) {
            numbers += line == last ? line.name() + " = " + line.numbers() : line.worked() + ", ";
        }
        Line first = lines.get(0);
        return new Line("", numbers.substring(first.name().length() + 3), first.name(), last.value());
    }

    /** The lines of all groups where they are few, else of the first and the last, with a gap between. */
    private static List<Line> ends(List<List<Line>> groups) {
        List<Line> lines = new ArrayList<>();
        for (int k = 0; k < groups.size(); k++) {
            if (k < SHOWN_AT_EACH_END || k >= groups.size() - SHOWN_AT_EACH_END) {
                lines.addAll(groups.get(k));
            } else if (k == SHOWN_AT_EACH_END) {
                lines.add(Line.GAP);
            }
        }
        return lines;
    }
}
