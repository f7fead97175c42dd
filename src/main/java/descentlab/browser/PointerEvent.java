package descentlab.browser;

import org.teavm.jso.JSProperty;
import org.teavm.jso.dom.events.MouseEvent;

/** Mouse, pen or finger (W3C Pointer Events), which TeaVM's bindings lack. */
interface PointerEvent extends MouseEvent {
    @JSProperty
    int getPointerId();

    /** "mouse", "pen" or "touch". */
    @JSProperty
    String getPointerType();
}
