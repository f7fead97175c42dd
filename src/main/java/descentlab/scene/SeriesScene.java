package descentlab.scene;

import descentlab.message.Messages;
import descentlab.message.Numerals;
import descentlab.scene.Lettering.Align;
import java.util.List;

/**
 * Quantities over the steps of a run, as lines, with a limit as a dashed one; logarithmic where asked for or where the values reach far above the limit.
 *
 * @param name  of the axis of values
 * @param limit NaN for none
 * @param step  the current step, marked by a vertical line
 */
public record SeriesScene(String name, List<Series> series, double limit, String limitName, boolean logarithmic, double step, Palette palette,
                          Messages messages) {
    private static final double TOP = 24;
    private static final double RIGHT = 16;
    private static final double FAR = 20;
    /** What a logarithmic axis reaches down to, in parts of the largest value. */
    private static final double DEEP = 1e-16;
    private static final double LOG10 = Math.log(10);

    /** One line; values that are not finite are gaps in it. */
    public record Series(double[] values, int style, double dash, String label) {
    }

    public void draw(Pen pen) {
        double high = Double.isNaN(limit) ? 0 : 1.25 * limit;
        double low = 0;
        int last = 1;
        for (Series each : series) {
            last = Math.max(last, each.values.length - 1);
            for (double value : each.values) {
                high = RunPicture.finite(value) ? Math.max(high, value) : high;
                low = RunPicture.finite(value) ? Math.min(low, value) : low;
            }
        }
        boolean log = logarithmic || high > FAR * limit;
        double bottom = log ? Math.log(lowestPositive(high)) / LOG10 : low;
        double top = log ? Math.log(high) / LOG10 : high;
        double margin = 0.06 * (top - bottom);
        Frame frame = new Frame(Axes.COLUMN, TOP, Math.max(16, pen.width() - Axes.COLUMN - RIGHT), Math.max(16, pen.height() - TOP - Axes.BELOW));
        Plot plot = new Plot(Viewport.nearest(0, last, log || low < 0 ? bottom - margin : bottom, top + margin), frame);
        Axes axes = new Axes(pen, plot, palette, true, log, false);
        Labels labels = new Labels(pen, frame, new Points());
        pen.rectangle(new Frame(0, 0, pen.width(), pen.height()), palette.paper(), 1);
        axes.drawLines();
        axes.drawLabels(messages.text("scene.steps"), name, labels);
        drawLimit(pen, plot, log, labels);
        StepPlot.drawCursor(pen, plot, step, palette);
        for (Series each : series) {
            drawLine(pen, plot, each, log, labels);
        }
    }

    private double lowestPositive(double high) {
        double lowest = high;
        for (Series each : series) {
            for (double value : each.values) {
                lowest = value > DEEP * high ? Math.min(lowest, value) : lowest;
            }
        }
        return lowest == high ? high / 10 : lowest;
    }

    private static double height(Plot plot, double value, boolean log) {
        double shown = log ? Math.log(value) / LOG10 : value;
        return shown - shown == 0 ? plot.py(shown) : Double.NaN;
    }

    private void drawLimit(Pen pen, Plot plot, boolean log, Labels labels) {
        if (limit == limit) {
            double y = height(plot, limit, log);
            double[] xs = {plot.frame().left(), plot.frame().right()};
            pen.segments(xs, new double[] {y, y}, 0, 2, new Stroke(palette.error(), 1, 1.25, 4));
            labels.placeIfFree(limitName, xs[1] - 8, y - 8, 4, new Lettering(palette.error(), Axes.TEXT, 400, Align.LEFT, palette.paper()));
        }
    }

    private void drawLine(Pen pen, Plot plot, Series each, boolean log, Labels labels) {
        Points line = new Points();
        for (int t = 0; t < each.values.length; t++) {
            line.add(plot.px(t), height(plot, each.values[t], log));
        }
        line.thinColumns();
        line.strokePieces(pen, new Stroke(palette.run(each.style), 1, 1.75, each.dash));
        int at = Math.max(0, Math.min(each.values.length - 1, (int) step));
        double y = each.values.length == 0 ? Double.NaN : height(plot, each.values[at], log);
        if (plot.frame().contains(plot.px(at), y)) {
            pen.marks(Mark.of(each.style), new double[] {plot.px(at)}, new double[] {y}, 0, 1, 5, palette.run(each.style), 1);
            Lettering lettering = new Lettering(palette.word(each.style), Axes.TEXT, 600, Align.LEFT, palette.paper());
            labels.place(each.label + " " + Numerals.brief(each.values[at]), plot.px(at), y, 8, lettering);
        }
    }
}
