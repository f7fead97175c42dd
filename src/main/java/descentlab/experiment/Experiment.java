package descentlab.experiment;

import descentlab.message.InputException;
import descentlab.objective.Formula;
import descentlab.objective.Learning;
import descentlab.objective.Problem;
import descentlab.parameter.Settings;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that one line of text says: what is descended, from where, how, and how the page shows it. Never malformed: only {@link
 * ExperimentText#read} and changes of one part of a good experiment make one.
 *
 * @param function  what is descended, a formula or the loss of a model on data; its dimension is that of the start
 * @param start     x₀, finite
 * @param steps     0 to {@link #MOST_STEPS}
 * @param runs      1 to {@link #MOST_RUNS}
 * @param tolerance a run has converged where the gradient is at most this, &gt; 0
 * @param display   how the page shows it
 * @param unknown   pairs {@code key=value} of the text that this program does not know, as they stood; kept and written again
 */
public record Experiment(Problem function, List<Double> start, int steps, List<Run> runs, double tolerance, Display display, List<String> unknown) {
    public static final int MOST_STEPS = 100_000;
    public static final int MOST_RUNS = 32;
    public static final int STANDARD_STEPS = 50;
    public static final double STANDARD_TOLERANCE = 1e-9;

    /**
     * @param embedded  whether only picture, rate and sentence are shown, for a frame in another page
     * @param logarithm whether the loss is drawn on a logarithmic axis
     * @param window    the part of the plane in view as xMin, xMax, yMin, yMax, or empty: chosen by the page
     * @param at        the step that the picture stands at, or −1: the last
     * @param selected  the run that the slider sets, from 0
     * @param extras    what of {@link #EXTRAS} is shown
     * @param chart     the picture of many descents that is open, or null
     */
    public record Display(boolean embedded, boolean logarithm, List<Double> window, int at, int selected, List<String> extras, Chart chart) {
        /** What can be shown beside or on a map: the surface, arrows down the slope, a swarm of runs. */
        public static final List<String> EXTRAS = List.of("surface", "arrows", "swarm");
        public static final Display STANDARD = new Display(false, false, List.of(), -1, 0, List.of(), null);

        public Display withEmbedded(boolean on) {
            return new Display(on, logarithm, window, at, selected, extras, chart);
        }

        public Display withLogarithm(boolean on) {
            return new Display(embedded, on, window, at, selected, extras, chart);
        }

        public Display withWindow(List<Double> window) {
            return new Display(embedded, logarithm, window, at, selected, extras, chart);
        }

        public Display withAt(int at) {
            return new Display(embedded, logarithm, window, at, selected, extras, chart);
        }

        Display withChart(Chart chart) {
            return new Display(embedded, logarithm, window, at, selected, extras, chart);
        }

        public boolean shows(String extra) {
            return extras.contains(extra);
        }

        /** With an extra shown or not, in the order of all. */
        public Display withExtra(String extra, boolean shown) {
            List<String> changed = new ArrayList<>();
            for (String each : EXTRAS) {
                if (each.equals(extra) ? shown : extras.contains(each)) {
                    changed.add(each);
                }
            }
            return new Display(embedded, logarithm, window, at, selected, changed, chart);
        }

        public Display withSelected(int selected) {
            return new Display(embedded, logarithm, window, at, selected, extras, chart);
        }
    }

    /** Another model or other data, from their own start. */
    public Experiment withLearning(Learning learning) {
        return new Experiment(learning, boxed(learning.start()), steps, runs, tolerance, display, unknown);
    }

    /** With data, model or loss as a call says, such as {@code network(layers=(8,8))}; a part that no longer fits gives way. */
    public Experiment withLearned(String key, String call) throws InputException {
        return withLearning(LearningText.with(learning(), key, call));
    }

    /** With a person's own points, {@code standardise} and {@code validation} as before. */
    public Experiment withPoints(Settings points) throws InputException {
        Learning present = learning();
        return withLearning(LearningText.with(present, points, present.model(), present.loss()));
    }

    /** Whether its text holds all of it; not where there are too many points of a person's own. */
    public boolean isInText() {
        return learning() == null || LearningText.isInText(learning());
    }

    /** Of a function of more coordinates the new ones start as the last one does. */
    public Experiment withFunction(Formula function) {
        List<Double> own = formula() == null ? List.of(Formula.STANDARD_START) : start;
        List<Double> point = new ArrayList<>(own.subList(0, Math.min(own.size(), function.dimension())));
        while (point.size() < function.dimension()) {
            point.add(point.get(point.size() - 1));
        }
        return new Experiment(function, point.equals(start) ? start : point, steps, runs, tolerance, display, unknown);
    }

    public Experiment withStart(double... start) {
        return new Experiment(function, boxed(start), steps, runs, tolerance, display, unknown);
    }

    static List<Double> boxed(double[] point) {
        List<Double> boxed = new ArrayList<>();
        for (double coordinate : point) {
            boxed.add(coordinate);
        }
        return boxed;
    }

    public Experiment withSteps(int steps) {
        return new Experiment(function, start, steps, runs, tolerance, display, unknown);
    }

    public Experiment withRuns(List<Run> runs) {
        return new Experiment(function, start, steps, runs, tolerance, display, unknown);
    }

    public Experiment withRun(int index, Run run) {
        List<Run> changed = new ArrayList<>(runs);
        changed.set(index, run);
        return withRuns(changed);
    }

    public Experiment withDisplay(Display display) {
        return new Experiment(function, start, steps, runs, tolerance, display, unknown);
    }

    /** With another picture of many descents, or null: none. */
    public Experiment withChart(Chart chart) {
        return withDisplay(display.withChart(chart));
    }

    /** Its function where that is a formula, else null. */
    public Formula formula() {
        return function instanceof Formula formula ? formula : null;
    }

    /** The slope at which a run counts as at rest in a search for rates: of a network none, whose slope is nothing, too, where it has blown up and its units are dead. */
    double searchTolerance() {
        return learning() == null || learning().isConvex() ? tolerance : -1;
    }

    /** The model and the data where it learns, else null. */
    public Learning learning() {
        return function instanceof Learning learning ? learning : null;
    }

    /** Whether its function is one of x and y, and its picture a map. */
    public boolean isMap() {
        return function instanceof Formula && function.dimension() > 1;
    }

    public double[] startPoint() {
        double[] point = new double[start.size()];
        for (int i = 0; i < point.length; i++) {
            point[i] = start.get(i);
        }
        return point;
    }

    public Run selected() {
        return runs.get(display.selected);
    }
}
