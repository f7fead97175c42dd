package descentlab.browser;

import descentlab.descent.Terrain.Minimum;
import descentlab.experiment.Chart;
import descentlab.experiment.Chart.Interval;
import descentlab.experiment.Chart.Kind;
import descentlab.experiment.ChartPlan;
import descentlab.experiment.Experiment;
import descentlab.experiment.ExperimentText;
import descentlab.experiment.Run;
import descentlab.experiment.SurveyCsv;
import descentlab.message.InputException;
import descentlab.message.Message;
import descentlab.message.Numerals;
import descentlab.scene.BifurcationScene;
import descentlab.scene.Frame;
import descentlab.scene.MapScene;
import descentlab.scene.OutcomePicture;
import descentlab.scene.Palette;
import descentlab.scene.Pen;
import descentlab.scene.RangeScene;
import descentlab.scene.SvgPen;
import descentlab.survey.Outcomes;
import descentlab.survey.Sweep;
import java.util.List;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** The maps of learning rates: which picture and which part of it, and its computation in the background. */
final class MapsView implements Lab.ChartView {
    private static final String[] EXPORTS = {"maps-png", "maps-svg", "maps-csv"};
    /** What takes longer says how long, in milliseconds, and is drawn on the way, at most so often; the picture before stays meanwhile. */
    private static final double LONG = 1000;
    private static final int FRESH = 500;
    /** The part that has to be known before it tells how long the rest takes: workers are slow at first. */
    private static final double TELLING = 0.01;
    private static final int SWEPT = 200;
    private static final double SLICE = 8;
    private static final double SVG_WIDTH = 960;
    private static final double SVG_HEIGHT = 600;

    private final Lab lab;
    private final CanvasPen pen = new CanvasPen("maps");
    private final HTMLElement details = Dom.element("maps-details");
    private final HTMLInputElement select = Dom.input("maps-kind");
    private final HTMLElement words = Dom.element("maps-words");
    private final HTMLElement note = Dom.element("maps-note");
    private final HTMLElement busy = Dom.element("maps-busy");
    private final Pool pool = new Pool(this::changed);
    private final MapPointer pointer;
    private String text = "";
    /** What is shown, or null where no map is asked for: then alone one that is opens, since a person may have closed it a moment ago. */
    private Chart chart;
    private Outcomes outcomes;
    private OutcomePicture picture;
    private boolean timed;
    private boolean seen;
    /** Whether it goes on to paint, and whether the canvas shows anything: if not, the axes come first. */
    private boolean painting;
    private boolean drawn;
    private String searched = "";
    private Sweep sweep;

    MapsView(Lab lab) {
        this.lab = lab;
        pointer = new MapPointer(lab, this, pen);
        for (Kind kind : Kind.values()) {
            if (kind != Kind.SWEEP) {
                HTMLElement option = Dom.create("option", "");
                option.setAttribute("value", kind.word());
                Dom.setText(option, Dom.MESSAGES.text("maps.kind." + kind.word()));
                select.appendChild(option);
            }
        }
        Dom.on(details, "toggle", event -> toggled());
        Dom.on(select, "change", event -> openSelected());
        Dom.on(Dom.element("maps-reset"), "click", event -> openSelected());
        Dom.on(Dom.element("maps-stop"), "click", event -> {
            pool.stop();
            redraw();
        });
        Dom.on(Dom.element("maps-png"), "click", event -> Dom.savePicture(chart.kind().word() + ".png", pen.canvas()));
        Dom.on(Dom.element("maps-svg"), "click", event -> {
            SvgPen svg = new SvgPen(SVG_WIDTH, SVG_HEIGHT);
            draw(svg);
            Dom.save(chart.kind().word() + ".svg", "image/svg+xml", svg.svg(select.getValue()));
        });
        Dom.on(Dom.element("maps-csv"), "click", event -> Dom.save(chart.kind().word() + ".csv", "text/csv",
                isRange() ? SurveyCsv.of(ChartPlan.rangeTest(lab.experiment(), chart)) : SurveyCsv.of(outcomes)));
    }

    private boolean isOpen() {
        return details.hasAttribute("open");
    }

    private void toggled() {
        Chart shown = lab.experiment().display().chart();
        if (isOpen() && shown == null) {
            open(lab.experiment().learning() != null ? Kind.RANGE : lab.experiment().isMap() ? Kind.BASINS : Kind.ATLAS);
        } else if (!isOpen() && shown != null) {
            pointer.leave();
            set(null);
        }
    }

    /** Shows another chart, which is no step of the history. */
    void set(Chart changed) {
        lab.setChart(changed);
        Address.write(ExperimentText.write(lab.experiment()), false);
    }

