package descentlab.scene;

import descentlab.message.Messages;
import descentlab.message.Numerals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The learning rate of each run in each step, as a line of stairs over the same step axis as {@link LossScene}. @param step the current step */
public record RateScene(List<RunPicture> runs, double step, Palette palette, Messages messages) {
    /** Rates that are all positive and differ by more than this factor stand on a logarithmic axis. */
    private static final double LOGARITHMIC_FROM = 30;
    private static final double MARGIN = 0.12;
    private static final double WIDTH = 1.75;
    private static final double LOG10 = Math.log(10);

    public void draw(Pen pen) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (RunPicture run : runs) {
            for (double rate : run.trajectory().rate()) {
                low = RunPicture.finite(rate) ? Math.min(low, rate) : low;
                high = RunPicture.finite(rate) ? Math.max(high, rate) : high;
            }
        }
        boolean logarithmic = low > 0 && high / low > LOGARITHMIC_FROM;
        Plot plot = plot(pen, low, high, logarithmic);
        Axes axes = new Axes(pen, plot, palette, true, logarithmic, false);
        Labels labels = new Labels(pen, plot.frame(), new Points());
        pen.rectangle(new Frame(0, 0, pen.width(), pen.height()), palette.paper(), 1);
        axes.drawLines();
        axes.drawLabels(messages.text("scene.steps"), messages.text("scene.rate"), labels);
        StepPlot.drawCursor(pen, plot, step, palette);
        drawRuns(pen, plot, logarithmic, labels);
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
            double[] heights = heights(plot, run, logarithmic);
            if (heights.length == 0 || heights[heights.length - 1] != heights[heights.length - 1]) {
                continue;
            }
            drawStairs(pen, plot, run, heights);
            ends[named.size()] = heights[heights.length - 1];
            named.add(run);
            int t = Math.min(run.stepAt(step), heights.length - 1);
            if (changes(run) && heights[t] == heights[t]) {
                double x = plot.px(Math.min(step, run.trajectory().steps()));
                readings.add(new StepPlot.Reading(run, x, heights[t], Numerals.brief(run.trajectory().rate()[t])));
            }
        }
        StepPlot.drawNames(pen, plot, named, Arrays.copyOf(ends, named.size()), palette);
        StepPlot.drawValues(pen, plot, step, readings, palette, labels);
    }

    private static double[] heights(Plot plot, RunPicture run, boolean logarithmic) {
        double[] heights = run.trajectory().rate().clone();
        for (int t = 0; t < heights.length; t++) {
            double value = logarithmic ? Math.log(heights[t]) / LOG10 : heights[t];
            heights[t] = RunPicture.finite(value) ? plot.py(value) : Double.NaN;
        }
        return heights;
    }

    /** Whether the rate is scheduled; a constant one is named at the end of its line and needs no reading. */
    private static boolean changes(RunPicture run) {
        double[] rate = run.trajectory().rate();
        for (double value : rate) {
            if (value != rate[0]) {
                return true;
            }
        }
        return false;
    }

    private void drawStairs(Pen pen, Plot plot, RunPicture run, double[] heights) {
        Points stairs = new Points();
        for (int t = 0; t < heights.length; t++) {
            boolean level = t > 0 && heights[t] == heights[t - 1];
            if (level) {
                stairs.count--;
            } else {
                stairs.add(plot.px(t), heights[t]);
            }
            stairs.add(plot.px(t + 1), heights[t]);
        }
        stairs.strokePieces(pen, Stroke.solid(palette.run(run.style()), 1, WIDTH));
    }
}
