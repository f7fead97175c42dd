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
import descentlab.scene.BifurcationScene;
import descentlab.scene.Frame;
import descentlab.scene.MapScene;
import descentlab.scene.OutcomePicture;
import descentlab.scene.Palette;
import descentlab.scene.Pen;
import descentlab.scene.RangeScene;
import descentlab.scene.SvgPen;
import descentlab.survey.Outcomes;
import java.util.List;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** The maps of learning rates: which picture and which part of it, and its computation in the background. */
final class MapsView implements Lab.ChartView {
    /** What takes longer than {@link MapProgress#LONG} is drawn on the way, at most so often, in milliseconds; the picture before stays meanwhile. */
    private static final int FRESH = 500;
    private static final double NEARLY_ZERO = 1e-8;
    private static final double SLICE = 8;
    private static final double SVG_WIDTH = 960;
    private static final double SVG_HEIGHT = 600;

    private final Lab lab;
    private final CanvasPen pen = new CanvasPen("maps");
    private final HTMLElement details = Dom.element("maps-details");
    private final HTMLInputElement select = Dom.input("maps-kind");
    private final HTMLElement words = Dom.element("maps-words");
    private final HTMLElement note = Dom.element("maps-note");
    private final Pool pool = new Pool(this::changed);
    private final MapProgress progress = new MapProgress(pool, this::stopOrGoOn);
    private final RangeSearch range = new RangeSearch();
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
    /** Whether a person has tried to see more than numbers can tell apart. */
    private boolean deepest;
    /** The kind that was shown last, or null. */
    private Kind last;

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
            open(first());
        } else if (!isOpen() && shown != null) {
            pointer.leave();
            set(null);
        }
    }

    /** What is seen first: that which was seen before, if the function has it. */
    private Kind first() {
        Experiment experiment = lab.experiment();
        if (experiment.learning() != null) {
            return Kind.RANGE;
        }
        return last != null && last.fits(experiment.function().dimension()) ? last : experiment.isMap() ? Kind.BASINS : Kind.ATLAS;
    }

    /** Shows another chart, which is no step of the history. */
    void set(Chart changed) {
        deepest = false;
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

    /** The whole of the kind that is chosen; if it has been stopped, that goes on. */
    void openSelected() {
        open(Kind.valueOf(select.getValue().toUpperCase()));
        if (outcomes != null && pool.isStopped()) {
            goOn();
        }
    }

    private void stopOrGoOn() {
        if (pool.isWorking()) {
            pool.stop();
        } else {
            goOn();
        }
        redraw();
    }

    private void goOn() {
        pool.goOn();
        later();
    }

    /** Shows another part of the map, unless numbers have no digits left for it: then it says so. */
    void zoom(Chart asked) {
        Chart part = ChartPlan.within(lab.experiment(), asked);
        boolean possible = part.sideways().isWide(part.kind().hasRates()) && part.up().isWide(false);
        if (possible) {
            // At once, so that the next key zooms on from here.
            chart = part;
            set(part);
        }
        deepest = !possible;
        redraw();
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
            forget();
            chart = null;
            toggled();
            showProgress();
            return;
        }
        asked = learns && asked.kind() != Kind.RANGE ? new Chart(Kind.RANGE, null, null, null, 0, 0) : asked;
        if (chart == null) {
            details.setAttribute("open", "");
        }
        Message problem = ChartPlan.problem(experiment, asked);
        chart = problem == null ? ChartPlan.filled(experiment, asked) : chart;
        last = asked.kind();
        if (problem != null || isRange()) {
            forget();
        }
        if (problem != null) {
            Dom.setText(note, Dom.MESSAGES.text(problem));
        } else if (!isRange() && !isBifurcation()) {
            Dom.setText(note, aside());
        }
        if (!select.getValue().equals(asked.kind().word())) {
            // Browsers look through all fields of a page each time that a value is set.
            select.setValue(asked.kind().word());
        }
        pen.canvas().setHidden(problem != null);
        Dom.setStyle(pen.canvas(), "cursor", asked.kind() == Kind.RANGE ? "default" : "");
        for (String id : MapProgress.EXPORTS) {
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

    /** Computes and shows nothing. */
    private void forget() {
        pool.stop();
        pointer.leave();
        outcomes = null;
        text = "";
        drawn = false;
        painting = false;
    }

    /** What has to be said of the map beside what it shows, or "". */
    private String aside() {
        return deepest ? Dom.MESSAGES.text("maps.deepest") : pool.hasLost() ? Dom.MESSAGES.text("maps.lost") : "";
    }

    /** Draws what is known as soon as it is painted. */
    private void present() {
        if (paint() && pen.begin()) {
            draw(pen);
            pointer.draw();
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
                if (pool.isWorking() && progress.left(outcomes) < MapProgress.LONG) {
                    later();
                } else if (pool.isWorking()) {
                    show(lab);
                }
            }, FRESH);
        }
    }

    /** Shows this picture alone in the next frame: the rest of the page has not changed. */
    void redraw() {
        Window.requestAnimationFrame(time -> show(lab));
    }

    private void draw(Pen on) {
        Palette palette = Theme.palette();
        Run run = lab.experiment().selected();
        if (isRange()) {
            RangeScene scene = range.scene(lab, chart, this::redraw);
            scene.draw(on);
            say(scene.words());
            return;
        }
        if (isBifurcation()) {
            BifurcationScene bifurcation = new BifurcationScene(outcomes, chart.up().from(), chart.up().to(), run.lr(), palette, Dom.MESSAGES);
            bifurcation.draw(on);
            say(bifurcation.words());
            return;
        }
        double[] start = lab.experiment().startPoint();
        double x = chart.kind() == Kind.BASINS ? start[0] : run.lr();
        double y = chart.kind() == Kind.BASINS ? start[1] : chart.kind() == Kind.ATLAS ? start[0] : run.rule().momentum(run.optimizer());
        MapScene scene = new MapScene(outcomes, picture(), places(), x, y, palette, Dom.MESSAGES);
        scene.draw(on);
        Dom.setText(words, scene.words());
    }

    /** Says in words what a picture shows that has no legend. */
    private void say(String sentence) {
        Dom.setText(words, sentence);
        Dom.setText(note, aside().isEmpty() ? sentence : aside());
    }

    /** The picture of these outcomes, as far as it has been painted. */
    private OutcomePicture picture() {
        int[] styles = styles();
        if (picture == null || !picture.isOf(outcomes, styles, Theme.palette())) {
            picture = new OutcomePicture(outcomes, styles, Theme.palette(), picture);
        }
        return picture;
    }

    /** The minimum in view at which an end is, or −1: descents stop before they are quite there. */
    private int minimum(double[] end) {
        List<Minimum> minima = lab.minima();
        int at = -1;
        for (int m = 0; m < minima.size(); m++) {
            at = minima.get(m).distance(end) < 1e-3 * (1 + Math.abs(end[0])) ? m : at;
        }
        return at;
    }

    /** What ends are called after: the minimum at each, or itself, its coordinates 0 where they are so but for where descents stop. */
    double[][] places() {
        double[][] places = outcomes.ends();
        for (double[] place : places) {
            int at = minimum(place);
            for (int i = 0; i < place.length; i++) {
                double value = at >= 0 ? lab.minima().get(at).point()[i] : place[i];
                place[i] = Math.abs(value) < NEARLY_ZERO ? 0 : value;
            }
        }
        return places;
    }

    /** Minima in view have the colour of their place among these, so that they keep it when a person zooms; other ends have the next ones. */
    private int[] styles() {
        double[][] ends = outcomes.ends();
        int[] chosen = new int[ends.length];
        int others = lab.minima().size();
        for (int k = 0; k < ends.length; k++) {
            int at = minimum(ends[k]);
            chosen[k] = at < 0 ? others++ : at;
        }
        return chosen;
    }

    private void showProgress() {
        boolean focused = progress.hasFocus();
        boolean shown = progress.show(outcomes, painting);
        if (focused && !shown) {
            select.focus();
        }
    }
}
