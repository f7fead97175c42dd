package descentlab.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descentlab.descent.Trajectory;
import descentlab.experiment.Chart;
import descentlab.experiment.ChartPlan;
import descentlab.experiment.Experiment;
import descentlab.experiment.ExperimentText;
import descentlab.experiment.Results;
import descentlab.message.InputException;
import descentlab.message.Messages;
import descentlab.objective.Formula;
import descentlab.survey.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the pictures, read from their SVG. */
class SceneTest {
    private static final Messages ENGLISH = Messages.english();
    private static final double[] NO_MINIMA = {};

    private static String curve(Example f, double from, double to, double step, List<RunPicture> runs) {
        SvgPen pen = new SvgPen(358, 260);
        new CurveScene(f, Viewport.fit(f, from, to), runs, step, NO_MINIMA, Palette.LIGHT, ENGLISH).draw(pen);
        return sound(pen.svg("f"));
    }

    @Test
    void epochsStandAboveTheStepsWhereTheyHaveSeveral() {
        for (int perEpoch : new int[] {1, 10}) {
            SvgPen pen = new SvgPen(358, 220);
            new LossScene(Example.BOWL.runs(10, 40, 0.1), 40, false, "step", perEpoch > 1 ? new EpochAxis(perEpoch, "epoch") : null, Palette.LIGHT, ENGLISH).draw(pen);
            String svg = sound(pen.svg("loss"));
            assertEquals(perEpoch > 1, svg.contains(">epoch<"), svg);
            assertTrue(svg.contains(">40<"), "steps");
            assertEquals(perEpoch > 1 ? 3 : 2, svg.split(">0<").length - 1, "axes that begin at 0");
        }
    }

    /** Rates beyond the limit end without a number: they are barred, and read as such. */
    @Test
    void aSweepOfRatesThatBlowUpHasNoNumberOfThem() throws InputException {
        Experiment experiment = ExperimentText.read("data=cubic&model=polynomial(degree=5)&lr=0.1&steps=200");
        Sweep sweep = ChartPlan.affordableSweep(experiment, experiment.selected(), new Chart.Interval(1e-4, 10), 100);
        boolean more = true;
        while (more) {
            more = sweep.advance();
        }
        assertTrue(sweep.best() < 0.01006, sweep.best() + " is not below 2/λmax");
        SvgPen pen = new SvgPen(358, 80);
        new SweepScene(List.of(sweep), List.of(0), 1, 200, List.of(0.1), 0.1, 0, 1, 12, true, Palette.LIGHT, ENGLISH).draw(pen);
        String svg = sound(pen.svg("sweep"));
        assertTrue(svg.contains(" ends without a number"), svg);
        assertFalse(svg.contains("NaN") || svg.contains("∞"), svg);
    }

    private static String loss(List<RunPicture> runs, double step, boolean logarithmic) {
        SvgPen pen = new SvgPen(358, 220);
        new LossScene(runs, step, logarithmic, "step", null, Palette.DARK, ENGLISH).draw(pen);
        return sound(pen.svg("loss"));
    }

    /** Whatever is drawn, coordinates are numbers, none is far outside, and groups are closed. */
    private static String sound(String svg) {
        String shapes = svg.replaceAll("<text.*</text>", "");
        assertFalse(shapes.contains("nan") || shapes.contains("inf") || shapes.contains("NaN") || shapes.contains("Infinity"), shapes);
        Matcher number = Pattern.compile("[ML](-?[0-9.e]+) (-?[0-9.e]+)").matcher(shapes);
        while (number.find()) {
            assertTrue(Math.abs(Double.parseDouble(number.group(1))) < 2000 && Math.abs(Double.parseDouble(number.group(2))) < 2000, number.group());
        }
        assertEquals(svg.split("<g ").length, svg.split("</g>").length);
        return svg;
    }

    private static List<String> texts(String svg) {
        List<String> texts = new ArrayList<>();
        Matcher text = Pattern.compile("<text[^>]*>([^<]*)</text>").matcher(svg);
        while (text.find()) {
            texts.add(text.group(1));
        }
        return texts;
    }

    private static void assertSays(String svg, String... expected) {
        List<String> texts = texts(svg);
        for (String text : expected) {
            assertTrue(texts.contains(text), text + " is not in " + texts);
        }
    }

    @Test
    void curveNamesAxesAndRuns() {
        assertSays(curve(Example.WAVY, -6, 6, 15, Example.WAVY.runs(-5, 15, 0.01, 0.1)), "x", "f(x)", "−4", "0", "η = 0.01", "η = 0.1");
    }

