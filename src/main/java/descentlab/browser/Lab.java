package descentlab.browser;

import descentlab.descent.Curvature;
import descentlab.descent.Terrain.Minimum;
import descentlab.descent.Trajectory;
import descentlab.experiment.Chart;
import descentlab.experiment.Experiment;
import descentlab.experiment.ExperimentText;
import descentlab.experiment.Explanation;
import descentlab.experiment.Results;
import descentlab.experiment.Run;
import descentlab.experiment.Vocabulary;
import descentlab.message.InputException;
import descentlab.scene.RunPicture;
import descentlab.scene.Viewport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.teavm.jso.browser.Window;

/**
 * The state of the page: the experiment, its results, and where the pictures stand. Every change goes through here; the views are shown it once a
 * frame.
 */
final class Lab {
    /** Browsers refuse more than about a hundred changes of the address in half a minute. */
    private static final int ADDRESS_DELAY = 400;
    private static final int PREVIEW_STYLE = 7;

    /** A part of the page. */
    interface View {
        void show(Lab lab);
    }

    /** The part that shows the chart, and it alone. */
    interface ChartView extends View {
        /** Shows the chart of an experiment that has been opened, where all else is said in the same words as in the present one. @return whether it is */
        boolean open(Experiment opened);
    }

    /** What a change means to Back and Forward. */
    enum Change {
        /** One of many while something is dragged: they make one step of the history together. */
        LIVE,
        /** A step of the history, or the end of the dragging before it. */
        DONE,
        /** Not worth a step of its own: where the picture stands and what it shows. */
        QUIET
    }

    private final Vocabulary vocabulary;
    private final List<Landscape> landscapes = new ArrayList<>();
    private final List<View> views = new ArrayList<>();
    private ChartView charts;
    private OneByOne oneByOne;
    private Landscape landscape;
    private Experiment experiment;
    private Results results;
    private List<Minimum> minima = List.of();
    private Trajectory bent;
    private Curvature curvature;
    private Minimum bottom;
    private double[] limits;
    private RunPicture preview;
    private Viewport firstWindow;
    private Viewport window;
    private double position;
    private boolean dragging;
    private boolean shown;
    private boolean frameAsked;
    private int addressTimer = -1;

