package descentlab.scene;

import descentlab.scene.Arrows.Side;

/** The loss of one run as a line with marks, cut where it leaves the frame. */
final class LossLine {
    private static final double WIDTH = 1.75;
    private static final double RADIUS = 3;
    /** Steps that are nearer than this, in pixels, are drawn as the range that they cover in a column. */
    private static final double DENSE = 0.5;
    /** Below this many pixels a step the line is thinner, or a run that jumps about would cover all others. */
    private static final double CLOSE = 2;
    private static final double WIDTH_CLOSE = 1;
    /** Beside the loss over all examples that of the examples of each step is faint. */
    private static final double FAINT = 0.4;
    /** Where a loss without a logarithm ends its line, in pixels below the frame. */
    private static final double BELOW = 6;

    private final Pen pen;
    private final Plot plot;
    private final RunPicture run;
    private final int colour;
    private final double[] py;

    LossLine(Pen pen, Plot plot, LossScale scale, RunPicture run, Palette palette) {
        this.pen = pen;
        this.plot = plot;
        this.run = run;
        colour = palette.run(run.style());
        py = new double[run.trajectory().steps() + 1];
        for (int t = 0; t < py.length; t++) {
            double loss = run.loss(t);
            double value = scale.of(loss);
            py[t] = !RunPicture.finite(loss) ? Double.NaN : RunPicture.finite(value) ? plot.py(value) : plot.frame().bottom() + BELOW;
        }
    }

    void draw(int current, double futureAlpha, double markGap) {
        double alpha = run.whole() == null ? 1 : FAINT;
        drawLine(0, current, alpha);
        drawLine(current, py.length - 1, futureAlpha * alpha);
        if (run.whole() != null) {
            return;
        }
        drawMarks(0, current, 1, markGap);
        drawMarks(current + 1, py.length - 1, futureAlpha, markGap);
    }

    private void drawLine(int from, int to, double alpha) {
        Points points = new Points();
        Points states = new Points();
        Frame frame = plot.frame();
        double column = plot.px(1) - plot.px(0);
        for (int t = from; t <= to; t++) {
            states.add(plot.px(t), py[t]);
        }
        if (column < DENSE) {
            states.thinColumns();
        }
        double[] ys = states.ys;
        for (int k = 0; k + 1 < states.count; k++) {
            double[] line = {states.xs[k], ys[k], states.xs[k + 1], ys[k + 1]};
            if (line[1] != line[1] || line[3] != line[3] || !frame.cut(line)) {
                continue;
            }
            boolean joined = k > 0 && ys[k - 1] == ys[k - 1] && frame.contains(states.xs[k], ys[k]);
            if (!joined) {
                points.add(Double.NaN, Double.NaN);
                points.add(line[0], line[1]);
            }
            points.add(line[2], line[3]);
        }
        points.strokePieces(pen, Stroke.solid(colour, alpha, column < CLOSE ? WIDTH_CLOSE : WIDTH));
    }

    private void drawMarks(int from, int to, double alpha, double gap) {
        Points marks = new Points();
        int every = every(gap / (plot.px(1) - plot.px(0)));
        for (int t = (from + every - 1) / every * every; t <= to; t += every) {
            if (plot.frame().contains(plot.px(t), py[t])) {
                marks.add(plot.px(t), py[t]);
            }
        }
        if (marks.count > 0) {
            pen.marks(run.mark(), marks.xs, marks.ys, 0, marks.count, RADIUS, colour, alpha);
        }
    }

    /** The least of 1, 2, 5, 10, 20 … that is at least {@code steps}. */
    private static int every(double steps) {
        for (int power = 1;; power *= 10) {
            for (int step : new int[] {1, 2, 5}) {
                if (step * power >= steps) {
                    return step * power;
                }
            }
        }
    }

    /** The height at which the line ends, held within the frame; its bottom where there is no line. */
    double end() {
        int last = lastNumber();
        return last < 0 ? plot.frame().bottom() : Math.max(plot.frame().top(), Math.min(py[last], plot.frame().bottom()));
    }

    /** The first step whose loss lies above or below the frame, or −1. */
    int firstOutside() {
        for (int t = 0; t < py.length; t++) {
            if (py[t] < plot.frame().top() || py[t] > plot.frame().bottom()) {
                return t;
            }
        }
        return -1;
    }

    /** The last step before the loss is no finite number, or −1. */
    int lastNumber() {
        int t = 0;
        while (t < py.length && py[t] == py[t]) {
            t++;
        }
        return t - 1;
    }

    /** Where the line leaves the frame towards a step outside. */
    double[] exit(int outside) {
        Frame frame = plot.frame();
        double x = plot.px(outside);
        if (outside == 0 || py[outside - 1] != py[outside - 1]) {
            return new double[] {x, py[outside] < frame.top() ? frame.top() : frame.bottom()};
        }
        double[] line = {plot.px(outside - 1), py[outside - 1], x, py[outside]};
        frame.cut(line);
        return new double[] {line[2], line[3]};
    }

    /** The step at which the run is farthest out on a side. */
    int extreme(Side side) {
        int extreme = 0;
        for (int t = 1; t < py.length; t++) {
            boolean farther = side == Side.TOP ? run.loss(t) > run.loss(extreme) : run.loss(t) < run.loss(extreme);
            extreme = py[t] == py[t] && (farther || py[extreme] != py[extreme]) ? t : extreme;
        }
        return extreme;
    }
}
