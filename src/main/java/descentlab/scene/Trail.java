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
    /** Steps shorter than this, in pixels, have no arrowhead. */
    private static final double SHORT = 22;
    /** Edge marks of one side that are nearer than this, in pixels, are one. */
    private static final double NEAR = 6;

    private final Pen pen;
    private final Frame frame;
    private final RunPicture run;
    private final int current;
    private final int colour;
    private final double[] px;
    private final double[] py;
    private final Points buffer = new Points();
    private final Points edges = new Points();

    Trail(Pen pen, Plot plot, RunPicture run, int current, int colour) {
        this.pen = pen;
        this.run = run;
        this.current = current;
        this.colour = colour;
        frame = plot.frame();
        int states = run.trajectory().steps() + 1;
        px = new double[states];
        py = new double[states];
        for (int t = 0; t < states; t++) {
            px[t] = plot.px(run.x(t));
            py[t] = plot.py(run.loss(t));
        }
    }

    void draw() {
        boolean[] columns = new boolean[(int) (2 * frame.width()) + 2];
        for (int age = AGES.length - 1; age >= 0; age--) {
            drawSteps(age);
        }
        drawFutureSteps();
        for (int age = 0; age < AGES.length; age++) {
            drawPoints(columns, newest(age), oldest(age), RADIUS[age], POINT_ALPHA[age]);
        }
        drawPoints(columns, run.trajectory().steps(), current + 1, 2.2, FUTURE_POINT_ALPHA);
    }

    private int newest(int age) {
        return age == 0 ? current : current - AGES[age - 1] - 1;
    }

    private int oldest(int age) {
        return Math.max(0, current - AGES[age]);
    }

    private void drawPoints(boolean[] columns, int newest, int oldest, double radius, double alpha) {
        buffer.clear();
        for (int t = newest; t >= oldest; t--) {
            if (frame.contains(px[t], py[t])) {
                int column = (int) (2 * (px[t] - frame.left()));
                if (!columns[column]) {
                    columns[column] = true;
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
        stroke(STEP_ALPHA[age]);
    }

    private void drawFutureSteps() {
        buffer.clear();
        int last = Math.min(run.trajectory().steps(), current + MOST_FUTURE_STEPS);
        for (int t = current; t < last; t++) {
            addStep(t, FUTURE_STEP_ALPHA, false);
        }
        stroke(FUTURE_STEP_ALPHA);
    }

    private void stroke(double alpha) {
        if (buffer.count > 0 && alpha > 0) {
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
            Arrows.head(pen, line[0], line[1], line[2] - back * dx / length, line[3] - back * dy / length, colour, alpha);
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
