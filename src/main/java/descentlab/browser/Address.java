package descentlab.browser;

import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.events.Event;

/**
 * The address of the page: its fragment is the experiment's text. Where the browser refuses a history (some frames do), the page works on without:
 * this is the one place that knows.
 */
final class Address {
    private Address() {
    }

    @JSBody(script = "return location.hash.length > 1 ? location.hash.substring(1) : '';")
    static native String text();

    /** The whole link to an experiment. */
    @JSBody(params = "text", script = "return location.href.split('#')[0] + '#' + text;")
    static native String link(String text);

    /** Writes the text into the address, as a new entry of the history or in place of the present one. */
    @JSBody(params = {"text", "entry"}, script = "if (location.hash === '#' + text) return;"
            + "try { history[entry ? 'pushState' : 'replaceState'](null, '', '#' + text); }"
            + "catch (refused) { document.documentElement.dataset.history = 'none'; }")
    static native void write(String text, boolean entry);

    /** By a link, by hand, or back and forth through the history. A popstate would tell most of it a second time. */
    static void onChange(Consumer<Event> handler) {
        Dom.on(Window.current(), "hashchange", handler);
    }
}
