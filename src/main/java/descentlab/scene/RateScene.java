package descentlab.scene;

import descentlab.message.Messages;
import descentlab.message.Numerals;
import descentlab.scene.Lettering.Align;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The learning rate of each run in each step, as a line of stairs over the same step axis as {@link LossScene}. @param step the current step */
public record RateScene(List<RunPicture> runs, double step, Palette palette, Messages messages) {
    /** Rates that are all positive and differ by more than this factor stand on a logarithmic axis. */
    private static final double LOGARITHMIC_FROM = 30;
    private static final double MARGIN = 0.12;
    private static final double WIDTH = 1.75;
    /** The axis reaches up to the limit where that is at most so many times the greatest rate, so that rates stay readable. */
    private static final double REACH = 4;
    private static final double LOG10 = Math.log(10);

    public void draw(Pen pen) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (RunPicture run : runs) {
            for (int t = 0; t < run.trajectory().steps(); t++) {
                double rate = run.trajectory().rate()[t];
                low = RunPicture.finite(rate) ? Math.min(low, rate) : low;
                high = RunPicture.finite(rate) ? Math.max(high, rate) : high;
            }
        }
        high = Math.max(high, highestLimit(REACH * high));
        boolean logarithmic = low > 0 && high / low > LOGARITHMIC_FROM;
        Plot plot = plot(pen, low, high, logarithmic);
        Axes axes = new Axes(pen, plot, palette, true, logarithmic, false);
        Labels labels = new Labels(pen, plot.frame(), new Points());
        pen.rectangle(new Frame(0, 0, pen.width(), pen.height()), palette.paper(), 1);
        axes.drawLines();
        axes.drawLabels(messages.text("scene.steps"), messages.text("scene.rate"), labels);
        StepPlot.drawCursor(pen, plot, step, palette);
        for (RunPicture run : runs) {
            drawLimit(pen, plot, run, logarithmic);
        }
        drawRuns(pen, plot, logarithmic, labels);
        for (RunPicture run : runs) {
            nameLimit(plot, run, logarithmic, labels);
        }
    }

    /** The highest limit that is not above {@code most}. */
    private double highestLimit(double most) {
        double highest = 0;
        for (RunPicture run : runs) {
            for (double limit : run.limits()) {
                highest = limit <= most && limit > highest ? limit : highest;
            }
        }
        return highest;
    }

    /** The limit at each step's point, dashed; it ends where it leaves the frame. */
    private void drawLimit(Pen pen, Plot plot, RunPicture run, boolean logarithmic) {
        Points line = new Points();
        for (int t = 0; t < run.limits().length; t++) {
            line.add(plot.px(t), limitHeight(plot, run, t, logarithmic));
        }
        line.thinColumns();
        line.strokePieces(pen, new Stroke(palette.quiet(), 1, 1.25, 4));
    }

    private void nameLimit(Plot plot, RunPicture run, boolean logarithmic, Labels labels) {
        int t = run.limits().length * 3 / 4;
        double y = run.limits().length == 0 ? Double.NaN : limitHeight(plot, run, t, logarithmic);
        if (y == y) {
            labels.placeIfFree(messages.text(run.isPath() ? "scene.limit.map" : "scene.limit"), plot.px(t), y, 6, new Lettering(palette.quiet(), Axes.TEXT, 400, Align.LEFT, palette.paper()));
        }
    }

    /** NaN outside the frame. */
    private static double limitHeight(Plot plot, RunPicture run, int t, boolean logarithmic) {
        double limit = run.limits()[t];
        double y = plot.py(logarithmic ? Math.log(limit) / LOG10 : limit);
        return y >= plot.frame().top() && y <= plot.frame().bottom() ? y : Double.NaN;
    }

    private Plot plot(Pen pen, double low, double high, boolean logarithmic) {
        if (low > high) {
            return StepPlot.of(pen, runs, 0, 1);
        }
        double min = logarithmic ? Math.log(low) / LOG10 : Math.min(low, 0);
        double max = logarithmic ? Math.log(high) / LOG10 : Math.max(high, 0);
        double margin = max > min ? MARGIN * (max - min) : 0.5;
        return StepPlot.of(pen, runs, logarithmic || min < 0 ? min - margin : min, max + margin);
    }

    private void drawRuns(Pen pen, Plot plot, boolean logarithmic, Labels labels) {
        List<RunPicture> named = new ArrayList<>();
        List<StepPlot.Reading> readings = new ArrayList<>();
        double[] ends = new double[runs.size()];
        for (RunPicture run : runs) {
            int last = run.trajectory().steps() - 1;
            double end = last < 0 ? Double.NaN : height(plot, run, last, logarithmic);
            if (end != end) {
                continue;
            }
            drawStairs(pen, plot, run, logarithmic);
            ends[named.size()] = end;
            named.add(run);
            int t = Math.min(run.stepAt(step), last);
            double y = height(plot, run, t, logarithmic);
            if (changes(run) && y == y) {
                double x = plot.px(Math.min(step, run.trajectory().steps()));
                readings.add(new StepPlot.Reading(run, x, y, Numerals.brief(run.trajectory().rate()[t])));
            }
        }
        StepPlot.drawNames(pen, plot, named, Arrays.copyOf(ends, named.size()), palette);
        StepPlot.drawValues(pen, plot, step, readings, palette, labels);
    }

    /** Of the rate of a step; NaN where it has no place. */
    private static double height(Plot plot, RunPicture run, int t, boolean logarithmic) {
        double rate = run.trajectory().rate()[t];
        double value = logarithmic ? Math.log(rate) / LOG10 : rate;
        return RunPicture.finite(value) ? plot.py(value) : Double.NaN;
    }

    /** Whether the rate is scheduled; a constant one is named at the end of its line and needs no reading. */
    private static boolean changes(RunPicture run) {
        double[] rate = run.trajectory().rate();
        for (int t = 1; t < run.trajectory().steps(); t++) {
            if (rate[t] != rate[0]) {
                return true;
            }
        }
        return false;
    }

    private void drawStairs(Pen pen, Plot plot, RunPicture run, boolean logarithmic) {
        Points stairs = new Points();
        double[] rate = run.trajectory().rate();
        int from = 0;
        for (int t = 1; t <= run.trajectory().steps(); t++) {
            if (t == run.trajectory().steps() || rate[t] != rate[from]) {
                double y = height(plot, run, from, logarithmic);
                stairs.add(plot.px(from), y);
                stairs.add(plot.px(t), y);
                from = t;
            }
        }
        stairs.thinColumns();
        stairs.strokePieces(pen, Stroke.solid(palette.run(run.style()), 1, WIDTH));
    }
}
