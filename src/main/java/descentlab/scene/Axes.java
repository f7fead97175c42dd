package descentlab.scene;

import descentlab.scene.Lettering.Align;

/**
 * The two axes of a plot: hairlines, and quiet labels. The x labels stand below the frame; the y labels stand either on their hairlines inside the
 * frame, which keeps the frame in its place while a person zooms, or in a column to the left of it.
 */
final class Axes {
    static final double TEXT = 12;
    /** Room below the frame for the labels of the x axis. */
    static final double BELOW = 20;
    /** Room to the left of the frame where the y labels stand there. */
    static final double COLUMN = 46;
    /** Where the name of the axis of values begins that stands above the column. */
    static final double NAME = 4;
    private static final double TICK = 4;
    private static final double X_GAP = 22;
    /** From the end of an axis to its name, so that the last number has room before it. */
    private static final double BESIDE = 24;
    private static final double Y_ROOM = 30;
    private static final double Y_ROOM_LOGARITHMIC = 24;

    private final Pen pen;
    private final Plot plot;
    private final Palette palette;
    private final Ticks across;
    private final Ticks up;
    private final boolean inside;

    /** @param wholeX whether x counts something; @param logarithmicY whether the plot's y is a logarithm to base 10 */
    Axes(Pen pen, Plot plot, Palette palette, boolean wholeX, boolean logarithmicY, boolean inside) {
        this.pen = pen;
        this.plot = plot;
        this.palette = palette;
        this.inside = inside;
        Viewport view = plot.view();
        Frame frame = plot.frame();
        across = wholeX ? Ticks.whole(view.xMin(), view.xMax(), frame.width(), this::widthOf)
            : Ticks.linear(view.xMin(), view.xMax(), frame.width(), this::widthOf);
        double room = Math.max(Y_ROOM, Math.min(frame.height() / 7, 64));
        up = logarithmicY ? Ticks.logarithmic(view.yMin(), view.yMax(), frame.height(), label -> Y_ROOM_LOGARITHMIC)
            : Ticks.linear(view.yMin(), view.yMax(), frame.height(), label -> room);
    }

    /** With the ticks given. */
    Axes(Pen pen, Plot plot, Palette palette, Ticks across, Ticks up, boolean inside) {
        this.pen = pen;
        this.plot = plot;
        this.palette = palette;
        this.across = across;
        this.up = up;
        this.inside = inside;
    }

    private double widthOf(String label) {
        return pen.textWidth(label, TEXT, 400) + X_GAP;
    }

    /** The lines, to be drawn before everything else. */
    void drawLines() {
        Frame frame = plot.frame();
        Points grid = new Points();
        for (int i = 0; i < up.count(); i++) {
            double y = plot.py(up.value(i));
            grid.addLine(frame.left(), y, frame.right(), y);
        }
        Stroke hairline = Stroke.solid(palette.hairline(), 0.75, 1);
        pen.segments(grid.xs, grid.ys, 0, grid.count, hairline);
        Points axes = new Points();
        axes.addLine(frame.left(), frame.bottom(), frame.right(), frame.bottom());
        for (int i = 0; i < across.count(); i++) {
            double x = plot.px(across.value(i));
            axes.addLine(x, frame.bottom(), x, frame.bottom() + TICK);
        }
        for (double value : up.minor()) {
            double y = plot.py(value);
            axes.addLine(frame.left() - TICK, y, frame.left(), y);
        }
        pen.segments(axes.xs, axes.ys, 0, axes.count, Stroke.solid(palette.quiet(), 0.55, 1));
    }

    /** The lines x = 0 and y = 0, where they are in view. */
    void drawOrigin() {
        Frame frame = plot.frame();
        Points origin = new Points();
        double x = plot.px(0);
        double y = plot.py(0);
        if (x > frame.left() && x < frame.right()) {
            origin.addLine(x, frame.top(), x, frame.bottom());
        }
        if (y > frame.top() && y < frame.bottom()) {
            origin.addLine(frame.left(), y, frame.right(), y);
        }
        pen.segments(origin.xs, origin.ys, 0, origin.count, Stroke.solid(palette.quiet(), 0.45, 1));
    }

    /** The labels and the names of the axes, each kept out of the way of the labels to come. */
    void drawLabels(String xName, String yName, Labels labels) {
        Frame frame = plot.frame();
        Lettering quiet = new Lettering(palette.quiet(), TEXT, 400, Align.CENTRE, -1);
        double row = frame.bottom() + 16;
        double nameWidth = pen.textWidth(xName, TEXT, 400);
        double nameLeft = Math.min(pen.width() - 6 - nameWidth, frame.right() + BESIDE);
        pen.text(xName, nameLeft, row, new Lettering(palette.ink(), TEXT, 400, Align.LEFT, -1));
        for (int i = 0; i < across.count(); i++) {
            double half = pen.textWidth(across.label(i), TEXT, 400) / 2;
            double x = Math.max(half + 2, plot.px(across.value(i)));
            if (x + half < nameLeft - 8) {
                pen.text(across.label(i), x, row, quiet);
            }
        }
        double nameBottom = drawName(yName, labels);
        for (int i = 0; i < up.count(); i++) {
            double y = plot.py(up.value(i));
            if (inside ? y - 14 > nameBottom && y < frame.bottom() - 2 : y - 10 > nameBottom) {
                drawUpLabel(up.label(i), y, labels);
            }
        }
    }

    private double drawName(String name, Labels labels) {
        Frame frame = plot.frame();
        double left = inside ? frame.left() + 2 : NAME;
        double baseline = inside ? frame.top() + 11 : Math.max(11, frame.top() - 7);
        labels.reserve(new Frame(left, baseline - 11, pen.textWidth(name, TEXT, 400), 14));
        pen.text(name, left, baseline, new Lettering(palette.ink(), TEXT, 400, Align.LEFT, inside ? palette.paper() : -1));
        return baseline + 2;
    }

    private void drawUpLabel(String label, double y, Labels labels) {
        Frame frame = plot.frame();
        double width = pen.textWidth(label, TEXT, 400);
        boolean fits = width <= COLUMN - 8;
        if (inside || !fits) {
            double left = inside ? frame.left() + 2 : 2;
            labels.reserve(new Frame(left, y - 14, width, 14));
            pen.text(label, left, y - 3, new Lettering(palette.quiet(), TEXT, 400, Align.LEFT, palette.paper()));
        } else {
            pen.text(label, frame.left() - 7, y + 4, new Lettering(palette.quiet(), TEXT, 400, Align.RIGHT, -1));
        }
    }
}
