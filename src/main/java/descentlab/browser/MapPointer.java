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
import descentlab.survey.Survey;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/** A pointer on a map: says what is under it and shows that run, chooses it by a click, and zooms into a box that it drags. */
final class MapPointer {
    private static final double CLICK = 4;

    private final Lab lab;
    private final MapsView maps;
    private final CanvasPen pen;
    private final HTMLElement hover = Dom.element("maps-hover");
    /** Whether it shows the run under it; others may show runs too. */
    private boolean reading;
    private double[] pressed;
    private Frame box;

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
    }

    void drawBox() {
        if (box != null) {
            pen.rectangle(box, Theme.palette().accent(), 0.25);
        }
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
        if (pressed == null) {
            read(event, x, y);
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
        if (zoomed == null || zoomed.width() < CLICK || zoomed.height() < CLICK) {
            lab.set(at(pressed[0], pressed[1]), Change.DONE);
        } else {
            zoom(zoomed);
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
        if (box != null) {
            box = null;
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

    /** Says what is under the pointer and shows that run. */
    private void read(PointerEvent event, double x, double y) {
        boolean inside = maps.frame().contains(event.getOffsetX(), event.getOffsetY());
        if (!inside) {
            leave();
            return;
        }
        reading = true;
        hover.setHidden(false);
        Experiment there = at(x, y);
        String rate = Numerals.exact(there.selected().lr());
        String what = MapScene.describe(maps.outcomes(), cell(x, y), Dom.MESSAGES);
        double[] start = there.startPoint();
        String place = start.length == 1 ? Numerals.exact(start[0]) : Numerals.exact(start[0]) + ", " + Numerals.exact(start[1]);
        Dom.setText(hover, Dom.MESSAGES.text("maps.hover", rate, place, what));
        Dom.setStyle(hover, "left", Math.min(x + 12, Math.max(0, pen.width() - hover.getOffsetWidth() - 4)) + "px");
        Dom.setStyle(hover, "top", pen.canvas().getOffsetTop() + Math.max(0, y - 36) + "px");
        lab.previewRunOf(there);
    }

    private void zoom(Frame to) {
        Frame frame = maps.frame();
        Survey.Plan plan = maps.outcomes().survey().plan();
        double left = (to.left() - frame.left()) / frame.width();
        double right = (to.right() - frame.left()) / frame.width();
        double bottom = (frame.bottom() - to.bottom()) / frame.height();
        double top = (frame.bottom() - to.top()) / frame.height();
        Chart chart = maps.chart();
        double low = chart.up().from();
        double span = chart.up().to() - low;
        maps.set(chart.with(new Interval(plan.across().at(left), plan.across().at(right)), new Interval(low + bottom * span, low + top * span)));
    }
}
