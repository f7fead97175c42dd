package descentlab.scene;

import descentlab.objective.Dataset;

/** The examples that a model learns from, as marks in a plot: filled, and hollow where they are held out. */
final class DataMarks {
    private static final double RADIUS = 3.2;
    private static final double HOLLOW = 1.9;
    private static final double RIM = 1.1;
    /** Of more examples than this only so many are drawn, evenly. */
    private static final int MOST = 2000;

    private static final int COLOURS = 8;
    private static final Mark[] CLASSES = {Mark.CIRCLE, Mark.DIAMOND, Mark.SQUARE, Mark.TRIANGLE, Mark.DOWN_TRIANGLE};

    private final Pen pen;
    private final Plot plot;
    private final Palette palette;

    DataMarks(Pen pen, Plot plot, Palette palette) {
        this.pen = pen;
        this.plot = plot;
        this.palette = palette;
    }

    /** Targets over one input, in quiet ink so that the fits stand out. */
    void drawOverInput(Dataset data, boolean held) {
        Points points = new Points();
        for (int e = 0; e < data.examples(); e += every(data)) {
            add(points, data.inputs()[0][e], data.targets()[0][e]);
        }
        draw(points, Mark.CIRCLE, palette.quiet(), held ? palette.paper() : palette.quiet(), 0.75);
    }

    /** In the plane of two inputs, each class with a shape and a colour of the map below; values with a colour alone. */
    void drawInPlane(Dataset data, boolean classes, double low, double high, boolean held) {
        int groups = classes ? data.classes() : COLOURS;
        for (int group = 0; group < groups; group++) {
            Points points = new Points();
            for (int e = 0; e < data.examples(); e += every(data)) {
                double height = (data.targets()[0][e] - low) / (high - low);
                boolean member = classes ? data.targets()[0][e] == group : group == Math.max(0, Math.min(COLOURS - 1, (int) (height * COLOURS)));
                if (member) {
                    add(points, data.inputs()[0][e], data.inputs()[1][e]);
                }
            }
            int colour = palette.height((double) group / Math.max(1, groups - 1));
            draw(points, classes ? CLASSES[group % CLASSES.length] : Mark.CIRCLE, palette.ink(), held ? palette.paper() : colour, 1);
        }
    }

    private static int every(Dataset data) {
        return 1 + data.examples() / MOST;
    }

    private void add(Points points, double x, double y) {
        double px = plot.px(x);
        double py = plot.py(y);
        if (plot.frame().contains(px, py)) {
            points.add(px, py);
        }
    }

    private void draw(Points points, Mark mark, int rim, int fill, double alpha) {
        if (points.count > 0) {
            pen.marks(mark, points.xs, points.ys, 0, points.count, RADIUS, rim, alpha);
            if (fill != rim) {
                pen.marks(mark, points.xs, points.ys, 0, points.count, fill == palette.paper() ? HOLLOW : RADIUS - RIM, fill, 1);
            }
        }
    }
}
