package descentlab.browser;

import descentlab.browser.Lab.Change;
import descentlab.experiment.Experiment;
import descentlab.scene.Plot;
import descentlab.scene.Viewport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.events.WheelEvent;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The main picture, a curve or a map: drawing, and what hands do on it: drag the start, move and zoom the view, read values.
 */
final class PictureView implements Lab.View {
    /** A press this near to the curve, in pixels, takes the start along; farther away it moves the view. */
    private static final double NEAR = 40;
    /** A press that moves less than this is a click. */
    private static final double CLICK = 4;
    private static final double ZOOM = 1.5;

    private final Lab lab;
    private final CanvasPen pen = new CanvasPen("curve");
    private final HTMLElement hover = Dom.element("hover");
    private final Map<Integer, double[]> pointers = new HashMap<>();
    private Plot plot;
    private boolean movesStart;
    private boolean pinched;
    private double[] pressed;
    private Viewport pressedWindow;
    /** As it was before the first finger touched the picture. */
    private Experiment before;

    PictureView(Lab lab) {
        this.lab = lab;
        HTMLElement canvas = pen.canvas();
        Dom.on(canvas, "pointerdown", event -> press((PointerEvent) event));
        Dom.on(canvas, "pointermove", event -> move((PointerEvent) event));
        Dom.on(canvas, "pointerup", event -> release((PointerEvent) event));
        Dom.on(canvas, "pointercancel", event -> cancel((PointerEvent) event));
        Dom.on(canvas, "touchmove", event -> keepFromScrolling(event));
        Dom.on(canvas, "pointerleave", event -> hover.setHidden(true));
        Dom.on(canvas, "wheel", event -> wheel((WheelEvent) event));
        Dom.on(canvas, "keydown", event -> key((KeyboardEvent) event));
        Dom.on(Dom.element("zoom-in"), "click", event -> zoom(ZOOM));
        Dom.on(Dom.element("zoom-out"), "click", event -> zoom(1 / ZOOM));
        Dom.on(Dom.element("zoom-fit"), "click", event -> fit());
    }

    @Override
    public void show(Lab lab) {
        if (pen.begin()) {
            plot = lab.landscape().plot(lab.experiment(), lab.window(), pen.width(), pen.height());
            lab.landscape().draw(lab, pen);
        }
    }

    private void press(PointerEvent event) {
        Dom.capturePointer(pen.canvas(), event.getPointerId());
        pointers.put(event.getPointerId(), new double[] {event.getOffsetX(), event.getOffsetY()});
        pressed = new double[] {event.getOffsetX(), event.getOffsetY()};
        pressedWindow = lab.window();
        before = pointers.size() == 1 ? lab.experiment() : before;
        movesStart = pointers.size() == 1 && lab.landscape().distanceToStart(lab.experiment(), plot, pressed) <= NEAR;
        pinched = pointers.size() > 1;
        boolean mayScroll = event.getPointerType().equals("touch");
        if (movesStart && !mayScroll) {
            setStart(pressed, Change.LIVE);
        }
    }

    private void move(PointerEvent event) {
        double[] at = pointers.get(event.getPointerId());
        if (at == null) {
            read(event);
            return;
        }
        double apart = spread();
        double[] middle = middle();
        at[0] = event.getOffsetX();
        at[1] = event.getOffsetY();
        if (pointers.size() == 2) {
            pinch(spread() / apart, middle);
        } else if (movesStart) {
            setStart(at, Change.LIVE);
        } else if (distance(at, pressed) > CLICK) {
            double dx = plot.xAt(pressed[0]) - plot.xAt(at[0]);
            double dy = plot.yAt(pressed[1]) - plot.yAt(at[1]);
            show(pressedWindow.pan(dx, dy));
        }
    }

    private void release(PointerEvent event) {
        double[] at = pointers.remove(event.getPointerId());
        if (at == null || !pointers.isEmpty()) {
            return;
        }
        if (movesStart || !pinched && distance(at, pressed) <= CLICK) {
            setStart(at, Change.DONE);
        }
    }

    /** The browser has taken the gesture, to scroll the page: what the first pixels of it changed is taken back. */
    private void cancel(PointerEvent event) {
        if (pointers.remove(event.getPointerId()) != null && pointers.isEmpty()) {
            lab.set(before, movesStart ? Change.DONE : Change.QUIET);
        }
    }

    /** One finger scrolls the page, two move the picture. */
    private void keepFromScrolling(Event event) {
        if (pointers.size() > 1) {
            event.preventDefault();
        }
    }

