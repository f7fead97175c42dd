package descentlab.browser;

import descentlab.experiment.Experiment;
import descentlab.experiment.Results;
import descentlab.experiment.Training;
import descentlab.message.Numerals;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;

/** Trains in slices between which the page can answer, shows how far it is and how fast, and can be held. */
final class Trainer {
    /** Milliseconds of work at once, more in the first slice: what is done within it is shown as if it had taken no time. */
    private static final double SLICE = 12;
    private static final double FIRST_SLICE = 30;
    /** Milliseconds from one look at the results to the next. */
    private static final double LOOK = 120;
    /** Steps between two looks at the clock, at most. */
    private static final int MOST_AT_ONCE = 256;

    private final Lab lab;
    private final HTMLElement bar = Dom.element("training");
    private final HTMLElement progress = Dom.element("training-progress");
    private final HTMLElement text = Dom.element("training-text");
    private final HTMLElement pause = Dom.element("training-pause");
    private final HTMLElement step = Dom.element("training-step");
    private Training training;
    private Results results;
    private boolean held;
    private int atOnce;
    private double worked;
    private double taken;
    private double looked;
    private int slices;

    Trainer(Lab lab) {
        this.lab = lab;
        Dom.on(pause, "click", event -> hold(!held));
        Dom.on(step, "click", event -> {
            training.advance(1);
            look();
        });
    }

    /** Begins; runs that were trained before are kept. @return how far it has come at once */
    Results begin(Experiment experiment) {
        training = new Training(experiment, training);
        atOnce = 1;
        worked = 0;
        taken = 0;
        held = false;
        work(FIRST_SLICE);
        show();
        goOn(++slices);
        results = training.results();
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
        held = on;
        show();
        goOn(++slices);
    }

    /** @param slice of the training that this is for; one that was begun later has a number of its own */
    private void goOn(int slice) {
        if (held || training.isFinished()) {
            return;
        }
        looked = Dom.now();
        Window.setTimeout(() -> slice(slice), 0);
    }

    private void slice(int slice) {
        if (slice != slices || lab.experiment().learning() == null) {
            return;
        }
        work(SLICE);
        boolean finished = training.isFinished();
        if (finished || Dom.now() - looked > LOOK) {
            look();
        }
        if (!finished) {
            Window.setTimeout(() -> slice(slice), 0);
        }
    }

    private void look() {
        looked = Dom.now();
        results = training.results();
        lab.goOn(results);
        show();
    }

    private void work(double milliseconds) {
        double start = Dom.now();
        double now = start;
        while (now - start < milliseconds && !training.isFinished()) {
            double before = now;
            taken += training.advance(atOnce);
            now = Dom.now();
            atOnce = now - before < 1 ? Math.min(MOST_AT_ONCE, 2 * atOnce) : Math.max(1, atOnce / 2);
        }
        worked += now - start;
    }

    private void show() {
        boolean finished = training.isFinished();
        bar.setHidden(finished);
        if (finished) {
            return;
        }
        int steps = training.most();
        progress.setAttribute("max", Integer.toString(steps));
        progress.setAttribute("value", Integer.toString(training.steps()));
        Dom.setText(pause, Dom.MESSAGES.text(held ? "training.go" : "training.pause"));
        step.setHidden(!held);
        double speed = taken / Math.max(1, worked) * 1000;
        Dom.setText(text, Dom.MESSAGES.text("training.progress", Numerals.count(training.steps()), Numerals.count(steps), Numerals.count((long) speed)));
    }
}