    @Override
    public boolean open(Experiment opened) {
        boolean same = lab.experiment() != null && withoutChart(opened).equals(withoutChart(lab.experiment()));
        if (same) {
            lab.setChart(opened.display().chart());
        }
        return same;
    }

    private static String withoutChart(Experiment experiment) {
        return ExperimentText.write(experiment.withChart(null));
    }

    private void openSelected() {
        open(Kind.valueOf(select.getValue().toUpperCase()));
    }

    /** A picture with the window that fits the function, starts over the part in view. */
    private void open(Kind kind) {
        Interval across = new Interval(lab.window().xMin(), lab.window().xMax());
        Interval y = new Interval(lab.window().yMin(), lab.window().yMax());
        Interval up = kind == Kind.BASINS ? y : kind == Kind.ATLAS || kind == Kind.BIFURCATION ? across : null;
        set(ChartPlan.filled(lab.experiment(), new Chart(kind, null, kind == Kind.BASINS ? across : null, up, 0, 0)));
    }

    @Override
    public void show(Lab lab) {
        Experiment experiment = lab.experiment();
        boolean learns = experiment.learning() != null;
        Dom.setClass(details, "range-only", learns);
        Chart asked = experiment.display().chart();
        if (asked == null) {
            pool.stop();
            outcomes = null;
            chart = null;
            text = "";
            drawn = false;
            toggled();
            return;
        }
        asked = learns && asked.kind() != Kind.RANGE ? new Chart(Kind.RANGE, null, null, null, 0, 0) : asked;
        if (chart == null) {
            details.setAttribute("open", "");
        }
        Message problem = ChartPlan.problem(experiment, asked);
        Dom.setText(note, problem != null ? Dom.MESSAGES.text(problem) : pool.hasLost() ? Dom.MESSAGES.text("maps.lost") : "");
        chart = problem == null ? ChartPlan.filled(experiment, asked) : chart;
        if (!select.getValue().equals(asked.kind().word())) {
            // Browsers look through all fields of a page each time that a value is set.
            select.setValue(asked.kind().word());
        }
        pen.canvas().setHidden(problem != null);
        for (String id : EXPORTS) {
            Dom.element(id).setHidden(problem != null);
        }
        if (problem == null && pen.isShown()) {
            if (!isRange() && compute(experiment)) {
                lab.showChart();
            } else if (!drawn || isRange() || outcomes.isSeen() || !pool.isWorking() || pool.elapsed() > FRESH) {
                present();
            }
        }
        showProgress();
    }

    /** Draws what is known as soon as it is painted. */
    private void present() {
        if (paint() && pen.begin()) {
            draw(pen);
            pointer.drawBox();
            drawn = true;
        }
    }

    /** Paints in slices: it takes long as long as no code is warm. @return whether all that is known is painted */
    private boolean paint() {
        boolean more = !isRange() && !isBifurcation();
        double end = Dom.now() + SLICE;
        while (more && Dom.now() < end) {
            more = picture().advance();
        }
        if (more && !painting) {
            Window.setTimeout(() -> {
                painting = false;
                if (outcomes != null && paint()) {
                    lab.showChart();
                }
            }, 0);
        }
        painting |= more;
        return !more;
    }

    private boolean isBifurcation() {
        return chart.kind() == Kind.BIFURCATION;
    }

    private boolean isRange() {
        return chart.kind() == Kind.RANGE;
    }

    /** What is known of the map that is shown; null where none is. */
    Outcomes outcomes() {
        return outcomes;
    }

    Chart chart() {
        return chart;
    }

    /** The part of the canvas that the map takes. */
    Frame frame() {
        return isBifurcation() ? BifurcationScene.frame(pen.width(), pen.height()) : MapScene.frame(pen.width(), pen.height());
    }

    /** Begins to compute the picture anew, where anything of it has changed. @return whether it has */
    private boolean compute(Experiment experiment) {
        Chart computed = isBifurcation() ? new Chart(chart.kind(), chart.lr(), null, null, 0, 0) : chart;
        String wanted = ChartPlan.text(experiment, computed, (int) frame().width(), isBifurcation() ? 1 : (int) frame().height());
        if (wanted.equals(text)) {
            return false;
        }
        text = wanted;
        pointer.leave();
        try {
            outcomes = pool.start(wanted, ChartPlan.survey(wanted, null));
            seen = false;
            Dom.setText(words, "");
            later();
            return true;
        } catch (InputException e) {
            throw new IllegalStateException(e);
        }
    }

