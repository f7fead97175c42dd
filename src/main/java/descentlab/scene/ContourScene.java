package descentlab.scene;

import descentlab.descent.CriticalPoint;
import descentlab.descent.Curvature;
import descentlab.message.Messages;
import descentlab.message.Numerals;
import descentlab.objective.Objective;
import descentlab.scene.Lettering.Align;
import descentlab.survey.Swarm;
import java.util.List;

/**
 * A function of x and y as a map: filled contours with isolines and their values, its minima, maxima and saddles, and on it the runs up to a step.
 *
 * @param step   the current step, 0 or more; between two whole steps each current point is on its way from one to the next
 * @param curvature along the selected run, to be shown at its current point, or null
 * @param swarm  many runs at the same step, or null
 * @param slopes the function, where arrows are to show its slope, or null
 * @param points where the function is flat; only minima are shown where there are too many
 * @param across the name of what goes from left to right, and {@code up} of what goes upwards
 */
public record ContourScene(ContourMap map, List<RunPicture> runs, double step, List<CriticalPoint> points, Curvature curvature,
                           Swarm swarm, Objective slopes, String across, String up, Palette palette, Messages messages) {
    private static final double SIDE = 10;
    private static final double TOP = 8;
    private static final double ISOLINE_ALPHA = 0.32;
    /** A name for a point of no slope takes so many square pixels; where that is too much, minima alone are named, and then the lowest alone. */
    private static final double ROOM_FOR_NAME = 8500;
    /** More points than this are too many to mark but for the minima. */
    private static final int MOST_MARKED = 40;
    private static final double RADIUS = 5;
    private static final double SMALL_RADIUS = 2.5;
    /** From one arrow of the slope to the next, in pixels, and over how many powers of e their lengths fall to nothing. */
    private static final double APART = 34;
    private static final double SLOPES = 9;
    /** The longest half axis of the ellipse, in parts of the view. */
    private static final double ELLIPSE = 0.12;
    /** On an isoline so many places are tried for its value. */
    private static final int TRIALS = 48;
    private static final double SHORTEST = 60;
    /** A value that is smaller, in parts of the largest level, is what rounding leaves of 0; but where levels are huge it may be what it says. */
    private static final double ROUNDING = 1e-13;
    private static final double HUGE = 100;

    /** Of a function of x and y. */
    public ContourScene(ContourMap map, List<RunPicture> runs, double step, List<CriticalPoint> points, Curvature curvature, Swarm swarm,
            Objective slopes, Palette palette, Messages messages) {
        this(map, runs, step, points, curvature, swarm, slopes, messages.text("scene.x"), messages.text("scene.y"), palette, messages);
    }

    /** Where the map stands in a picture of this size: for pixels to values and back. */
    public static Plot plot(Viewport view, double width, double height) {
        double across = Math.max(16, width - Axes.COLUMN - SIDE);
        return new Plot(view, new Frame(Axes.COLUMN, TOP, across, Math.max(16, height - TOP - Axes.BELOW)));
    }

    public void draw(Pen pen) {
        Plot plot = map.plot;
        Axes axes = new Axes(pen, plot, palette, false, false, false);
        Labels labels = new Labels(pen, plot.frame(), new Points());
        pen.rectangle(new Frame(0, 0, pen.width(), pen.height()), palette.paper(), 1);
        axes.drawLines();
        pen.image(swarm == null ? map.bitmap : withSwarm(), plot.frame());
        drawIsolines(pen);
        drawSlopes(pen, plot);
        axes.drawLabels(across, up, labels);
        nameRegion(pen, labels, map.undefined, "scene.undefined");
        nameRegion(pen, labels, map.infinite, "scene.infinite");
        drawPoints(pen, plot, labels);
        drawCurvature(pen, plot);
        new RunLayer(pen, plot, runs, step, palette, messages, labels).draw();
        namePoints(plot, labels);
        nameIsolines(labels);
    }

    private void drawIsolines(Pen pen) {
        for (Points line : map.isolines) {
            if (line.count > 0) {
                pen.segments(line.xs, line.ys, 0, line.count, Stroke.solid(palette.ink(), ISOLINE_ALPHA, 1));
            }
        }
    }

    /** The fill with a dot for each run of the swarm, in the colour of where it ends. */
    private Bitmap withSwarm() {
        int[] pixels = map.bitmap.pixels().clone();
        for (int l = 0; l < swarm.lanes(); l++) {
            int end = swarm.end(l);
            int colour = end == Swarm.GONE ? palette.error() : end == Swarm.UNDER_WAY ? palette.quiet() : palette.run(end);
            int x = (int) (map.plot.px(swarm.x(l)) - map.plot.frame().left());
            int y = (int) (map.plot.py(swarm.y(l)) - map.plot.frame().top());
            if (x > 0 && y > 0 && x < map.columns - 1 && y < map.rows - 1) {
                int at = y * map.columns + x;
                pixels[at] = colour;
                pixels[at + 1] = colour;
                pixels[at + map.columns] = colour;
                pixels[at + map.columns + 1] = colour;
            }
        }
        return new Bitmap(pixels, map.columns);
    }

    /** Arrows down the slope, the longer the steeper it is, in orders of magnitude. */
    private void drawSlopes(Pen pen, Plot plot) {
        if (slopes == null) {
            return;
        }
        Frame frame = plot.frame();
        int across = Math.max(1, (int) (frame.width() / APART));
        int count = across * Math.max(1, (int) (frame.height() / APART));
        double[][] points = new double[2][count];
        double[][] gradient = new double[2][count];
        for (int k = 0; k < count; k++) {
            points[0][k] = plot.xAt(frame.left() + APART * (k % across + 0.5));
            points[1][k] = plot.yAt(frame.top() + APART * (k / across + 0.5));
        }
        slopes.gradient(points, new double[count], gradient, count);
        double steepest = 0;
        for (int k = 0; k < count; k++) {
            double slope = Math.abs(gradient[0][k]) + Math.abs(gradient[1][k]);
            steepest = slope < Double.POSITIVE_INFINITY ? Math.max(steepest, slope) : steepest;
        }
        for (int k = 0; k < count; k++) {
            // On the screen the direction of descent is that of the plane, stretched as the axes are.
            double dx = -gradient[0][k] / plot.view().width() * frame.width();
            double dy = gradient[1][k] / plot.view().height() * frame.height();
            double length = Math.sqrt(dx * dx + dy * dy);
            double slope = Math.abs(gradient[0][k]) + Math.abs(gradient[1][k]);
            double size = APART * 0.8 * Math.max(0.2, 1 + Math.log(slope / steepest) / SLOPES);
            if (length > 0 && size < APART) {
                double x = plot.px(points[0][k]);
                double y = plot.py(points[1][k]);
                double[] xs = {x - dx / length * size / 2, x + dx / length * size / 2};
                double[] ys = {y - dy / length * size / 2, y + dy / length * size / 2};
                pen.segments(xs, ys, 0, 2, Stroke.solid(palette.ink(), 0.5, 1));
                Arrows.head(pen, xs[0], ys[0], xs[1], ys[1], palette.ink(), 0.5);
            }
        }
    }

    private void nameRegion(Pen pen, Labels labels, double[] middle, String key) {
        if (middle != null) {
            labels.reserve(middle[0], middle[1], 24);
            pen.text(messages.text(key), middle[0], middle[1] + 4, lettering(palette.quiet(), 400).aligned(Align.CENTRE));
        }
    }

    /** The value of each isoline, on it, where there is room. */
    private void nameIsolines(Labels labels) {
        for (int k = 0; k < map.isolines.length; k++) {
            Points line = map.isolines[k];
            if (line.count * ContourMap.SPACING / 2 > SHORTEST) {
                labels.placeOnIfFree(Numerals.brief(map.levels.values()[k]), line, TRIALS, lettering(palette.ink(), 400));
            }
        }
    }

    /**
     * The ellipse on which the function's second-order part at the current point is the same, and its axes along the eigenvectors of the Hessian: short
     * where it bends sharply. An axis along which it bends down is dashed, and there is no ellipse.
     */
    private void drawCurvature(Pen pen, Plot plot) {
        if (curvature == null) {
            return;
        }
        RunPicture run = selected();
        int t = run.stepAt(step);
        double[] stiff = curvature.stiffest(t);
        double largest = Math.abs(curvature.largest(t));
        double smallest = Math.abs(curvature.smallest(t));
        double reach = ELLIPSE * Math.min(plot.view().width(), plot.view().height());
        double scale = reach * Math.sqrt(Math.min(largest, smallest) > 0 ? Math.min(largest, smallest) : Math.max(largest, smallest));
        double a = Math.min(reach, scale / Math.sqrt(largest));
        double b = Math.min(reach, scale / Math.sqrt(smallest));
        double x = run.x(t);
        double y = run.y(t);
        if (!plot.frame().contains(plot.px(x), plot.py(y)) || !RunPicture.finite(a + b)) {
            return;
        }
        pen.clip(plot.frame());
        drawAxis(pen, plot, x, y, a * stiff[0], a * stiff[1], curvature.largest(t) < 0);
        drawAxis(pen, plot, x, y, -b * stiff[1], b * stiff[0], curvature.smallest(t) < 0);
        if (curvature.smallest(t) > 0) {
            Points ellipse = new Points();
            for (int k = 0; k <= 64; k++) {
                double c = a * Math.cos(Math.PI * k / 32);
                double d = b * Math.sin(Math.PI * k / 32);
                ellipse.add(plot.px(x + c * stiff[0] - d * stiff[1]), plot.py(y + c * stiff[1] + d * stiff[0]));
            }
            pen.polyline(ellipse.xs, ellipse.ys, 0, ellipse.count, Stroke.solid(palette.paper(), 0.6, 3));
            pen.polyline(ellipse.xs, ellipse.ys, 0, ellipse.count, Stroke.solid(palette.ink(), 0.75, 1));
        }
        pen.unclip();
    }

    private void drawAxis(Pen pen, Plot plot, double x, double y, double dx, double dy, boolean down) {
        double[] xs = {plot.px(x - dx), plot.px(x + dx)};
        double[] ys = {plot.py(y - dy), plot.py(y + dy)};
        pen.segments(xs, ys, 0, 2, Stroke.solid(palette.paper(), 0.6, 3));
        pen.segments(xs, ys, 0, 2, new Stroke(palette.ink(), 0.75, 1, down ? 3 : 0));
    }

    private RunPicture selected() {
        for (RunPicture run : runs) {
            if (run.selected()) {
                return run;
            }
        }
        return runs.get(0);
    }

    private boolean isMarked(CriticalPoint point) {
        return point.kind() == CriticalPoint.Kind.MINIMUM || points.size() <= MOST_MARKED;
    }

    private void drawPoints(Pen pen, Plot plot, Labels labels) {
        for (CriticalPoint.Kind kind : CriticalPoint.Kind.values()) {
            Points at = new Points();
            for (CriticalPoint point : points) {
                if (point.kind() == kind && isMarked(point)) {
                    at.add(plot.px(point.x()), plot.py(point.y()));
                    labels.reserve(plot.px(point.x()), plot.py(point.y()), RADIUS);
                }
            }
            if (at.count > 0) {
                Mark mark = switch (kind) {
                    case MINIMUM -> Mark.PLUS;
                    case MAXIMUM -> Mark.TRIANGLE;
                    case SADDLE -> Mark.CROSS;
                };
                double radius = points.size() > MOST_MARKED ? SMALL_RADIUS : RADIUS;
                pen.marks(mark, at.xs, at.ys, 0, at.count, radius + 1.5, palette.paper(), 0.9);
                for (int k = 0; k < at.count; k++) {
                    boolean coloured = swarm != null && kind == CriticalPoint.Kind.MINIMUM;
                    pen.marks(mark, at.xs, at.ys, k, k + 1, radius, coloured ? palette.run(k) : palette.ink(), coloured ? 1 : 0.85);
                }
            }
        }
    }

    /** Those with a name: all, or the minima, which come first, or the lowest. */
    private List<CriticalPoint> named(Frame frame) {
        double most = frame.width() * frame.height() / ROOM_FOR_NAME;
        int minima = CriticalPoint.minima(points).size();
        return points.subList(0, points.size() <= most ? points.size() : minima <= most ? minima : 1);
    }

    /** "minimum 0" beside its mark, as far as there is room. */
    private void namePoints(Plot plot, Labels labels) {
        for (CriticalPoint point : named(plot.frame())) {
            double rounding = ROUNDING * Math.min(HUGE, map.levels.largest());
            String name = messages.text("scene." + point.kind(), Numerals.brief(Math.abs(point.loss()) < rounding ? 0 : point.loss()));
            labels.placeIfFree(name, plot.px(point.x()), plot.py(point.y()), RADIUS + 2, lettering(palette.ink(), 600));
        }
    }

    private Lettering lettering(int colour, int weight) {
        return new Lettering(colour, Axes.TEXT, weight, Align.LEFT, palette.paper());
    }
}