    /** Two fingers zoom around the middle between them, and what lies there goes with it. */
    private void pinch(double factor, double[] before) {
        double[] middle = middle();
        double x = plot.xAt(before[0]);
        double y = plot.yAt(before[1]);
        show(lab.window().pan(x - plot.xAt(middle[0]), y - plot.yAt(middle[1])).zoom(factor, x, y));
    }

    private double[] middle() {
        double[] middle = new double[2];
        for (double[] at : pointers.values()) {
            middle[0] += at[0] / pointers.size();
            middle[1] += at[1] / pointers.size();
        }
        return middle;
    }

    /** How far two fingers are apart; 1 for one. */
    private double spread() {
        if (pointers.size() != 2) {
            return 1;
        }
        List<double[]> both = new ArrayList<>(pointers.values());
        return Math.max(1, distance(both.get(0), both.get(1)));
    }

    private static double distance(double[] a, double[] b) {
        return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]);
    }

    private void setStart(double[] pixel, Change change) {
        double x = rounded(plot.xAt(pixel[0]), lab.window().width());
        double y = rounded(plot.yAt(pixel[1]), lab.window().height());
        Experiment pressed = lab.landscape().pressed(lab.experiment(), x, y);
        // A press on the start is no change yet, and no step of the history; nor is one on a picture without a start.
        if (pressed != lab.experiment() && (change != Change.LIVE || !pressed.start().equals(lab.experiment().start()))) {
            lab.set(pressed, change);
        }
    }

    /** To about a tenth of a pixel, so that a start or a view that was set by hand has short numbers. */
    private static double rounded(double value, double span) {
        int exponent = (int) Math.floor(Math.log(span / 2000) / Math.log(10));
        double unit = Math.pow(10, -exponent);
        return Double.parseDouble((long) Math.floor(value * unit + 0.5) + "e" + exponent);
    }

    private void read(PointerEvent event) {
        Dom.setText(hover, lab.landscape().reading(lab, plot.xAt(event.getOffsetX()), plot.yAt(event.getOffsetY())));
        hover.setHidden(false);
        double left = Math.min(event.getOffsetX() + 16, pen.width() - hover.getOffsetWidth() - 4);
        double top = event.getOffsetY() > 60 ? event.getOffsetY() - 40 : event.getOffsetY() + 24;
        Dom.setStyle(hover, "transform", "translate(" + left + "px," + top + "px)");
    }

    /** Ctrl or ⌘ and the wheel, which is also what a pinch on a touchpad sends; the wheel alone scrolls the page. */
    private void wheel(WheelEvent event) {
        if (event.getCtrlKey() || event.getMetaKey()) {
            event.preventDefault();
            show(lab.window().zoom(Math.exp(-event.getDeltaY() / 300), plot.xAt(event.getOffsetX()), plot.yAt(event.getOffsetY())));
        }
    }

    private void key(KeyboardEvent event) {
        double part = event.isShiftKey() ? 1.0 / 20 : 1.0 / 200;
        boolean map = lab.experiment().isMap();
        switch (event.getKey()) {
            case "ArrowLeft" -> nudge(-part, 0);
            case "ArrowRight" -> nudge(part, 0);
            case "ArrowUp", "ArrowDown" -> {
                if (!map) {
                    return;
                }
                nudge(0, event.getKey().equals("ArrowUp") ? part : -part);
            }
            case "+", "=" -> zoom(ZOOM);
            case "-" -> zoom(1 / ZOOM);
            case "0" -> fit();
            default -> {
                return;
            }
        }
        event.preventDefault();
    }

    /** Moves the start by parts of the view. */
    private void nudge(double across, double up) {
        if (lab.experiment().formula() == null) {
            return;
        }
        double[] moved = lab.experiment().startPoint();
        Viewport window = lab.window();
        moved[0] = rounded(moved[0] + across * window.width(), window.width());
        if (moved.length > 1) {
            moved[1] = rounded(moved[1] + up * window.height(), window.height());
        }
        lab.set(lab.experiment().withStart(moved), Change.DONE);
    }

    private void zoom(double factor) {
        Viewport window = lab.window();
        show(window.zoom(factor, (window.xMin() + window.xMax()) / 2, (window.yMin() + window.yMax()) / 2));
    }

    private void show(Viewport window) {
        double across = window.width();
        double up = window.height();
        List<Double> asked = List.of(rounded(window.xMin(), across), rounded(window.xMax(), across), rounded(window.yMin(), up),
                rounded(window.yMax(), up));
        lab.set(lab.experiment().withDisplay(lab.experiment().display().withWindow(asked)), Change.QUIET);
    }

    private void fit() {
        lab.set(lab.experiment().withDisplay(lab.experiment().display().withWindow(List.of())), Change.QUIET);
        lab.fit();
    }
}
