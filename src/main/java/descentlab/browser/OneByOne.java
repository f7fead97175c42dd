package descentlab.browser;

import descentlab.browser.Lab.View;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.teavm.jso.browser.Window;

/**
 * Has views show the state in tasks of their own, so that the page can answer in between: where results come by themselves, some may be seen a little later
 * than others.
 */
final class OneByOne {
    /** Milliseconds after which the rest is left to the next task. */
    private static final double SHARE = 8;

    private final Lab lab;
    private final List<View> views;
    private final Deque<View> waiting = new ArrayDeque<>();

    OneByOne(Lab lab, List<View> views) {
        this.lab = lab;
        this.views = views;
    }

    /** Shows all once more; those that wait to be shown do not wait twice. */
    void show() {
        boolean underWay = !waiting.isEmpty();
        for (View view : views) {
            if (!waiting.contains(view)) {
                waiting.add(view);
            }
        }
        if (!underWay) {
            Window.setTimeout(this::next, 0);
        }
    }

    private void next() {
        double end = Dom.now() + SHARE;
        while (!waiting.isEmpty() && Dom.now() < end) {
            waiting.remove().show(lab);
        }
        if (!waiting.isEmpty()) {
            Window.setTimeout(this::next, 0);
        }
    }
}
