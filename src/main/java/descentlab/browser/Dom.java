package descentlab.browser;

import descentlab.expression.Markup;
import descentlab.message.Messages;
import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.events.EventTarget;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.xml.Element;

/** The document, and the few things of the browser that TeaVM's own bindings lack. Text is only ever set as text, never as HTML. */
final class Dom {
    /** The words that the program knows; set once, before anything is shown. */
    static Messages MESSAGES;

    private static boolean stopped;

    private Dom() {
    }

    static HTMLDocument document() {
        return Window.current().getDocument();
    }

    static HTMLElement element(String id) {
        return document().getElementById(id);
    }

    static HTMLInputElement input(String id) {
        return (HTMLInputElement) document().getElementById(id);
    }

    static HTMLElement create(String tag, String className) {
        HTMLElement element = document().createElement(tag);
        if (!className.isEmpty()) {
            element.setClassName(className);
        }
        return element;
    }

    static void empty(HTMLElement element) {
        setText(element, "");
    }

    /** Sets the text only where it differs, so that a screen reader does not hear the same again. */
    @JSBody(params = {"element", "text"}, script = "if (element.textContent !== text) element.textContent = text;")
    static native void setText(Element element, String text);

    @JSBody(params = {"element", "value"}, script = "if (element.value !== value && document.activeElement !== element) element.value = value;")
    static native void setValueUnlessTyping(HTMLInputElement element, String value);

    @JSBody(params = {"element", "name", "value"}, script = "element.style.setProperty(name, value);")
    static native void setStyle(HTMLElement element, String name, String value);

    @JSBody(params = {"element", "name", "on"}, script = "element.classList.toggle(name, on);")
    static native void setClass(HTMLElement element, String name, boolean on);

    @JSBody(params = {"namespace", "name"}, script = "return document.createElementNS(namespace, name);")
    static native Element createElementNs(String namespace, String name);

    /** No event is heard from here on: another program has the page. */
    static void stop() {
        stopped = true;
    }

    /** Calls back at each event of a type. */
    static void on(EventTarget target, String type, Consumer<Event> handler) {
        target.addEventListener(type, new Listener(handler));
    }

    /** The one class of ours that JavaScript calls: each that it can call adds a good deal to the compiled program. */
    private record Listener(Consumer<Event> handler) implements EventListener<Event> {
        @Override
        public void handleEvent(Event event) {
            if (!stopped) {
                handler.accept(event);
            }
        }
    }

    @JSBody(params = "query", script = "return matchMedia(query).matches;")
    static native boolean matches(String query);

    static void onMediaChange(String query, Consumer<Event> handler) {
        on(media(query), "change", handler);
    }

    @JSBody(params = "query", script = "return matchMedia(query);")
    private static native EventTarget media(String query);

    /** Calls back after the size of an element has changed. */
    static void onResize(HTMLElement element, Consumer<Event> handler) {
        observe(element, new Listener(handler));
    }

    @JSBody(params = {"element", "handler"}, script = "new ResizeObserver(function () { handler(null); }).observe(element);")
    private static native void observe(HTMLElement element, EventListener<Event> handler);

    @JSBody(params = {"element", "pointer"}, script = "element.setPointerCapture(pointer);")
    static native void capturePointer(HTMLElement element, int pointer);

    @JSBody(params = {"range", "low", "high"}, script = "range.min = low; range.max = high;")
    static native void setRange(HTMLInputElement range, double low, double high);

    /** Puts a text on the clipboard; calls back with whether that was allowed. */
    @JSBody(params = {"text", "done"}, script = "if (navigator.clipboard) "
            + "navigator.clipboard.writeText(text).then(function () { done(true); }, function () { done(false); }); else done(false);")
    static native void copy(String text, Answer done);

    /** Saves a text as a file. */
    @JSBody(params = {"name", "type", "text"}, script = "var a = document.createElement('a'); a.download = name;"
            + "a.href = URL.createObjectURL(new Blob([text], {type: type})); a.click();"
            + "setTimeout(function () { URL.revokeObjectURL(a.href); }, 1000);")
    static native void save(String name, String type, String text);

    @JSBody(params = {"name", "canvas"}, script = "var a = document.createElement('a'); a.download = name;"
            + "a.href = canvas.toDataURL('image/png'); a.click();")
    static native void savePicture(String name, HTMLElement canvas);

    @JSBody(script = "return performance.now();")
    static native double now();

    /** Answers yes or no from JavaScript. */
    @JSFunctor
    interface Answer extends JSObject {
        void is(boolean yes);
    }

    /** MathML elements for a typeset expression. */
    static Element math(Markup markup) {
        Element element = createElementNs("http://www.w3.org/1998/Math/MathML", markup.element());
        if (markup.text() != null && !markup.text().isEmpty()) {
            setText(element, markup.text());
        }
        for (Markup child : markup.children()) {
            element.appendChild(math(child));
        }
        return element;
    }
}