    /** More is known: the whole coarsely and all of it are shown now, the rest in a while, so that drawing takes less time than computing. */
    private void changed() {
        boolean first = outcomes != null && outcomes.isSeen() && !seen;
        if (first || outcomes != null && outcomes.isComplete()) {
            seen = true;
            lab.showChart();
        } else {
            later();
        }
    }

    private void later() {
        if (!timed) {
            timed = true;
            Window.setTimeout(() -> {
                timed = false;
                if (pool.isWorking() && left() < LONG) {
                    later();
                } else if (pool.isWorking()) {
                    show(lab);
                }
            }, FRESH);
        }
    }

    /** In how many milliseconds all is known, if it goes on as it has so far; infinite where nothing is known yet. */
    private double left() {
        return pool.elapsed() * (1 / outcomes.progress() - 1);
    }

    /** Shows this picture alone in the next frame: the rest of the page has not changed. */
    void redraw() {
        Window.requestAnimationFrame(time -> show(lab));
    }

    private void draw(Pen on) {
        Palette palette = Theme.palette();
        Run run = lab.experiment().selected();
        if (isRange()) {
            RangeScene range = rangeScene();
            range.draw(on);
            Dom.setText(words, range.words());
            Dom.setText(note, range.words());
            return;
        }
        if (isBifurcation()) {
            new BifurcationScene(outcomes, chart.up().from(), chart.up().to(), run.lr(), palette, Dom.MESSAGES).draw(on);
            return;
        }
        double[] start = lab.experiment().startPoint();
        double x = chart.kind() == Kind.BASINS ? start[0] : run.lr();
        double y = chart.kind() == Kind.BASINS ? start[1] : chart.kind() == Kind.ATLAS ? start[0] : run.rule().momentum(run.optimizer());
        MapScene scene = new MapScene(outcomes, picture(), x, y, palette, Dom.MESSAGES);
        scene.draw(on);
        Dom.setText(words, scene.words());
    }

    /** The picture of these outcomes, as far as it has been painted. */
    private OutcomePicture picture() {
        int[] styles = styles();
        if (picture == null || !picture.isOf(outcomes, styles, Theme.palette())) {
            picture = new OutcomePicture(outcomes, styles, Theme.palette(), picture);
        }
        return picture;
    }

    /** The range test, and what a sweep of the same run finds. */
    private RangeScene rangeScene() {
        pool.stop();
        pointer.leave();
        outcomes = null;
        text = "";
        Experiment experiment = lab.experiment();
        search(experiment);
        return new RangeScene(ChartPlan.rangeTest(experiment, chart), lab.selectedTrajectory().loss()[0], sweep.best(), !sweep.isComplete(),
                experiment.display().selected(), Theme.palette(), Dom.MESSAGES);
    }

    /** Goes on with the sweep that finds the best constant rate, in slices. */
    private void search(Experiment experiment) {
        String wanted = ExperimentText.write(experiment.withDisplay(Experiment.Display.STANDARD)) + experiment.display().selected() + chart.text();
        if (!wanted.equals(searched)) {
            searched = wanted;
            sweep = ChartPlan.affordableSweep(experiment, experiment.selected(), chart.lr(), SWEPT);
        }
        double end = Dom.now() + SLICE;
        while (!sweep.isComplete() && Dom.now() < end) {
            sweep.advance();
        }
        if (!sweep.isComplete()) {
            Window.setTimeout(this::redraw, 0);
        }
    }

    /** Minima in view have the colour of their place among these, so that they keep it when a person zooms; other ends have the next ones. */
    private int[] styles() {
        double[][] ends = outcomes.ends();
        List<Minimum> minima = lab.minima();
        int[] chosen = new int[ends.length];
        int others = minima.size();
        for (int k = 0; k < ends.length; k++) {
            chosen[k] = -1;
            for (int m = 0; m < minima.size(); m++) {
                chosen[k] = minima.get(m).distance(ends[k]) < 1e-3 * (1 + Math.abs(ends[k][0])) ? m : chosen[k];
            }
            chosen[k] = chosen[k] < 0 ? others++ : chosen[k];
        }
        return chosen;
    }

    private void showProgress() {
        boolean working = pool.isWorking();
        boolean longer = working && pool.elapsed() > LONG / 2 && pool.elapsed() + left() > LONG;
        busy.setHidden(!longer);
        if (longer) {
            Dom.element("maps-progress").setAttribute("value", String.valueOf(outcomes.progress()));
            String left = outcomes.progress() < TELLING ? "" : Dom.MESSAGES.text("maps.left", Numerals.count((int) Math.ceil(left() / 1000)));
            Dom.setText(Dom.element("maps-left"), left);
        }
        details.setAttribute("aria-busy", working || painting ? "true" : "false");
    }
}
