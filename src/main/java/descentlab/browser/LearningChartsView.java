package descentlab.browser;

import descentlab.descent.Trajectory;
import descentlab.experiment.BlowUp;
import descentlab.experiment.LearningCurves.Samples;
import descentlab.message.Numerals;
import descentlab.objective.Learning;
import descentlab.parameter.Settings;
import descentlab.scene.HistogramScene;
import descentlab.scene.SeriesScene;
import descentlab.scene.SeriesScene.Series;
import java.util.List;
import org.teavm.jso.dom.html.HTMLElement;

/** How the selected run learns: gradient, sharpness against 2/η, weights, updates, idle units, and what blew up. Drawn only while it is open. */
final class LearningChartsView implements Lab.View {
    /** Andrej Karpathy's rule of thumb (CS231n): updates of about a thousandth of the weights. */
    private static final double USUAL_UPDATE = 1e-3;
    private static final double DASH = 5;

    private final LearningLandscape landscape;
    private final HTMLElement details = Dom.element("learns-details");
    private final HTMLElement note = Dom.element("learns-note");
    private final HTMLElement blowUp = Dom.element("blow-up");
    private final CanvasPen norm = new CanvasPen("gradient-norm");
    private final CanvasPen sharpness = new CanvasPen("sharpness");
    private final CanvasPen weights = new CanvasPen("weights");
    private final CanvasPen updates = new CanvasPen("updates");

    LearningChartsView(Lab lab, LearningLandscape landscape) {
        this.landscape = landscape;
        Dom.on(details, "toggle", event -> lab.redraw());
    }

    @Override
    public void show(Lab lab) {
        Learning learning = lab.experiment().learning();
        if (learning == null) {
            return;
        }
        Trajectory run = lab.selectedTrajectory();
        BlowUp broken = BlowUp.of(learning, run, lab.results().verdicts().get(lab.experiment().display().selected()));
        blowUp.setHidden(broken == null);
        Dom.setText(blowUp, broken == null ? "" : broken.text(Dom.MESSAGES));
        if (!details.hasAttribute("open")) {
            return;
        }
        int style = lab.experiment().display().selected();
        int step = lab.step();
        if (norm.begin()) {
            draw(norm, lab, "learns.gradient", List.of(new Series(norms(run.gradient(), run.steps() + 1), style, 0, "")), true);
        }
        if (landscape.isSettled() && sharpness.begin()) {
            Samples samples = landscape.curves(lab, style).sharpness();
            Series found = new Series(samples.filled(), style, 0, "λmax");
            Settings rule = lab.experiment().selected().optimizer();
            double momentum = rule.declaration().name().equals("SGD") && !rule.flag("nesterov") ? rule.number("momentum") : Double.NaN;
            Series limit = new Series(limits(run, 2 + 2 * momentum), style, DASH, momentum == 0 ? "2/η" : "2(1 + μ)/η");
            draw(sharpness, lab, "learns.sharpness", momentum == momentum ? List.of(limit, found) : List.of(found), false);
        }
        if (weights.begin()) {
            new HistogramScene(Dom.MESSAGES.text("learns.weights"), run.point(step), false, Double.NaN, "", style, Theme.palette(), Dom.MESSAGES)
                    .draw(weights);
        }
        if (updates.begin()) {
            new HistogramScene(Dom.MESSAGES.text("learns.updates"), updates(run, Math.min(step, run.steps() - 1)), true, USUAL_UPDATE, "10⁻³", style,
                    Theme.palette(), Dom.MESSAGES).draw(updates);
        }
        int[] idle = learning.idleUnits(run.point(step));
        Dom.setText(note, learning.isConvex() ? "" : Dom.MESSAGES.text("learns.idle", Numerals.count(step), Numerals.count(idle[0]),
                Numerals.count(idle[1]), Numerals.count(idle[2])));
    }

    private static void draw(CanvasPen pen, Lab lab, String key, List<Series> series, boolean logarithmic) {
        new SeriesScene(Dom.MESSAGES.text(key), series, Double.NaN, "", logarithmic, lab.position(), Theme.palette(), Dom.MESSAGES).draw(pen);
    }

    /** The length of a vector at each state. */
    private static double[] norms(double[][] vector, int states) {
        double[] norms = new double[states];
        for (int t = 0; t < states; t++) {
            double square = 0;
            for (double[] coordinate : vector) {
                square += coordinate[t] * coordinate[t];
            }
            norms[t] = Math.sqrt(square);
        }
        return norms;
    }

    /** Above this sharpness a step of gradient descent overshoots for good; {@code two} is more with heavy-ball momentum (Polyak 1964). */
    private static double[] limits(Trajectory run, double two) {
        double[] limits = new double[run.steps()];
        for (int t = 0; t < limits.length; t++) {
            limits[t] = two / run.rate()[t];
        }
        return limits;
    }

    /** The change of each parameter in a step, in parts of the parameter. */
    private static double[] updates(Trajectory run, int step) {
        double[] updates = new double[run.dimension()];
        for (int i = 0; step >= 0 && i < updates.length; i++) {
            updates[i] = (run.x()[i][step + 1] - run.x()[i][step]) / run.x()[i][step];
        }
        return updates;
    }
}
