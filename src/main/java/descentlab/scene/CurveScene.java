package descentlab.scene;

import descentlab.message.Messages;
import descentlab.objective.Objective;
import descentlab.scene.Arrows.Side;
import descentlab.scene.Lettering.Align;
import java.util.ArrayList;
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
    private static final double CURRENT_RADIUS = 6;
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
        drawRuns(pen, plot, labels);
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

    private void drawRuns(Pen pen, Plot plot, Labels labels) {
        for (RunPicture run : inOrder()) {
            new Trail(pen, plot, run, run.stepAt(step), palette.run(run.style())).draw();
        }
        drawStarts(pen, plot, labels);
        for (RunPicture run : inOrder()) {
            StepFigure figure = new StepFigure(pen, plot, run, run.stepAt(step), palette, messages);
            if (run.selected()) {
                figure.draw(labels);
            }
            drawCurrent(pen, plot, run, labels);
            if (run.selected()) {
                figure.drawLabel(labels);
            }
        }
        for (RunPicture run : runs) {
            nameRun(pen, plot, run, labels);
        }
    }

    /** The selected run last, so that it lies on top. */
    private List<RunPicture> inOrder() {
        List<RunPicture> order = new ArrayList<>();
        for (RunPicture run : runs) {
            order.add(run.selected() ? order.size() : 0, run);
        }
        return order;
    }

    /** Rings where the runs start, in ink where they all start at one point. */
    private void drawStarts(Pen pen, Plot plot, Labels labels) {
        boolean shared = true;
        for (RunPicture run : runs) {
            shared &= run.x(0) == runs.get(0).x(0);
        }
        for (RunPicture run : shared && !runs.isEmpty() ? runs.subList(0, 1) : runs) {
            double x = plot.px(run.x(0));
            double y = plot.py(run.loss(0));
            if (plot.frame().contains(x, y)) {
                labels.reserve(x, y, CURRENT_RADIUS + 1);
                Mark mark = shared ? Mark.CIRCLE : run.mark();
                pen.marks(mark, new double[] {x}, new double[] {y}, 0, 1, CURRENT_RADIUS, shared ? palette.ink() : palette.run(run.style()), 1);
                pen.marks(mark, new double[] {x}, new double[] {y}, 0, 1, CURRENT_RADIUS - 2.2, palette.paper(), 1);
            }
        }
    }

    private double[] current(Plot plot, RunPicture run) {
        int from = run.stepAt(step);
        int to = Math.min(from + 1, run.trajectory().steps());
        double part = Math.max(0, Math.min(1, step - from));
        double x = plot.px(run.x(from));
        double y = plot.py(run.loss(from));
        boolean moving = part > 0 && to > from && run.finite(to);
        return moving ? new double[] {x + part * (plot.px(run.x(to)) - x), y + part * (plot.py(run.loss(to)) - y)} : new double[] {x, y};
    }

    private void drawCurrent(Pen pen, Plot plot, RunPicture run, Labels labels) {
        double[] at = current(plot, run);
        if (!plot.frame().contains(at[0], at[1])) {
            return;
        }
        labels.reserve(at[0], at[1], CURRENT_RADIUS);
        double[] x = {at[0]};
        double[] y = {at[1]};
        pen.marks(run.mark(), x, y, 0, 1, CURRENT_RADIUS + 1.5, palette.paper(), 1);
        pen.marks(run.mark(), x, y, 0, 1, CURRENT_RADIUS, palette.run(run.style()), 1);
    }

    private void nameRun(Pen pen, Plot plot, RunPicture run, Labels labels) {
        double[] at = current(plot, run);
        Lettering lettering = lettering(palette.word(run.style()), 600);
        if (plot.frame().contains(at[0], at[1])) {
            labels.place(run.label(), at[0], at[1], CURRENT_RADIUS + 2, lettering);
            return;
        }
        nameDeparture(pen, run, Departure.of(run, departed(plot, run), plot, messages), labels, lettering);
    }

    private void nameDeparture(Pen pen, RunPicture run, Departure gone, Labels labels, Lettering lettering) {
        int colour = palette.run(run.style());
        String text = messages.text("scene.gone", run.label(), gone.text());
        Side side = gone.side();
        if (side == Side.LEFT || side == Side.RIGHT) {
            double y = labels.placeAtEdge(text, side == Side.RIGHT, gone.y(), 10, lettering);
            Arrows.out(pen, gone.x(), y, side, colour, 1);
            return;
        }
        if (side == null) {
            pen.marks(run.mark(), new double[] {gone.x()}, new double[] {gone.y()}, 0, 1, CURRENT_RADIUS, colour, 1);
        } else {
            Arrows.out(pen, gone.x(), gone.y(), side, colour, 1);
        }
        labels.place(text, gone.x(), gone.y(), 10, lettering);
    }

    /** On the way out of view it is the next step that names where the run goes. */
    private int departed(Plot plot, RunPicture run) {
        int from = run.stepAt(step);
        boolean inView = plot.frame().contains(plot.px(run.x(from)), plot.py(run.loss(from)));
        return inView ? Math.min(from + 1, run.trajectory().steps()) : from;
    }

    private Lettering lettering(int colour, int weight) {
        return new Lettering(colour, Axes.TEXT, weight, Align.LEFT, palette.paper());
    }
}
