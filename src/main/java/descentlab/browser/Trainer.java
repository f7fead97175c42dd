package descentlab.browser;

import descentlab.experiment.Errand;
import descentlab.experiment.Experiment;
import descentlab.experiment.Results;
import descentlab.experiment.Training;
import descentlab.message.Numerals;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * Trains in a worker, shows how far it is and how fast, and can be held. As long as no worker answers, or where there is none, the page itself trains in
 * slices between which it can answer; the numbers are the same, so that nothing is lost where a worker fails.
 */
final class Trainer {
    /** Milliseconds of the page's own work at once, more in the first slice: what is done within it is shown as if it had taken no time. */
    private static final double SLICE = 12;
    private static final double FIRST_SLICE = 20;
    /** Milliseconds from one look at the results to the next. */
    private static final double LOOK = 200;
    /** So many answers of the worker are on their way, so that it never waits. */
    private static final int AHEAD = 2;
    /** Milliseconds for which a worker that has answered may be silent until the page goes on by itself. */
    private static final double PATIENCE = 3000;
    private static final int WATCH = 100;

    private final Lab lab;
    private final HTMLElement bar = Dom.element("training");
    private final HTMLElement progress = Dom.element("training-progress");
    private final HTMLElement text = Dom.element("training-text");
    private final HTMLElement pause = Dom.element("training-pause");
    private final HTMLElement step = Dom.element("training-step");
    private Training training;
    private Results results;
    private Coach coach;
    private boolean coachWasStarted;
    private Errand errand;
    private Stint stint;
    private boolean held;
    /** As many steps of all runs together are wanted, and have been asked for. */
    private double wanted;
    private double from;
    private double worked;
    private double since;
    private double looked;
    private int turns;

    Trainer(Lab lab) {
        this.lab = lab;
        Dom.on(pause, "click", event -> hold(!held));
        Dom.on(step, "click", event -> {
            wanted = training.known() + 1;
            goOn();
        });
    }

    /** Begins; what is known of the same runs is kept. @return how far it has come at once */
    Results begin(Experiment experiment) {
        training = new Training(experiment, training);
        boolean asBefore = errand != null && errand.covers(training) && !training.isFinished();
        if (!asBefore) {
            errand = null;
            stint = new Stint();
            held = false;
            wanted = Double.POSITIVE_INFINITY;
            from = training.known();
            worked = 0;
            since = Dom.now();
            stint.work(training, FIRST_SLICE, wanted);
        }
        results = training.results();
        show();
        goOn();
        return results;
    }

    /** What was shown last. */
    Results results() {
        return results;
    }

    /** Whether all runs have come to their ends. */
    boolean isFinished() {
        return training != null && training.isFinished();
    }

    private void hold(boolean on) {
        count();
        held = on;
        wanted = on ? training.known() : Double.POSITIVE_INFINITY;
        show();
        goOn();
    }

    private boolean isWanted() {
        return training.known() < wanted && !training.isFinished() && lab.experiment().learning() != null;
    }

    private void goOn() {
        looked = Dom.now();
        int turn = ++turns;
        Window.setTimeout(() -> {
            if (!coachWasStarted && isWanted()) {
                coachWasStarted = true;
                coach = Coach.start(this::receive, this::fail);
            }
            slice(turn);
        }, 0);
    }

    /** Keeps the worker busy; it is told of the present runs where it works for others. */
    private void ask() {
        if (!isWanted() || !lab.experiment().isInText()) {
            return;
        }
        double most = wanted - training.known();
        if (coach != null && errand == null) {
            errand = new Errand(training);
            coach.begin(errand.text(), errand.told(), most);
        }
        while (coach != null && coach.waiting() < (held ? 1 : AHEAD)) {
            coach.goOn(most);
        }
    }

    private void receive(double[] news) {
        if (errand != null) {
            errand.take(news);
            ask();
            lookIfDue();
        }
    }

    private void fail() {
        if (coach != null) {
            coach.stop();
            coach = null;
            goOn();
        }
    }

    /** @param turn that this is for; a later one has taken over where it is not the present one */
    private void slice(int turn) {
        if (turn != turns || !isWanted()) {
            return;
        }
        if (prepare()) {
            Window.setTimeout(() -> slice(turn), 0);
            return;
        }
        ask();
        boolean helped = coach != null && coach.isAtWork(PATIENCE);
        if (!helped) {
            stint.work(training, SLICE, wanted - training.known());
            lookIfDue();
        }
        Window.setTimeout(() -> slice(turn), helped ? WATCH : 0);
    }

    /** Makes room before anything comes that needs it. @return whether there is more to make */
    private boolean prepare() {
        double end = Dom.now() + SLICE;
        boolean more = true;
        while (more && Dom.now() < end) {
            more = training.prepare();
        }
        return more;
    }

    private void lookIfDue() {
        if (lab.experiment().learning() != null && (!isWanted() || Dom.now() - looked > LOOK)) {
            looked = Dom.now();
            results = training.results();
            lab.goOn(results);
            show();
        }
    }

    /** Counts the time of work until now. */
    private void count() {
        double now = Dom.now();
        worked += held ? 0 : now - since;
        since = now;
    }

    private void show() {
        boolean finished = training.isFinished();
        bar.setHidden(finished);
        if (finished) {
            return;
        }
        count();
        int steps = training.most();
        progress.setAttribute("max", Integer.toString(steps));
        progress.setAttribute("value", Integer.toString(training.steps()));
        Dom.setText(pause, Dom.MESSAGES.text(held ? "training.go" : "training.pause"));
        step.setHidden(!held);
        double speed = (training.known() - from) / Math.max(1, worked) * 1000;
        Dom.setText(text, Dom.MESSAGES.text("training.progress", Numerals.count(training.steps()), Numerals.count(steps), Numerals.count((long) speed)));
    }
}
