package descentlab.browser;

import descentlab.browser.Lab.Change;
import descentlab.experiment.Experiment;
import descentlab.message.Numerals;
import descentlab.scene.CurveScene;
import descentlab.scene.Plot;
import descentlab.scene.RunPicture;
import descentlab.scene.Viewport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.events.WheelEvent;
import org.teavm.jso.dom.html.HTMLElement;

/** The main picture: drawing, and what hands do on it: drag the start along the curve, move and zoom the view, read values. */
final class CurveView implements Lab.View {
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
    private double[] pressed;
    private Viewport pressedWindow;

    CurveView(Lab lab) {
        this.lab = lab;
        HTMLElement canvas = pen.canvas();
        Dom.on(canvas, "pointerdown", event -> press((PointerEvent) event));
        Dom.on(canvas, "pointermove", event -> move((PointerEvent) event));
        Dom.on(canvas, "pointerup", event -> release((PointerEvent) event));
        Dom.on(canvas, "pointercancel", event -> cancel((PointerEvent) event));
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
            plot = CurveScene.plot(lab.window(), pen.width(), pen.height());
            scene(lab).draw(pen);
        }
    }

    CurveScene scene(Lab lab) {
        double[] minima = new double[lab.minima().size()];
        for (int i = 0; i < minima.length; i++) {
            minima[i] = lab.minima().get(i).x();
        }
        return new CurveScene(lab.experiment().function(), lab.window(), runPictures(lab), lab.position(), minima, Theme.palette(), Dom.MESSAGES);
    }

    /** The runs that are shown. */
    static List<RunPicture> runPictures(Lab lab) {
        List<RunPicture> pictures = new ArrayList<>();
        Experiment experiment = lab.experiment();
        for (int i = 0; i < experiment.runs().size(); i++) {
            if (experiment.runs().get(i).shown()) {
                boolean selected = i == experiment.display().selected();
                pictures.add(new RunPicture(lab.results().trajectories().get(i), i, lab.explanation(i).label(), lab.limits(i), selected));
            }
        }
        return pictures;
    }

    private void press(PointerEvent event) {
        Dom.capturePointer(pen.canvas(), event.getPointerId());
        pointers.put(event.getPointerId(), new double[] {event.getOffsetX(), event.getOffsetY()});
        pressed = new double[] {event.getOffsetX(), event.getOffsetY()};
        pressedWindow = lab.window();
        double[][] x = {{plot.xAt(pressed[0])}};
        double[] loss = new double[1];
        lab.experiment().function().loss(x, loss, 1);
        movesStart = pointers.size() == 1 && Math.abs(plot.py(loss[0]) - pressed[1]) <= NEAR;
        boolean mayScroll = event.getPointerType().equals("touch");
        if (movesStart && !mayScroll) {
            setStart(pressed[0], Change.LIVE);
        }
    }

    private void move(PointerEvent event) {
        double[] at = pointers.get(event.getPointerId());
        if (at == null) {
            read(event);
            return;
        }
        double before = spread();
        at[0] = event.getOffsetX();
        at[1] = event.getOffsetY();
        if (pointers.size() == 2) {
            pinch(spread() / before);
        } else if (movesStart) {
            setStart(at[0], Change.LIVE);
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
        if (movesStart || distance(at, pressed) <= CLICK) {
            setStart(at[0], Change.DONE);
        }
    }

    /** The browser has taken the gesture, to scroll the page. */
    private void cancel(PointerEvent event) {
        pointers.remove(event.getPointerId());
        if (movesStart) {
            lab.end(Change.DONE);
        }
    }

    private void pinch(double factor) {
        double middleX = 0;
        double middleY = 0;
        for (double[] at : pointers.values()) {
            middleX += at[0] / 2;
            middleY += at[1] / 2;
        }
        show(lab.window().zoom(factor, plot.xAt(middleX), plot.yAt(middleY)));
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

    private void setStart(double pixel, Change change) {
        lab.set(lab.experiment().withStart(rounded(plot.xAt(pixel))), change);
    }

    /** To about a tenth of a pixel, so that a start that was set by hand has a short number. */
    private double rounded(double x) {
        int exponent = (int) Math.floor(Math.log(lab.window().width() / 2000) / Math.log(10));
        double unit = Math.pow(10, -exponent);
        return Double.parseDouble((long) Math.floor(x * unit + 0.5) + "e" + exponent);
    }

    private void read(PointerEvent event) {
        double x = plot.xAt(event.getOffsetX());
        double[] loss = new double[1];
        double[][] gradient = new double[1][1];
        lab.experiment().function().gradient(new double[][] {{x}}, loss, gradient, 1);
        Dom.setText(hover, Dom.MESSAGES.text("picture.hover", Numerals.brief(x), Numerals.brief(loss[0]), Numerals.brief(gradient[0][0])));
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
        double step = (lab.window().xMax() - lab.window().xMin()) / (event.isShiftKey() ? 20 : 200);
        switch (event.getKey()) {
            case "ArrowLeft" -> nudge(-step);
            case "ArrowRight" -> nudge(step);
            case "+", "=" -> zoom(ZOOM);
            case "-" -> zoom(1 / ZOOM);
            case "0" -> fit();
            default -> {
                return;
            }
        }
        event.preventDefault();
    }

    private void nudge(double step) {
        double moved = lab.experiment().start().get(0) + step;
        lab.set(lab.experiment().withStart(rounded(moved)), Change.DONE);
    }

    private void zoom(double factor) {
        Viewport window = lab.window();
        show(window.zoom(factor, (window.xMin() + window.xMax()) / 2, (window.yMin() + window.yMax()) / 2));
    }

    private void show(Viewport window) {
        List<Double> asked = List.of(window.xMin(), window.xMax(), window.yMin(), window.yMax());
        lab.set(lab.experiment().withDisplay(lab.experiment().display().withWindow(asked)), Change.QUIET);
    }

    private void fit() {
        lab.set(lab.experiment().withDisplay(lab.experiment().display().withWindow(List.of())), Change.QUIET);
        lab.fit();
    }
}
