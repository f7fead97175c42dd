package descentlab.scene;

import descentlab.message.Messages;
import descentlab.message.Numerals;

/**
 * The step that a run is about to take, as geometry: the tangent at its point, the way −η·f′ along x, and the drop onto the curve.
 */
final class StepFigure {
    private static final double TANGENT = 64;
    /** Shorter ways, in pixels, have no arrow, and ways shorter than their text no text. */
    private static final double SHORT = 10;

    private final Pen pen;
    private final Plot plot;
    private final RunPicture run;
    private final int step;
    private final Palette palette;
    private final Messages messages;

    StepFigure(Pen pen, Plot plot, RunPicture run, int step, Palette palette, Messages messages) {
        this.pen = pen;
        this.plot = plot;
        this.run = run;
        this.step = step;
        this.palette = palette;
        this.messages = messages;
    }

    void draw(Labels labels) {
        double x = plot.px(run.x(step));
        double y = plot.py(run.loss(step));
        if (!plot.frame().contains(x, y)) {
            return;
        }
        drawTangent(x, y, labels);
        if (step < run.trajectory().steps()) {
            drawWay(x, y, plot.px(run.x(step + 1)), plot.py(run.loss(step + 1)), labels);
        }
    }

    private double slope() {
        return run.trajectory().gradient()[0][step];
    }

    private void drawTangent(double x, double y, Labels labels) {
        Frame frame = plot.frame();
        double down = -slope() * plot.view().width() / plot.view().height() * frame.height() / frame.width();
        double reach = Math.min(TANGENT, frame.width() / 6);
        double dx = reach / Math.sqrt(1 + down * down);
        double dy = dx * down;
        if (!RunPicture.finite(dx + dy)) {
            return;
        }
        double[] line = {x - dx, y - dy, x + dx, y + dy};
        frame.cut(line);
        pen.segments(new double[] {line[0], line[2]}, new double[] {line[1], line[3]}, 0, 2, Stroke.solid(palette.run(run.style()), 1, 2));
        labels.avoid(line[0], line[1], line[2], line[3]);
    }

    private void drawWay(double x, double y, double nextX, double nextY, Labels labels) {
        double[] way = {x, y, nextX, y};
        if (!RunPicture.finite(nextX) || !plot.frame().cut(way) || Math.abs(way[2] - x) < SHORT) {
            return;
        }
        pen.segments(new double[] {x, way[2]}, new double[] {y, y}, 0, 2, Stroke.solid(palette.ink(), 0.8, 1.25));
        Arrows.head(pen, x, y, way[2], y, palette.ink(), 0.8);
        labels.avoid(x, y, way[2], y);
        double[] drop = {nextX, y, nextX, nextY};
        if (RunPicture.finite(nextY) && plot.frame().cut(drop)) {
            pen.segments(new double[] {drop[0], drop[2]}, new double[] {drop[1], drop[3]}, 0, 2, new Stroke(palette.ink(), 0.6, 1, 3));
        }
    }

    /** Names the way, where it is long enough: "−η·f′ = 0.64", or the change of x where momentum and the like make it another. */
    void drawLabel(Labels labels) {
        if (step == run.trajectory().steps() || !plot.frame().contains(plot.px(run.x(step)), plot.py(run.loss(step)))) {
            return;
        }
        double change = run.x(step + 1) - run.x(step);
        double plain = -run.trajectory().rate()[step] * slope();
        boolean isPlain = Math.abs(change - plain) <= 1e-9 * (Math.abs(plain) + Math.abs(run.x(step)));
        String text = messages.text(isPlain ? "scene.step" : "scene.change", Numerals.brief(isPlain ? plain : change));
        double from = plot.px(run.x(step));
        double to = Math.max(plot.frame().left(), Math.min(plot.px(run.x(step + 1)), plot.frame().right()));
        if (Math.abs(to - from) > pen.textWidth(text, Axes.TEXT, 400) + 16) {
            labels.placeIfFree(text, (from + to) / 2, plot.py(run.loss(step)), 5,
                new Lettering(palette.ink(), Axes.TEXT, 400, Lettering.Align.LEFT, palette.paper()));
        }
    }
}
