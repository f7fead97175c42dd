package descentlab.scene;

import descentlab.message.Messages;
import descentlab.scene.Lettering.Align;

/**
 * How many values lie where, as bars.
 *
 * @param name        of the axis of values
 * @param logarithmic whether that axis is logarithmic; values of 0 then stand in the first bar
 * @param mark        a value to be marked, or NaN
 * @param style       whose colour the bars have
 */
public record HistogramScene(String name, double[] values, boolean logarithmic, double mark, String markName, int style, Palette palette,
                             Messages messages) {
    private static final int BARS = 30;
    private static final double TOP = 24;
    private static final double RIGHT = 16;
    private static final double LOG10 = Math.log(10);
    /** Powers of ten below the largest value that a logarithmic axis shows. */
    private static final double DECADES = 8;

    public void draw(Pen pen) {
        double[] range = range();
        int[] counts = counts(range[0], range[1]);
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        Frame frame = new Frame(Axes.COLUMN, TOP, Math.max(16, pen.width() - Axes.COLUMN - RIGHT), Math.max(16, pen.height() - TOP - Axes.BELOW));
        Plot plot = new Plot(Viewport.nearest(range[0], range[1], 0, 1.08 * most), frame);
        Axes axes = new Axes(pen, plot, palette, false, false, false);
        Labels labels = new Labels(pen, frame, new Points());
        pen.rectangle(new Frame(0, 0, pen.width(), pen.height()), palette.paper(), 1);
        axes.drawLines();
        double width = frame.width() / BARS;
        for (int k = 0; k < BARS; k++) {
            double height = frame.bottom() - plot.py(counts[k]);
            if (counts[k] > 0) {
                pen.rectangle(new Frame(frame.left() + k * width + 0.5, frame.bottom() - height, width - 1, height), palette.run(style), 0.8);
            }
        }
        axes.drawLabels(name, messages.text("scene.count"), labels);
        double x = plot.px(logarithmic ? Math.log(mark) / LOG10 : mark);
        if (x > frame.left() && x < frame.right()) {
            pen.segments(new double[] {x, x}, new double[] {frame.top(), frame.bottom()}, 0, 2, new Stroke(palette.error(), 1, 1.25, 4));
            labels.place(markName, x, frame.top() + 4, 6, new Lettering(palette.error(), Axes.TEXT, 400, Align.LEFT, palette.paper()));
        }
    }

    private double shown(double value) {
        return logarithmic ? Math.log(Math.abs(value)) / LOG10 : value;
    }

    private double[] range() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (RunPicture.finite(shown(value))) {
                low = Math.min(low, shown(value));
                high = Math.max(high, shown(value));
            }
        }
        if (low > high) {
            return new double[] {-1, 1};
        }
        if (logarithmic) {
            low = Math.max(low, high - DECADES);
            low = mark > 0 ? Math.min(low, Math.log(mark) / LOG10 - 0.5) : low;
            high = mark > 0 ? Math.max(high, Math.log(mark) / LOG10 + 0.5) : high;
        }
        double margin = high > low ? 0.02 * (high - low) : 0.5 * (1 + Math.abs(high));
        return new double[] {low - margin, high + margin};
    }

    private int[] counts(double low, double high) {
        int[] counts = new int[BARS];
        for (double value : values) {
            double place = (shown(value) - low) / (high - low) * BARS;
            if (value == value && place == place) {
                counts[(int) Math.max(0, Math.min(BARS - 1, place))]++;
            }
        }
        return counts;
    }
}
