package descentlab.scene;

import descentlab.scene.Arrows.Side;

/**
 * The points of one run on the curve, with an arrow for each step: those up to the current step, paler with age, and quietly those still to come.
 * Points that fall on one pixel are drawn once; a step that leaves the frame is cut at its edge and marked there.
 */
final class Trail {
    /** How old a point is at most, in steps, to be drawn with the alpha and the radius of the same column. */
    private static final int[] AGES = {1, 6, 24, 100, Integer.MAX_VALUE};
    private static final double[] POINT_ALPHA = {0.95, 0.85, 0.65, 0.5, 0.4};
    private static final double[] RADIUS = {3.8, 3.4, 3, 2.6, 2.4};
    /** Old steps become so many crossing lines that only their points stay. */
    private static final double[] STEP_ALPHA = {0.9, 0.65, 0.5, 0.35, 0};
    private static final double FUTURE_POINT_ALPHA = 0.28;
    private static final double FUTURE_STEP_ALPHA = 0.2;
    private static final int MOST_FUTURE_STEPS = 40;
    /** A path in the plane is a line to follow, whatever its age; it has a border of paper, to stand out against the fill. */
    private static final double PATH_ALPHA = 0.45;
    private static final double BORDER = 3.5;
    private static final double BORDER_ALPHA = 0.7;
    /** Steps shorter than this, in pixels, have no arrowhead. */
    private static final double SHORT = 22;
    /** Edge marks of one side that are nearer than this, in pixels, are one. */
    private static final double NEAR = 6;
    /** Points in one square of this size, in pixels, are drawn once. */
    private static final double CELL = 1.5;

    private final Pen pen;
    private final Frame frame;
    private final RunPicture run;
    private final int current;
    private final int colour;
    private final int paper;
    private final double[] px;
    private final double[] py;
    private final Points buffer = new Points();
    private final Points edges = new Points();
    private final Points heads = new Points();

    Trail(Pen pen, Plot plot, RunPicture run, int current, Palette palette) {
        this.pen = pen;
        this.run = run;
        this.current = current;
        colour = palette.run(run.style());
        paper = palette.paper();
        frame = plot.frame();
        int states = run.trajectory().steps() + 1;
        px = new double[states];
        py = new double[states];
        for (int t = 0; t < states; t++) {
            px[t] = plot.px(run.x(t));
            py[t] = plot.py(run.y(t));
        }
    }

    void draw() {
        boolean[] cells = new boolean[(columns() + 1) * (run.isPath() ? (int) (frame.height() / CELL) + 2 : 1)];
        for (int age = AGES.length - 1; age >= 0; age--) {
            drawSteps(age);
        }
        drawFutureSteps();
        for (int age = 0; age < AGES.length; age++) {
            drawPoints(cells, newest(age), oldest(age), RADIUS[age], POINT_ALPHA[age]);
        }
        drawPoints(cells, run.trajectory().steps(), current + 1, 2.2, FUTURE_POINT_ALPHA);
    }

    /** On a curve half a pixel of x says which points fall together; in the plane a cell does. */
    private int cell(double x, double y) {
        return run.isPath() ? (int) (y / CELL) * (columns() + 1) + (int) (x / CELL) : (int) (2 * x);
    }

    private int columns() {
        return (int) (run.isPath() ? frame.width() / CELL : 2 * frame.width()) + 1;
    }

    private int newest(int age) {
        return age == 0 ? current : current - AGES[age - 1] - 1;
    }

    private int oldest(int age) {
        return Math.max(0, current - AGES[age]);
    }

    private void drawPoints(boolean[] cells, int newest, int oldest, double radius, double alpha) {
        buffer.clear();
        for (int t = newest; t >= oldest; t--) {
            if (frame.contains(px[t], py[t])) {
                int cell = cell(px[t] - frame.left(), py[t] - frame.top());
                if (!cells[cell]) {
                    cells[cell] = true;
                    buffer.add(px[t], py[t]);
                }
            }
        }
        if (buffer.count > 0) {
            pen.marks(run.mark(), buffer.xs, buffer.ys, 0, buffer.count, radius, colour, alpha);
        }
    }

    private void drawSteps(int age) {
        buffer.clear();
        for (int t = newest(age) - 1; t >= Math.max(0, oldest(age) - 1); t--) {
            addStep(t, STEP_ALPHA[age], age < 2);
        }
        stroke(run.isPath() ? Math.max(PATH_ALPHA, STEP_ALPHA[age]) : STEP_ALPHA[age]);
        drawHeads(STEP_ALPHA[age]);
    }

    /** After the lines, whose border would cover them. */
    private void drawHeads(double alpha) {
        for (int i = 0; i < heads.count; i += 2) {
            Arrows.head(pen, heads.xs[i], heads.ys[i], heads.xs[i + 1], heads.ys[i + 1], colour, alpha);
        }
        heads.clear();
    }

    private void drawFutureSteps() {
        buffer.clear();
        int last = run.isPath() ? run.trajectory().steps() : Math.min(run.trajectory().steps(), current + MOST_FUTURE_STEPS);
        for (int t = current; t < last; t++) {
            addStep(t, FUTURE_STEP_ALPHA, false);
        }
        stroke(FUTURE_STEP_ALPHA);
    }

    private void stroke(double alpha) {
        if (buffer.count > 0 && alpha > 0) {
            if (run.isPath() && alpha > FUTURE_STEP_ALPHA) {
                pen.segments(buffer.xs, buffer.ys, 0, buffer.count, Stroke.solid(paper, BORDER_ALPHA, BORDER));
            }
            pen.segments(buffer.xs, buffer.ys, 0, buffer.count, Stroke.solid(colour, alpha, 1.25));
        }
    }

    private void addStep(int t, double alpha, boolean arrow) {
        boolean seen = frame.contains(px[t], py[t]) || frame.contains(px[t + 1], py[t + 1]);
        if (!seen || !RunPicture.finite(px[t] + py[t] + px[t + 1] + py[t + 1])) {
            return;
        }
        double[] line = {px[t], py[t], px[t + 1], py[t + 1]};
        frame.cut(line);
        double dx = line[2] - line[0];
        double dy = line[3] - line[1];
        double length = Math.sqrt(dx * dx + dy * dy);
        if (length < 1) {
            return;
        }
        buffer.addLine(line[0], line[1], line[2], line[3]);
        if (!frame.contains(px[t + 1], py[t + 1])) {
            markEdge(line[2], line[3], alpha > FUTURE_STEP_ALPHA ? 0.8 : 0.4);
        } else if (arrow && length > SHORT) {
            double back = RADIUS[0] + 1;
            heads.addLine(line[0], line[1], line[2] - back * dx / length, line[3] - back * dy / length);
        }
    }

    private void markEdge(double x, double y, double alpha) {
        for (int i = 0; i < edges.count; i++) {
            if (Math.abs(edges.xs[i] - x) + Math.abs(edges.ys[i] - y) < NEAR) {
                return;
            }
        }
        edges.add(x, y);
        Arrows.out(pen, x, y, side(x, y), colour, alpha);
    }

    private Side side(double x, double y) {
        double right = frame.right() - x;
        double left = x - frame.left();
        double top = y - frame.top();
        double bottom = frame.bottom() - y;
        double least = Math.min(Math.min(right, left), Math.min(top, bottom));
        return least == right ? Side.RIGHT : least == left ? Side.LEFT : least == top ? Side.TOP : Side.BOTTOM;
    }
}
