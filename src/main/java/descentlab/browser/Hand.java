package descentlab.browser;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSString;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventTarget;
import org.teavm.jso.typedarrays.Float64Array;

/** One web worker, and the tiles that it has been asked for and has not sent yet. */
final class Hand {
    /** It is asked for a tile of this job first, which is none, and answers when it has loaded the program. */
    private static final int LOADING = 0;

    private final EventTarget worker;
    /** Pairs of a job and a tile. */
    private final List<int[]> asked = new ArrayList<>();
    private boolean ready;
    /** Arrays in which it has sent tiles that are over. */
    private final Deque<Float64Array> spent = new ArrayDeque<>();
    private double heard;

    private Hand(EventTarget worker) {
        this.worker = worker;
    }

    /**
     * Starts a worker, by its address, or in a frame without an origin from a Blob that loads it; null where the place allows none.
     *
     * @param loaded   is run when it can be asked for tiles
     * @param received is given a job above 0 and one of its tiles, packed
     */
    static Hand start(Runnable loaded, BiConsumer<Integer, double[]> received, Runnable failed) {
        EventTarget worker = make("");
        if (worker == null) {
            return null;
        }
        Hand hand = new Hand(worker);
        Dom.on(worker, "message", event -> {
            hand.asked.remove(0);
            hand.heard = Dom.now();
            if (!hand.ready) {
                hand.ready = true;
                loaded.run();
                return;
            }
            Float64Array numbers = numbers(event);
            hand.spent.add(numbers);
            received.accept(job(event), numbers.copyToJavaArray());
        });
        Dom.on(worker, "error", event -> {
            event.preventDefault();
            failed.run();
        });
        hand.ask(LOADING, null, 0);
        return hand;
    }

    /** A worker, or null where the place allows none. @param name "wasm" for the WebAssembly build, or "" */
    @JSBody(params = "name", script = """
        try {
            if (location.protocol === 'file:') return null;
            if (self.origin !== 'null') return new Worker('worker.js', {name: name});
            var base = new URL('.', document.baseURI).href;
            var source = 'self.BASE=' + JSON.stringify(base) + ';importScripts(BASE+"worker.js")';
            return new Worker(URL.createObjectURL(new Blob([source], {type: 'text/javascript'})), {name: name});
        } catch (refused) {
            return null;
        }""")
    static native EventTarget make(String name);

    @JSBody(params = "event", script = "return event.data.job;")
    static native int job(Event event);

    @JSBody(params = "event", script = "return event.data.numbers;")
    static native Float64Array numbers(Event event);

    void ask(int job, JSString text, int tile) {
        heard = asked.isEmpty() ? Dom.now() : heard;
        asked.add(new int[] {job, tile});
        post(worker, job, text, tile, spent.poll());
    }

    @JSBody(params = {"worker", "job", "text", "tile", "spent"}, script = """
        worker.postMessage({job: job, text: text, tile: tile, spent: spent}, spent ? [spent.buffer] : []);""")
    private static native void post(JSObject worker, int job, JSString text, int tile, Float64Array spent);

    List<int[]> asked() {
        return asked;
    }

    /** For how long it has had something to do and has sent nothing, in milliseconds. */
    double silence() {
        return asked.isEmpty() ? 0 : Dom.now() - heard;
    }

    /** Whether it can be asked for tiles. */
    boolean isReady() {
        return ready;
    }

    /** Whether it is still at tiles of another job. */
    boolean isAtOtherThan(int job) {
        return ready && !asked.isEmpty() && asked.get(0)[0] != job;
    }

    void stop() {
        terminate(worker);
    }

    @JSBody(params = "worker", script = "worker.terminate();")
    static native void terminate(JSObject worker);
}
