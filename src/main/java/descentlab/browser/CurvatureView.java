package descentlab.browser;

import descentlab.descent.Curvature;
import descentlab.descent.Terrain.Minimum;
import descentlab.experiment.Experiment;
import descentlab.experiment.Gauge;
import descentlab.message.Numerals;
import descentlab.scene.SeriesScene;
import descentlab.scene.SeriesScene.Series;
import java.util.List;
import org.teavm.jso.dom.html.HTMLElement;

/** The curvature where the selected run stands, in one line; opened, how near each step is to the limit, and the parts of a quadratic's loss. */
final class CurvatureView implements Lab.View {
    private static final double DASH = 5;

    private final HTMLElement details = Dom.element("curvature-details");
    private final HTMLElement summary = Dom.element("curvature-now");
    private final HTMLElement note = Dom.element("curvature-note");
    private final CanvasPen gauge = new CanvasPen("gauge");
    private final CanvasPen split = new CanvasPen("split");

    CurvatureView(Lab lab) {
        Dom.on(details, "toggle", event -> lab.redraw());
    }

    @Override
    public void show(Lab lab) {
        Experiment experiment = lab.experiment();
        if (experiment.formula() == null) {
            return;
        }
        Curvature curvature = lab.curvature();
        double smallest = curvature.smallest(lab.step());
        double largest = curvature.largest(lab.step());
        boolean open = details.hasAttribute("open");
        boolean simple = experiment.selected().optimizer().declaration().name().equals("SGD");
        Gauge read = open || simple ? Gauge.of(experiment.selected(), lab.selectedTrajectory(), curvature) : null;
        int step = Math.min(lab.step(), experiment.steps() - 1);
        Dom.setText(summary, curvatures(experiment, smallest, largest) + (read == null || step < 0 ? "" : Dom.MESSAGES.text("curvature.gauge",
                Dom.MESSAGES.text(axis(read)), Numerals.brief(read.values()[step]), Numerals.brief(read.limit()))));
        if (!open) {
            return;
        }
        Dom.setText(note, note(lab, read, step));
        int style = experiment.display().selected();
        if (gauge.begin()) {
            Series line = new Series(read.values(), style, 0, "");
            new SeriesScene(Dom.MESSAGES.text(axis(read)), List.of(line), read.limit(), Dom.MESSAGES.text("curvature.limit",
                    Numerals.brief(read.limit())), false, lab.position(), Theme.palette(), Dom.MESSAGES).draw(gauge);
        }
        Minimum bottom = lab.bottomOfQuadratic();
        split.canvas().setHidden(bottom == null);
        if (bottom != null && split.begin()) {
            double[][] parts = curvature.parts(bottom.point());
            Series flat = new Series(parts[0], style, DASH, "λ = " + Numerals.brief(smallest) + ":");
            Series stiff = new Series(parts[1], style, 0, "λ = " + Numerals.brief(largest) + ":");
            new SeriesScene(Dom.MESSAGES.text("curvature.parts"), List.of(flat, stiff), Double.NaN, "", true, lab.position(), Theme.palette(),
                    Dom.MESSAGES).draw(split);
        }
    }

    private static String curvatures(Experiment experiment, double smallest, double largest) {
        if (!experiment.isMap()) {
            return Dom.MESSAGES.text("curvature.curve", Numerals.brief(largest));
        }
        String none = smallest < 0 ? "curvature.none" : smallest == 0 ? "curvature.none.flat" : "curvature.none.unknown";
        String condition = smallest > 0 ? Numerals.brief(largest / smallest) : Dom.MESSAGES.text(none);
        return Dom.MESSAGES.text("curvature.map", Numerals.brief(smallest), Numerals.brief(largest), condition);
    }

    /** The key of what the gauge measures. */
    private static String axis(Gauge read) {
        return read.rates() == null ? "curvature.axis" : "curvature.axis.own";
    }

    private static String note(Lab lab, Gauge read, int step) {
        String text = Dom.MESSAGES.text("curvature.explained");
        if (read.rates() != null && step >= 0) {
            String rates = Numerals.brief(read.rates()[0][step]);
            for (int i = 1; i < read.rates().length; i++) {
                rates += ", " + Numerals.brief(read.rates()[i][step]);
            }
            text = Dom.MESSAGES.text("curvature.own", Numerals.count(step), rates);
        }
        Minimum bottom = lab.bottomOfQuadratic();
        if (bottom == null) {
            return text + (lab.experiment().isMap() ? " " + Dom.MESSAGES.text("curvature.ellipse") : "");
        }
        int[] swings = lab.curvature().swings(bottom.point());
        return text + " " + Dom.MESSAGES.text("curvature.ellipse") + " "
                + Dom.MESSAGES.text("curvature.split", Numerals.count(swings[1]), Numerals.count(swings[0]), Numerals.count(lab.experiment().steps()));
    }
}