    @Test
    void theNextStepIsNamed() {
        assertSays(curve(Example.BOWL, -9, 12, 0, Example.BOWL.runs(10, 5, 0.9)), "−η·f′ = −14.4");
        double[][] x = {{10, -3}};
        Trajectory withMomentum = Trajectory.plain(x, new double[] {64, 25}, new double[][] {{16, -10}}, new double[] {0.5});
        assertSays(curve(Example.BOWL, -9, 12, 0, List.of(new RunPicture(withMomentum, 0, "m", true))), "Δx = −13");
    }

    @Test
    void aRunThatLeftIsNamedAtTheEdge() {
        List<RunPicture> runs = Example.BOWL.runs(10, 60, 0.1, 1.1);
        assertSays(curve(Example.BOWL, -5, 12, 4, runs), "η = 1.1 · x₄ = 18.59 →");
        assertSays(curve(Example.BOWL, -5, 12, 59, runs), "η = 1.1 · ← x₅₉ = −3.756·10⁵", "η = 0.1");
        assertSays(curve(Example.BOWL, -5, 12, 0.999, runs), "η = 1.1 · ← x₁ = −7.6");
    }

    @Test
    void aRunThatBecameNoNumberIsNamed() {
        List<RunPicture> runs = Example.ROOT.runs(1, 10, 0.7);
        int bad = 0;
        while (Example.ROOT.run(1, 0.7, 10).loss()[bad] == Example.ROOT.run(1, 0.7, 10).loss()[bad]) {
            bad++;
        }
        String undefined = curve(Example.ROOT, -1, 3, bad, runs);
        assertTrue(texts(undefined).stream().anyMatch(text -> text.endsWith(": undefined")), texts(undefined).toString());
        assertSays(curve(Example.ROOT, -1, 3, 10, runs), "η = 0.7 · NaN after step " + (bad + 1), "undefined");
        assertSays(loss(runs, 10, false), "NaN after step " + bad);
        assertSays(loss(Example.BOWL.runs(10, 600, 0.1, 3.5), 600, true), "∞ after step 197");
    }

    /** Out of the view, out of the domain, out of the numbers: no run is too wild to be drawn, at the first of its steps and at all of them. */
    @ParameterizedTest
    @ValueSource(strings = {"x^2+10 sin(x)", "x ln(x)", "x - ln(x)", "sqrt(x)", "1/x", "x^4", "exp(x)", "|x|", "ln(1-x^2)", "tan(x)", "asin(x)", "x^0.5 - x", "5", "1/(x-2)^2"})
    void everyRunIsDrawn(String formula) throws InputException {
        Formula f = Formula.parse(formula);
        for (double start : new double[] {2, 0.5, -3, 1}) {
            for (double rate : new double[] {1e-3, 0.5, 1, 2, 4, 5, 10, 1e3, 1e200, -1}) {
                Experiment experiment = ExperimentText.read("f=" + formula.replace("+", "%2B") + "&steps=20&x0=" + start + "&lr=" + rate);
                List<RunPicture> runs = List.of(new RunPicture(Results.of(experiment).trajectories().get(0), 0, "η", true));
                for (double step : new double[] {0, 0.5, 1, 2, 20}) {
                    SvgPen pen = new SvgPen(358, 260);
                    new CurveScene(f, FirstView.ofCurve(f, start), runs, step, NO_MINIMA, Palette.LIGHT, ENGLISH).draw(pen);
                    sound(pen.svg("f"));
                    loss(runs, step, step > 1);
                }
            }
        }
    }

    @Test
    void polesAreNotBridged() {
        for (double left : new double[] {-3, -2.97, -1, -0.001, -40}) {
            Plot plot = CurveScene.plot(Viewport.fit(Example.HYPERBOLA, left, 3), 358, 260);
            Points line = new Graph(Example.HYPERBOLA, plot).line;
            for (int i = 1; i < line.count; i++) {
                boolean crosses = line.ys[i - 1] > plot.py(0) && line.ys[i] < plot.py(0);
                assertFalse(crosses, "from " + line.xs[i - 1] + " to " + line.xs[i]);
            }
        }
    }

    @Test
    void aStepFunctionIsNotBridgedButASteepOneIs() {
        Plot plot = CurveScene.plot(new Viewport(-2.95, 2.95, -3, 3), 358, 260);
        assertEquals(5, gaps(new Graph(new Example(Math::floor, x -> 0), plot).line), "at −2, −1, 0, 1, 2");
        assertEquals(0, gaps(new Graph(new Example(x -> Math.tanh(1e4 * x), x -> 0), plot).line));
        assertEquals(0, gaps(new Graph(new Example(Math::cbrt, x -> 0), plot).line));
        assertEquals(0, gaps(new Graph(Example.ABSOLUTE, plot).line));
    }

