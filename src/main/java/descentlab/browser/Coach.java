package descentlab.browser;

import java.util.function.Consumer;
import org.teavm.classlib.PlatformDetector;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventTarget;
import org.teavm.jso.typedarrays.Float64Array;

/** The web worker that trains, as the same build as the page, so that its numbers are the page's to the last bit. */
final class Coach {
    private final EventTarget worker;
    private int waiting;
    private int job;
    private boolean answered;
    private double heard;

    private Coach(EventTarget worker) {
        this.worker = worker;
    }

    /** Null where the place allows no worker. @param received is given what the worker tells of the present job */
    static Coach start(Consumer<double[]> received, Runnable failed) {
        EventTarget worker = Hand.make(PlatformDetector.isJavaScript() ? "" : "wasm");
        if (worker == null) {
            return null;
        }
        Coach coach = new Coach(worker);
        Dom.on(worker, "message", event -> {
            coach.waiting--;
            if (Hand.job(event) == coach.job) {
                coach.answered = true;
                coach.heard = Dom.now();
                received.accept(Hand.numbers(event).copyToJavaArray());
            }
        });
        Dom.on(worker, "error", event -> {
            event.preventDefault();
            failed.run();
        });
        return coach;
    }

    /** Begins a job in the place of the one before. @see TrainingWork#of */
    void begin(String text, double[] known, double most) {
        job++;
        answered = false;
        ask(text, Float64Array.copyFromJavaArray(known), most);
    }

    /** Goes on with the present job. */
    void goOn(double most) {
        ask("", null, most);
    }

    private void ask(String text, Float64Array known, double most) {
        heard = waiting == 0 ? Dom.now() : heard;
        waiting++;
        post(worker, job, text, known, most);
    }

    @JSBody(params = {"worker", "job", "text", "known", "most"},
            script = "worker.postMessage({job: job, train: true, text: text, known: known, most: most});")
    private static native void post(JSObject worker, int job, String text, Float64Array known, double most);

    /** How many answers are still to come. */
    int waiting() {
        return waiting;
    }

    /** Whether it has answered to the present job, and owes no answer for longer than so many milliseconds. */
    boolean isAtWork(double patience) {
        return answered && (waiting == 0 || Dom.now() - heard < patience);
    }

    void stop() {
        Hand.terminate(worker);
    }
}
