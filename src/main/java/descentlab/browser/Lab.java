package descentlab.browser;

import descentlab.descent.Terrain;
import descentlab.descent.Terrain.Minimum;
import descentlab.descent.Trajectory;
import descentlab.experiment.Experiment;
import descentlab.experiment.ExperimentText;
import descentlab.experiment.Explanation;
import descentlab.experiment.Results;
import descentlab.experiment.Run;
import descentlab.message.InputException;
import descentlab.scene.FirstView;
import descentlab.scene.Viewport;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.browser.Window;

/** The state of the page: the experiment, its results, and where the pictures stand. Every change goes through here; the views are shown it once a frame. */
final class Lab {
    /** Browsers refuse more than about a hundred changes of the address in half a minute. */
    private static final int ADDRESS_DELAY = 400;

    /** A part of the page. */
    interface View {
        void show(Lab lab);
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

    private final List<View> views = new ArrayList<>();
    private Experiment experiment;
    private Results results;
    private List<Minimum> minima = List.of();
    private Viewport firstWindow;
    private Viewport window;
    private double position;
    private boolean dragging;
    private boolean firstShown;
    private boolean frameAsked;
    private int addressTimer = -1;

    void add(View view) {
        views.add(view);
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
        return (int) Math.floor(position);
    }

    Explanation explanation(int run) {
        return new Explanation(Dom.MESSAGES, experiment, experiment.runs().get(run), results.trajectories().get(run));
    }

    Trajectory selectedTrajectory() {
        return results.trajectories().get(experiment.display().selected());
    }

    /** The learning rate that the selected run uses in the present step. */
    double rate() {
        Run run = experiment.selected();
        double[] rates = selectedTrajectory().rate();
        return run.schedule() == null || rates.length == 0 ? run.lr() : rates[Math.min(step(), rates.length - 1)];
    }

    /** Begins to show what has been opened, or this where nothing has, and writes it into an empty address. */
    void start(Experiment otherwise) {
        if (experiment == null) {
            show(otherwise);
        }
        if (Address.text().isEmpty()) {
            Address.write(ExperimentText.write(experiment), false);
        }
        Window.setTimeout(() -> showOneByOne(0), 0);
    }

    /** Shows the experiment that a text says; where it cannot be read, the present one stays. */
    void open(String text) throws InputException {
        Experiment opened = ExperimentText.read(text);
        if (opened.function().dimension() > 1) {
            throw new InputException(0, 0, "page.dimension");
        }
        dragging = false;
        show(opened);
    }

    /** Makes this the experiment, on the page and in the address. */
    void set(Experiment changed, Change change) {
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

    /** Moves the pictures to a step without writing it down, as playing does. */
    void seek(double position) {
        this.position = Math.max(0, Math.min(experiment.steps(), position));
        if (experiment.display().window().isEmpty()) {
            double x = selectedTrajectory().x()[0][step()];
            setWindow(FirstView.following(experiment.function(), step() == 0 ? firstWindow : window, x));
        }
        redraw();
    }

    /** Writes down where the pictures stand. */
    void stand() {
        int at = step() == experiment.steps() ? -1 : step();
        Viewport kept = window;
        set(experiment.withDisplay(experiment.display().withAt(at)), Change.QUIET);
        window = kept;
    }

    /** Has all views shown the state in the next frame. */
    void redraw() {
        if (firstShown && !frameAsked) {
            frameAsked = true;
            Window.requestAnimationFrame(time -> {
                frameAsked = false;
                for (View view : views) {
                    view.show(this);
                }
            });
        }
    }

    /** The first time, when no code is warm yet, each view in a task of its own, so that the browser can answer between them. */
    private void showOneByOne(int next) {
        if (next == views.size()) {
            firstShown = true;
            redraw();
            return;
        }
        views.get(next).show(this);
        Window.setTimeout(() -> showOneByOne(next + 1), 0);
    }

    private void show(Experiment changed) {
        Experiment before = experiment;
        experiment = changed;
        boolean sameFunction = before != null && before.function() == changed.function();
        boolean sameStart = sameFunction && before.start() == changed.start();
        if (!sameStart || before.steps() != changed.steps() || before.runs() != changed.runs() || before.tolerance() != changed.tolerance()) {
            results = Results.of(changed);
        }
        if (!sameFunction) {
            window = null;
        }
        List<Double> asked = changed.display().window();
        if (!asked.isEmpty() && Viewport.isPossible(asked.get(0), asked.get(1), asked.get(2), asked.get(3))) {
            setWindow(new Viewport(asked.get(0), asked.get(1), asked.get(2), asked.get(3)));
        } else if (window == null || !before.display().window().isEmpty()) {
            fit();
        }
        position = changed.display().at() < 0 ? changed.steps() : Math.min(changed.display().at(), changed.steps());
        redraw();
    }

    /** Chooses the view for the function and the start. */
    void fit() {
        firstWindow = FirstView.of(experiment.function(), experiment.start().get(0));
        setWindow(firstWindow);
        redraw();
    }

    private void setWindow(Viewport chosen) {
        if (!chosen.equals(window)) {
            window = chosen;
            minima = Terrain.minima(experiment.function(), window.xMin(), window.xMax());
        }
    }
}