    private static int gaps(Points line) {
        int gaps = 0;
        for (int i = 0; i < line.count; i++) {
            gaps += line.xs[i] != line.xs[i] ? 1 : 0;
        }
        return gaps;
    }

    @Test
    void theCurveReachesTheEdgeOfItsDomain() {
        Plot plot = CurveScene.plot(new Viewport(-1.03, 3, -1, 2), 358, 260);
        Graph graph = new Graph(Example.ROOT, plot);
        double leftmost = Double.POSITIVE_INFINITY;
        for (int i = 0; i < graph.line.count; i++) {
            leftmost = graph.line.ys[i] == graph.line.ys[i] ? Math.min(leftmost, graph.line.xs[i]) : leftmost;
        }
        assertEquals(plot.px(0), leftmost, 0.01);
        assertEquals(1, graph.undefined.count);
    }

    @Test
    void oneExplodingRunDoesNotFlattenTheOthers() {
        String svg = loss(Example.BOWL.runs(10, 60, 0.01, 0.1, 1.1), 60, false);
        assertSays(svg, "80", "60", "20", "η = 1.1");
        assertTrue(texts(svg).stream().anyMatch(text -> text.endsWith(" ↑")), texts(svg).toString());
    }

    @Test
    void theLogAxisSaysWhatItCannotShow() {
        assertSays(loss(Example.BOWL.runs(10, 20, 0.1, 0.5), 20, true), "0 and below cannot be shown on a log axis", "0 ↓");
        assertSays(loss(Example.WAVY.runs(-5, 30, 0.05, 0.1), 30, true), "loss above −7.946, the lowest seen");
    }

    @Test
    void cursorValuesAndStepsUnderThePointer() {
        List<RunPicture> runs = Example.BOWL.runs(10, 20, 0.01, 0.1);
        assertSays(loss(runs, 20, false), "28.52", "0.008507");
        LossScene scene = new LossScene(runs, 0, false, "step", null, Palette.LIGHT, ENGLISH);
        SvgPen pen = new SvgPen(358, 220);
        assertEquals(0, scene.stepAt(pen, -100));
        assertEquals(20, scene.stepAt(pen, 1000));
        Plot plot = StepPlot.of(pen, runs, 0, 1);
        assertEquals(7, scene.stepAt(pen, plot.px(7.4)));
    }

    @Test
    void smallAndOddPicturesAreSound() {
        double[][] nowhere = {{Double.NaN, Double.NaN}};
        RunPicture lost = new RunPicture(Trajectory.plain(nowhere, nowhere[0], nowhere, new double[] {Double.NaN}), 7, "lost", true);
        Example nothing = new Example(x -> Double.NaN, x -> Double.NaN);
        Example infinite = new Example(x -> Double.POSITIVE_INFINITY, x -> 0);
        List<List<RunPicture>> lists = List.of(List.of(), List.of(lost), Example.CONSTANT.runs(1, 0, 0.1), Example.BOWL.runs(1e200, 3, 1e200),
            infinite.runs(0, 2, 1), Example.HYPERBOLA.runs(0, 3, 0.1));
        for (double size : new double[] {1, 40, 280}) {
            for (List<RunPicture> runs : lists) {
                for (double step : new double[] {0, 0.5, 1, 7}) {
                    SvgPen pen = new SvgPen(size, size * 0.64);
                    for (Example f : new Example[] {nothing, infinite, Example.BOWL}) {
                        new CurveScene(f, new Viewport(-3, 3, -2, 2), runs, step, new double[] {0}, Palette.DARK, ENGLISH).draw(pen);
                    }
                    new LossScene(runs, step, false, "step", null, Palette.DARK, ENGLISH).draw(pen);
                    new LossScene(runs, step, true, "step", null, Palette.DARK, ENGLISH).draw(pen);
                    new RateScene(runs, step, Palette.DARK, ENGLISH).draw(pen);
                    sound(pen.svg("odd"));
                }
            }
        }
    }

    @Test
    void labelsAreEscaped() {
        RunPicture run = new RunPicture(Example.BOWL.run(10, 0.1, 3), 0, "<script>&\"", true);
        String svg = loss(List.of(run), 0, false);
        assertTrue(svg.contains("&lt;script&gt;&amp;&quot;") && !svg.contains("<script"));
    }

    @Test
    void ratesOfAScheduleAreReadAtTheCursor() {
        Trajectory halved = Trajectory.plain(new double[1][5], new double[5], new double[1][5], new double[] {0.1, 0.1, 0.05, 0.05});
        SvgPen pen = new SvgPen(358, 110);
        new RateScene(List.of(new RunPicture(halved, 0, "halved", true)), 3, Palette.LIGHT, ENGLISH).draw(pen);
        assertSays(sound(pen.svg("rate")), "η", "step", "halved", "0.05");
    }
}
