package descentlab.browser;

import descentlab.experiment.Chart.Interval;
import descentlab.experiment.ChartPlan;
import descentlab.experiment.Experiment;
import descentlab.experiment.ExperimentText;
import descentlab.experiment.Run;
import descentlab.scene.SweepScene;
import descentlab.survey.Sweep;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** The strip under the slider: final loss and steps to tolerance of the runs at every rate on it. Computed in slices, coarsely at first. */
final class SweepView implements Lab.View {
    /** A slice, in milliseconds: short within a frame that has more to draw. */
    private static final double FIRST_SLICE = 3;
    private static final double SLICE = 8;
    private static final double THUMB = 24;
    private static final int PER_RATE = 2;
    private static final double FINGER = 8;

    private final Lab lab;
    private final CanvasPen pen = new CanvasPen("sweep");
    private final HTMLInputElement slider = Dom.input("rate");
    private final List<Sweep> sweeps = new ArrayList<>();
    private final List<Integer> styles = new ArrayList<>();
    private String key = "";
    private boolean waiting;
    private double pointed = Double.NaN;
    private boolean dragging;
    /** Where a drag began, and how far from there it has to go before it counts. */
    private double pressed;
    private double slack;

    SweepView(Lab lab) {
        this.lab = lab;
        HTMLElement canvas = pen.canvas();
        Dom.on(canvas, "pointerdown", event -> {
            dragging = true;
            pressed = ((PointerEvent) event).getOffsetX();
            slack = ((PointerEvent) event).getPointerType().equals("touch") ? FINGER : 0;
            Dom.capturePointer(canvas, ((PointerEvent) event).getPointerId());
            drag((PointerEvent) event);
        });
        Dom.on(canvas, "pointermove", event -> {
            if (dragging) {
                drag((PointerEvent) event);
            } else {
                point(place((PointerEvent) event));
            }
        });
        Dom.on(canvas, "pointerup", event -> {
            dragging = false;
            slide((PointerEvent) event, "change");
        });
        Dom.on(canvas, "pointercancel", event -> dragging = false);
        Dom.on(canvas, "pointerleave", event -> point(Double.NaN));
    }

    /** A finger that does not go sideways may be about to scroll the page. */
    private void drag(PointerEvent event) {
        if (Math.abs(event.getOffsetX() - pressed) >= slack) {
            slack = 0;
            slide(event, "input");
        }
    }

    private double low() {
        return Double.parseDouble(slider.getAttribute("min"));
    }

    private double high() {
        return Double.parseDouble(slider.getAttribute("max"));
    }

    /** The power of ten under the pointer, on the scale of the slider. */
    private double place(PointerEvent event) {
        double place = (event.getOffsetX() - THUMB / 2) / (pen.width() - THUMB);
        return low() + Math.max(0, Math.min(1, place)) * (high() - low());
    }

    /** Does what the slider does. */
    private void slide(PointerEvent event, String type) {
        point(Double.NaN);
        slider.setValue(String.valueOf(place(event)));
        dispatch(slider, type);
    }

    @JSBody(params = {"element", "type"}, script = "element.dispatchEvent(new Event(type, {bubbles: true}));")
    private static native void dispatch(HTMLElement element, String type);

    /** Shows the selected run at the rate pointed at. */
    private void point(double power) {
        pointed = Math.pow(10, power);
        if (power != power || lab.experiment().learning() != null) {
            lab.preview(null);
        } else {
            Experiment experiment = lab.experiment();
            lab.previewRunOf(experiment.withRun(experiment.display().selected(), experiment.selected().withRateFromStart(pointed)));
        }
        lab.redraw();
    }

    @Override
    public void show(Lab lab) {
        Experiment experiment = lab.experiment();
        if (!pen.begin()) {
            return;
        }
        begin(experiment);
        if (!waiting && lab.landscape().isSettled()) {
            work(FIRST_SLICE);
        }
        double[] loss = new double[1];
        double[][] start = new double[experiment.start().size()][1];
        for (int i = 0; i < start.length; i++) {
            start[i][0] = experiment.start().get(i);
        }
        experiment.function().loss(start, loss, 1);
        List<Double> rates = new ArrayList<>();
        for (Run run : experiment.runs()) {
            rates.add(run.shown() ? run.lr() : Double.NaN);
        }
        new SweepScene(sweeps, styles, loss[0], experiment.steps(), rates, lab.rate(), experiment.display().selected(), pointed, THUMB / 2,
                experiment.learning() != null, Theme.palette(), Dom.MESSAGES).draw(pen);
    }

    /** Begins anew where a sweep would differ from the one that is there. */
    private void begin(Experiment experiment) {
        List<Run> swept = new ArrayList<>();
        for (Run run : experiment.runs()) {
            swept.add(run.withRateFromStart(1));
        }
        Experiment compared = experiment.withRuns(swept).withDisplay(Experiment.Display.STANDARD);
        String now = ExperimentText.write(compared) + low() + " " + high() + " " + pen.width();
        if (now.equals(key)) {
            return;
        }
        key = now;
        sweeps.clear();
        styles.clear();
        int count = Math.max(2, (int) ((pen.width() - THUMB) / PER_RATE));
        Interval rates = new Interval(Math.pow(10, low()), Math.pow(10, high()));
        List<String> seen = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        order.add(experiment.display().selected());
        for (int i = 0; i < swept.size(); i++) {
            if (i != experiment.display().selected()) {
                order.add(i);
            }
        }
        // Runs that differ in their rate alone have the same sweep; it has the colour of the one that the slider sets.
        for (int i : order) {
            String text = swept.get(i).text();
            if (swept.get(i).shown() && !seen.contains(text)) {
                seen.add(text);
                sweeps.add(ChartPlan.affordableSweep(experiment, swept.get(i), rates, count));
                styles.add(i);
            }
        }
    }

    private void work(double slice) {
        waiting = false;
        double end = Dom.now() + slice;
        boolean more = true;
        while (more && Dom.now() < end) {
            more = false;
            for (Sweep sweep : sweeps) {
                more |= sweep.advance();
            }
        }
        if (more) {
            waiting = true;
            Window.setTimeout(() -> {
                work(SLICE);
                Window.requestAnimationFrame(time -> show(lab));
            }, 0);
        }
    }
}