    /** @param vocabulary what the experiments that it opens can name */
    Lab(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void add(Landscape landscape) {
        landscapes.add(landscape);
    }

    void add(View view) {
        views.add(view);
    }

    void add(ChartView view) {
        charts = view;
        views.add(lab -> showChart());
    }

    /** Shows the chart in a task of its own: it takes about as long as all other views, and a frame's layout and painting do not make it longer. */
    void showChart() {
        Window.setTimeout(() -> charts.show(this), 0);
    }

    /** While results come by themselves, views are shown one by one from now on; without this they never do. */
    void expectResults() {
        oneByOne = new OneByOne(this, views);
    }

    /** The kind of the function. */
    Landscape landscape() {
        return landscape;
    }

    Experiment experiment() {
        return experiment;
    }

    Results results() {
        return results;
    }

    /** The minima in view. */
    List<Minimum> minima() {
        return minima;
    }

    Viewport window() {
        return window;
    }

    /** The step that the pictures stand at; between two whole steps while a point moves. */
    double position() {
        return position;
    }

    int step() {
        return (int) Math.floor(Math.min(position, selectedTrajectory().steps()));
    }

    Explanation explanation(int run) {
        return landscape.explanation(experiment, results, run);
    }

    /** The runs that are shown. */
    List<RunPicture> runPictures() {
        List<RunPicture> pictures = new ArrayList<>();
        for (int i = 0; i < experiment.runs().size(); i++) {
            if (experiment.runs().get(i).shown()) {
                pictures.add(landscape.picture(this, i, i == experiment.display().selected()));
            }
        }
        if (preview != null) {
            pictures.add(preview);
        }
        return pictures;
    }

    /** Shows another run with those of the experiment, or no longer: null. */
    void preview(RunPicture other) {
        if (preview != other) {
            preview = other;
            redraw();
        }
    }

    /** Shows the selected run of another experiment with those of this one. */
    void previewRunOf(Experiment other) {
        Experiment alone = other.withRuns(List.of(other.selected())).withDisplay(other.display().withSelected(0));
        preview(new RunPicture(Results.of(alone).trajectories().get(0), PREVIEW_STYLE, Dom.MESSAGES.text("maps.preview"), new double[0], false));
    }

    /** That of the function at the states of the selected run. */
    Curvature curvature() {
        if (bent != selectedTrajectory()) {
            bent = selectedTrajectory();
            curvature = new Curvature(experiment.function(), bent);
            limits = curvature.limits();
            boolean quadratic = experiment.isMap() && minima.size() == 1 && curvature.isConstant() && minima.get(0).flattest() > 0;
            bottom = quadratic ? minima.get(0) : null;
        }
        return curvature;
    }

    /** 2/λmax at each state of the selected run, nothing for the others. */
    double[] limits(int run) {
        curvature();
        return run == experiment.display().selected() ? limits : new double[0];
    }

    /** The minimum where the function of x and y is a quadratic, else null. */
    Minimum bottomOfQuadratic() {
        if (!experiment.isMap()) {
            return null;
        }
        curvature();
        return bottom;
    }

    Trajectory selectedTrajectory() {
        return results.trajectories().get(experiment.display().selected());
    }

    /** The learning rate of the selected run: where it was changed by hand, that of the present step; a schedule begins from it. */
    double rate() {
        Run run = experiment.selected();
        Trajectory taken = selectedTrajectory();
        return !run.isSetByHand() || taken.steps() == 0 ? run.lr() : taken.rate()[Math.min(step(), taken.steps() - 1)];
    }

    /**
     * Begins to show what has been opened, or the example of this key where nothing has, and writes it into an empty address: in tasks of their own, since no code
     * is warm yet and the browser has to answer in between.
     */
    void start(String otherwise, Runnable whenShown) {
        if (experiment == null) {
            show(example(otherwise));
        }
        if (Address.text().isEmpty()) {
            Address.write(ExperimentText.write(experiment), false);
        }
        Deque<Runnable> tasks = new ArrayDeque<>();
        tasks.add(() -> descend(null));
        tasks.add(() -> look(null));
        for (View view : views) {
            tasks.add(() -> view.show(this));
        }
        tasks.add(() -> {
            shown = true;
            frameAsked = false;
            redraw();
        });
        tasks.add(whenShown);
        later(tasks);
    }

    private static void later(Deque<Runnable> tasks) {
        if (!tasks.isEmpty()) {
            Window.setTimeout(() -> {
                tasks.remove().run();
                later(tasks);
            }, 0);
        }
    }

    /** Shows the experiment that a text says; where it cannot be read, the present one stays. */
    void open(String text) throws InputException {
        Experiment opened = ExperimentText.read(text, vocabulary);
        if (landscapeOf(opened) == null) {
            throw new InputException(0, text.length(), "page.kind");
        }
        dragging = false;
        if (charts == null || !charts.open(opened)) {
            show(opened);
        }
    }

    /** The experiment of a key of the catalogue, or null where this program does not know it: then the whole shows it in the place of this one. */
    Experiment example(String key) {
        String text = "example=" + key;
        try {
            return ExperimentText.read(text, vocabulary);
        } catch (InputException e) {
            Program.askForWhole(text);
            return null;
        }
    }

    /** Shows nothing more. @return the text of what was shown last, with the step at which the pictures stand, or "" */
    String leave() {
        shown = false;
        Window.clearTimeout(addressTimer);
        if (experiment == null) {
            return "";
        }
        String text = ExperimentText.write(experiment.withDisplay(experiment.display().withAt(at())));
        Address.write(text, false);
        return text;
    }

    /** The step of the pictures as it is written: −1 for the last. */
    private int at() {
        return position >= experiment.steps() ? -1 : (int) Math.floor(position);
    }

    /** Makes this the experiment, on the page and in the address. */
    void set(Experiment changed, Change change) {
        if (landscapeOf(changed) == null) {
            Program.askForWhole(ExperimentText.write(changed));
            return;
        }
        show(changed);
        boolean entry = change != Change.QUIET && !dragging;
        Window.clearTimeout(addressTimer);
        if (change == Change.LIVE) {
            if (entry) {
                Address.write(ExperimentText.write(changed), true);
            } else {
                addressTimer = Window.setTimeout(() -> Address.write(ExperimentText.write(experiment), false), ADDRESS_DELAY);
            }
        } else {
            Address.write(ExperimentText.write(changed), entry);
        }
        dragging = change == Change.LIVE;
    }

    /** Makes this the chart, or none: null. All else stays as it is, and the picture of the chart alone is shown anew. */
    void setChart(Chart chart) {
        experiment = experiment.withChart(chart);
        if (experiment.display().embedded()) {
            redraw();
        } else if (shown) {
            showChart();
        }
    }

    /** A change that changes nothing more: where it is the last of several, they are one step of the history from here on. */
    void end(Change change) {
        if (change == Change.DONE) {
            set(experiment, change);
        }
    }

    /** Moves the pictures to a step without writing it down, as playing does. */
    void seek(double position) {
        this.position = Math.max(0, Math.min(experiment.steps(), position));
        if (experiment.display().window().isEmpty()) {
            setWindow(landscape.following(experiment, step() == 0 ? firstWindow : window, selectedTrajectory().point(step())));
        }
        redraw();
    }

    /** Writes down where the pictures stand. */
    void stand() {
        Viewport kept = window;
        set(experiment.withDisplay(experiment.display().withAt(at())), Change.QUIET);
        window = kept;
    }

    /** Has all views shown the state in the next frame; while results still come, one by one. */
    void redraw() {
        if (shown && oneByOne != null && !landscape.isSettled()) {
            oneByOne.show();
        } else if (shown && !frameAsked) {
            frameAsked = true;
            Window.requestAnimationFrame(time -> {
                frameAsked = false;
                draw();
            });
        }
    }

    /** Has all views show the state now. */
    void draw() {
        for (View view : views) {
            view.show(this);
        }
    }

    private void show(Experiment changed) {
        landscape = landscapeOf(changed);
        Experiment before = experiment;
        experiment = changed;
        if (shown) {
            descend(before);
            look(before);
            if (experiment.formula() == null) {
                minima = landscape.minima(experiment, window);
            }
            redraw();
        }
    }

    /** The kind of the function of an experiment, or null where this program does not know it. */
    private Landscape landscapeOf(Experiment other) {
        Landscape fitting = null;
        for (Landscape each : landscapes) {
            fitting = each.isOf(other) ? each : fitting;
        }
        return fitting;
    }

    /** Runs the experiment again where something of it has changed that the runs depend on. */
    private void descend(Experiment before) {
        boolean same = before != null && before.function() == experiment.function() && before.start() == experiment.start()
                && before.steps() == experiment.steps() && before.runs() == experiment.runs() && before.tolerance() == experiment.tolerance();
        if (!same) {
            results = landscape.results(experiment);
        }
    }

    /** Takes results that have gone on since the experiment was set. */
    void goOn(Results further) {
        results = further;
        minima = landscape.minima(experiment, window);
        oneByOne.show();
    }

    /** Puts the pictures where the experiment wants them. */
    private void look(Experiment before) {
        if (before == null || before.function() != experiment.function()) {
            window = null;
        }
        List<Double> asked = experiment.display().window();
        if (!asked.isEmpty() && Viewport.isPossible(asked.get(0), asked.get(1), asked.get(2), asked.get(3))) {
            setWindow(new Viewport(asked.get(0), asked.get(1), asked.get(2), asked.get(3)));
        } else if (window == null || !before.display().window().isEmpty()) {
            fit();
        }
        int at = experiment.display().at();
        position = at < 0 ? experiment.steps() : Math.min(at, experiment.steps());
    }

    /** Chooses the view for the function and the start. */
    void fit() {
        firstWindow = landscape.firstView(experiment);
        setWindow(firstWindow);
        redraw();
    }

    private void setWindow(Viewport chosen) {
        if (!chosen.equals(window)) {
            window = chosen;
            minima = landscape.minima(experiment, window);
        }
    }
}
