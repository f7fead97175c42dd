package descentlab.browser;

import org.teavm.jso.JSBody;

/** The page as a frame in another page: tells the parent its height, as Canvas and other learning platforms ask (lti.frameResize). */
final class Parent {
    private Parent() {
    }

    @JSBody(script = "return window.parent !== window;")
    static native boolean isFramed();

    /** Sends the height now and whenever it changes, once a drawn frame at most. */
    @JSBody(script = "var sent = 0, waiting = false;"
            + "function send() { waiting = false; var height = Math.ceil(document.documentElement.getBoundingClientRect().height);"
            + "  if (height !== sent) { sent = height; parent.postMessage({subject: 'lti.frameResize', height: height}, '*');"
            + "    parent.postMessage(JSON.stringify({subject: 'lti.frameResize', height: height}), '*');"
            + "    parent.postMessage({subject: 'org.imsglobal.lti.frameResize', height: height}, '*'); } }"
            + "new ResizeObserver(function () { if (!waiting) { waiting = true; requestAnimationFrame(send); } }).observe(document.body);")
    static native void tellHeight();
}
