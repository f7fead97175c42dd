package descentlab.browser;

import descentlab.message.Numerals;
import descentlab.objective.Formula;
import descentlab.scene.Surface;
import descentlab.scene.SurfaceScene;
import descentlab.scene.Turn;
import descentlab.scene.Viewport;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;

/** The surface of a function of x and y, beside the map or in its place, turned by drag and by the arrow keys. */
final class SurfaceView implements Lab.View {
    private static final double PER_PIXEL = 0.01;
    private static final double PER_KEY = 0.1;
    /** From here on there is room for both at once, as style.css has it too. */
    private static final String WIDE = "(min-width: 821px)";

    private final Lab lab;
    private final CanvasPen pen = new CanvasPen("surface");
    private final HTMLElement root = Dom.document().getDocumentElement();
    private Turn turn = Turn.STANDARD;
    private double[] pressed;
    private Turn pressedTurn;
    private Formula function;
    private Viewport window;
    private Surface surface;
    /** Width over height of the view: style.css gives the map a width with which a unit is as long on both axes, as far as there is room. */
    private double aspect;

    SurfaceView(Lab lab) {
        this.lab = lab;
        Dom.on(pen.canvas(), "pointerdown", event -> {
            PointerEvent pointer = (PointerEvent) event;
            Dom.capturePointer(pen.canvas(), pointer.getPointerId());
            pressed = new double[] {pointer.getOffsetX(), pointer.getOffsetY()};
            pressedTurn = turn;
        });
        Dom.on(pen.canvas(), "pointermove", event -> {
            PointerEvent pointer = (PointerEvent) event;
            if (pressed != null) {
                turnTo(pressedTurn.by((pointer.getOffsetX() - pressed[0]) * PER_PIXEL, (pointer.getOffsetY() - pressed[1]) * PER_PIXEL));
            }
        });
        Dom.on(pen.canvas(), "pointerup", event -> pressed = null);
        Dom.on(pen.canvas(), "pointercancel", event -> pressed = null);
        Dom.on(pen.canvas(), "keydown", event -> key((KeyboardEvent) event));
    }

    private void turnTo(Turn turned) {
        turn = turned;
        lab.redraw();
    }

    private void key(KeyboardEvent event) {
        switch (event.getKey()) {
            case "ArrowLeft" -> turnTo(turn.by(-PER_KEY, 0));
            case "ArrowRight" -> turnTo(turn.by(PER_KEY, 0));
            case "ArrowUp" -> turnTo(turn.by(0, -PER_KEY));
            case "ArrowDown" -> turnTo(turn.by(0, PER_KEY));
            case "0" -> turnTo(Turn.STANDARD);
            default -> {
                return;
            }
        }
        event.preventDefault();
    }

    @Override
    public void show(Lab lab) {
        boolean map = lab.experiment().isMap();
        boolean wanted = lab.experiment().display().shows("surface") || Dom.matches(WIDE);
        Dom.setClass(root, "map", map);
        Dom.setClass(root, "surface", map && wanted);
        if (map && aspect != lab.window().width() / lab.window().height()) {
            aspect = lab.window().width() / lab.window().height();
            Dom.setStyle(root, "--aspect", Numerals.exact(aspect));
        }
        if (!map || !wanted || !pen.begin()) {
            return;
        }
        if (function != lab.experiment().formula() || !lab.window().equals(window)) {
            function = lab.experiment().formula();
            window = lab.window();
            surface = new Surface(function, window);
        }
        new SurfaceScene(surface, turn, lab.runPictures(), lab.position(), Theme.palette(), Dom.MESSAGES).draw(pen);
    }
}
