package descentlab.browser;

import descentlab.browser.Lab.Change;
import descentlab.experiment.Chart;
import descentlab.experiment.Chart.Interval;
import descentlab.experiment.Chart.Kind;
import descentlab.experiment.ChartPlan;
import descentlab.experiment.Experiment;
import descentlab.experiment.Run;
import descentlab.message.Numerals;
import descentlab.scene.Frame;
import descentlab.scene.MapScene;
import descentlab.scene.Stroke;
import descentlab.survey.Scale;
import descentlab.survey.Scale.Quantity;
import descentlab.survey.Survey;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/** A pointer on a map, or the arrow keys: says what is there and shows that run, chooses it, and zooms, into a box that is dragged or around the place. */
final class MapPointer {
    private static final double CLICK = 4;
    private static final double ARM = 9;
    private static final double LEAP = 10;

    private final Lab lab;
    private final MapsView maps;
    private final CanvasPen pen;
    private final HTMLElement hover = Dom.element("maps-hover");
    /** Whether it shows the run under it; others may show runs too. */
    private boolean reading;
    private double[] pressed;
    private Frame box;
    /** The place that the arrow keys have come to, or null. */
    private double[] cursor;

    MapPointer(Lab lab, MapsView maps, CanvasPen pen) {
        this.lab = lab;
        this.maps = maps;
        this.pen = pen;
        HTMLCanvasElement canvas = pen.canvas();
        Dom.on(canvas, "pointerdown", event -> press((PointerEvent) event));
        Dom.on(canvas, "pointermove", event -> move((PointerEvent) event));
        Dom.on(canvas, "pointerup", event -> release((PointerEvent) event));
        Dom.on(canvas, "pointerleave", event -> leave());
        Dom.on(canvas, "pointercancel", event -> leave());
        Dom.on(canvas, "keydown", event -> key((KeyboardEvent) event));
        Dom.on(canvas, "blur", event -> leave());
    }

    /** The box that is dragged, or the place that the keys have come to. */
    void draw() {
        if (box != null) {
            pen.rectangle(box, Theme.palette().accent(), 0.25);
        }
        if (cursor != null) {
            double x = cursor[0];
            double y = cursor[1];
            double[] xs = {x - ARM, x + ARM, x, x};
            double[] ys = {y, y, y - ARM, y + ARM};
            pen.segments(xs, ys, 0, 4, Stroke.solid(Theme.palette().paper(), 1, 5));
            pen.segments(xs, ys, 0, 4, Stroke.solid(Theme.palette().ink(), 1, 2));
        }
    }

    private void key(KeyboardEvent event) {
        if (maps.outcomes() == null || event.isCtrlKey() || event.isMetaKey() || event.isAltKey()) {
            return;
        }
        double by = event.isShiftKey() ? LEAP : 1;
        switch (event.getKey()) {
            case "ArrowLeft" -> go(-by, 0);
            case "ArrowRight" -> go(by, 0);
            case "ArrowUp" -> go(0, -by);
            case "ArrowDown" -> go(0, by);
            case "Enter" -> {
                if (cursor != null) {
                    lab.set(at(cursor[0], cursor[1]), Change.DONE);
                }
            }
            case "+", "=" -> zoomAround(0.5);
            case "-" -> zoomAround(2);
            case "0" -> maps.openSelected();
            case "Escape" -> leave();
            default -> {
                return;
            }
        }
        event.preventDefault();
    }

    /** The place that the keys have come to, or the middle. */
    private double[] place() {
        Frame frame = maps.frame();
        return cursor != null ? cursor : new double[] {frame.left() + frame.width() / 2, frame.top() + frame.height() / 2};
    }

    /** Moves the place that the keys have come to, and says what is there. */
    private void go(double across, double down) {
        Frame frame = maps.frame();
        double[] from = place();
        cursor = new double[] {Math.max(frame.left(), Math.min(frame.right() - 1, from[0] + across)),
                Math.max(frame.top(), Math.min(frame.bottom() - 1, from[1] + down))};
        read(cursor[0], cursor[1]);
        maps.redraw();
    }

    /** Shows so many times as much, or less, around the place that the keys have come to or else the middle. */
    private void zoomAround(double factor) {
        Frame frame = maps.frame();
        double x = place()[0];
        double y = place()[1];
        zoom(new Frame(x - (x - frame.left()) * factor, y - (y - frame.top()) * factor, frame.width() * factor, frame.height() * factor));
    }

    private void press(PointerEvent event) {
        if (maps.outcomes() != null && maps.frame().contains(event.getOffsetX(), event.getOffsetY())) {
            leave();
            pressed = new double[] {event.getOffsetX(), event.getOffsetY()};
            Dom.capturePointer(pen.canvas(), event.getPointerId());
        }
    }

