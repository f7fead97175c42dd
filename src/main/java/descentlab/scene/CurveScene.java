package descentlab.scene;

import descentlab.message.Messages;
import descentlab.objective.Objective;
import descentlab.scene.Lettering.Align;
import java.util.List;

/**
 * A function of x as a curve, and on it the runs up to a step.
 *
 * @param objective of one variable
 * @param step      the current step, 0 or more; between two whole steps each current point is on its way from one to the next
 * @param minima    values of x at which minima are marked
 */
public record CurveScene(Objective objective, Viewport view, List<RunPicture> runs, double step, double[] minima,
                         Palette palette, Messages messages) {
    private static final double SIDE = 8;
    private static final double TOP = 8;
    private static final double CURVE_WIDTH = 1.75;
    private static final double HATCH = 9;

    /** Where the curve stands in a picture of this size: for pixels to values and back. */
    public static Plot plot(Viewport view, double width, double height) {
        return new Plot(view, new Frame(SIDE, TOP, Math.max(16, width - 2 * SIDE), Math.max(16, height - TOP - Axes.BELOW)));
    }

    public void draw(Pen pen) {
        Plot plot = plot(view, pen.width(), pen.height());
        Graph graph = new Graph(objective, plot);
        Axes axes = new Axes(pen, plot, palette, false, false, true);
        Labels labels = new Labels(pen, plot.frame(), graph.obstacles());
        pen.rectangle(new Frame(0, 0, pen.width(), pen.height()), palette.paper(), 1);
        drawUndefined(pen, plot.frame(), graph.undefined);
        axes.drawLines();
        axes.drawOrigin();
        drawMinima(pen, plot);
        pen.clip(plot.frame());
        graph.line.strokePieces(pen, Stroke.solid(palette.ink(), 1, CURVE_WIDTH));
        pen.unclip();
        axes.drawLabels(messages.text("scene.x"), messages.text("scene.f"), labels);
        nameUndefined(pen, plot.frame(), graph.undefined, labels);
        new RunLayer(pen, plot, runs, step, palette, messages, labels).draw();
    }

    private void drawUndefined(Pen pen, Frame frame, Points bands) {
        Points lines = new Points();
        for (int i = 0; i < bands.count; i++) {
            Frame band = new Frame(bands.xs[i], frame.top(), bands.ys[i] - bands.xs[i], frame.height());
            pen.rectangle(band, palette.hairline(), 0.3);
            for (double x = HATCH * Math.floor((band.left() - frame.height()) / HATCH); x < band.right(); x += HATCH) {
                double[] line = {x, frame.bottom(), x + frame.height(), frame.top()};
                if (band.cut(line)) {
                    lines.addLine(line[0], line[1], line[2], line[3]);
                }
            }
        }
        if (lines.count > 0) {
            pen.segments(lines.xs, lines.ys, 0, lines.count, Stroke.solid(palette.hairline(), 0.9, 1));
        }
    }

    private void nameUndefined(Pen pen, Frame frame, Points bands, Labels labels) {
        String text = messages.text("scene.undefined");
        for (int i = 0; i < bands.count; i++) {
            if (bands.ys[i] - bands.xs[i] > pen.textWidth(text, Axes.TEXT, 400) + 8) {
                double middle = (bands.xs[i] + bands.ys[i]) / 2;
                double height = frame.top() + frame.height() * 0.4;
                labels.reserve(middle, height, 10);
                pen.text(text, middle, height, lettering(palette.quiet(), 400).aligned(Align.CENTRE));
            }
        }
    }

    private void drawMinima(Pen pen, Plot plot) {
        double[] values = new double[minima.length];
        objective.loss(new double[][] {minima}, values, minima.length);
        Points feet = new Points();
        for (int i = 0; i < minima.length; i++) {
            double x = plot.px(minima[i]);
            double y = plot.py(values[i]);
            if (plot.frame().contains(x, y)) {
                feet.addLine(x, y, x, plot.frame().bottom());
            }
        }
        if (feet.count > 0) {
            pen.segments(feet.xs, feet.ys, 0, feet.count, new Stroke(palette.quiet(), 0.8, 1, 2));
        }
    }

    private Lettering lettering(int colour, int weight) {
        return new Lettering(colour, Axes.TEXT, weight, Align.LEFT, palette.paper());
    }
}