    private void move(PointerEvent event) {
        if (maps.outcomes() == null) {
            return;
        }
        Frame frame = maps.frame();
        double x = Math.max(frame.left(), Math.min(frame.right() - 1, event.getOffsetX()));
        double y = Math.max(frame.top(), Math.min(frame.bottom() - 1, event.getOffsetY()));
        if (pressed == null && frame.contains(event.getOffsetX(), event.getOffsetY())) {
            cursor = null;
            read(x, y);
            return;
        } else if (pressed == null) {
            leave();
            return;
        }
        box = new Frame(Math.min(x, pressed[0]), Math.min(y, pressed[1]), Math.abs(x - pressed[0]), Math.abs(y - pressed[1]));
        maps.redraw();
    }

    private void release(PointerEvent event) {
        if (pressed == null) {
            return;
        }
        Frame zoomed = box;
        box = null;
        if (zoomed == null || zoomed.width() < CLICK && zoomed.height() < CLICK) {
            lab.set(at(pressed[0], pressed[1]), Change.DONE);
        } else {
            Frame frame = maps.frame();
            // Along a side on which it has no width worth speaking of, all stays in view.
            boolean across = zoomed.width() >= CLICK;
            boolean down = zoomed.height() >= CLICK;
            zoom(new Frame(across ? zoomed.left() : frame.left(), down ? zoomed.top() : frame.top(), across ? zoomed.width() : frame.width(),
                    down ? zoomed.height() : frame.height()));
        }
        pressed = null;
    }

    /** Says and shows nothing until it moves again. */
    void leave() {
        if (reading) {
            reading = false;
            hover.setHidden(true);
            lab.preview(null);
        }
        pressed = null;
        if (box != null || cursor != null) {
            box = null;
            cursor = null;
            maps.redraw();
        }
    }

    private int cell(double x, double y) {
        Frame frame = maps.frame();
        Survey.Plan plan = maps.outcomes().survey().plan();
        int column = Math.min(plan.width() - 1, (int) ((x - frame.left()) / frame.width() * plan.width()));
        int row = Math.min(plan.height() - 1, (int) ((y - frame.top()) / frame.height() * plan.height()));
        return row * plan.width() + column;
    }

    /** The experiment with the run that a place of the picture shows. */
    private Experiment at(double x, double y) {
        Survey survey = maps.outcomes().survey();
        int cell = cell(x, y);
        Experiment experiment = lab.experiment();
        Run run = experiment.selected();
        run = maps.chart().kind().hasRates() ? run.withRateFromStart(survey.rate(cell)) : run;
        run = maps.chart().kind() == Kind.MOMENTUM ? ChartPlan.withMomentum(run, survey.momentum(cell)) : run;
        double[] start = experiment.startPoint();
        for (int i = 0; i < start.length && (maps.chart().kind() == Kind.ATLAS || maps.chart().kind() == Kind.BASINS); i++) {
            start[i] = survey.start(cell, i);
        }
        return experiment.withStart(start).withRun(experiment.display().selected(), run);
    }

    /** Says what is at a place and shows that run. */
    private void read(double x, double y) {
        reading = true;
        hover.setHidden(false);
        Experiment there = at(x, y);
        String rate = typeset(there.selected().lr());
        String what = MapScene.describe(maps.outcomes(), maps.places(), cell(x, y), Dom.MESSAGES);
        double[] start = there.startPoint();
        boolean momentum = maps.chart().kind() == Kind.MOMENTUM;
        String place = momentum ? typeset(there.selected().rule().momentum(there.selected().optimizer()))
                : start.length == 1 ? typeset(start[0]) : Dom.MESSAGES.text("maps.end.map", typeset(start[0]), typeset(start[1]));
        Dom.setText(hover, Dom.MESSAGES.text(momentum ? "maps.hover.momentum" : "maps.hover", rate, place, what));
        Dom.setStyle(hover, "left", Math.min(x + 12, Math.max(0, pen.width() - hover.getOffsetWidth() - 4)) + "px");
        Dom.setStyle(hover, "top", pen.canvas().getOffsetTop() + Math.max(0, y - 36) + "px");
        lab.previewRunOf(there);
    }

    private static String typeset(double value) {
        return Numerals.exact(value).replace('-', '−');
    }

    private void zoom(Frame to) {
        Frame frame = maps.frame();
        Chart chart = maps.chart();
        Interval across = part(chart.sideways(), chart.kind().hasRates(), frame.width(), to.left() - frame.left(), to.right() - frame.left());
        Interval up = part(chart.up(), false, frame.height(), frame.bottom() - to.bottom(), frame.bottom() - to.top());
        maps.zoom(chart.with(across, up));
    }

    /** What of a side stands between two pixels of so many, which can lie beyond its ends. */
    private static Interval part(Interval whole, boolean logarithmic, double pixels, double from, double to) {
        Scale side = new Scale(Quantity.X, whole.from(), whole.to(), logarithmic, (int) pixels);
        return new Interval(side.edge(from / pixels), side.edge(to / pixels));
    }
}
