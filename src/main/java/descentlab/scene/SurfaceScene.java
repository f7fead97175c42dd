package descentlab.scene;

import descentlab.message.Messages;
import descentlab.message.Numerals;
import descentlab.scene.Lettering.Align;
import java.util.List;

/**
 * A function of x and y as a surface over a floor with its isolines, and the runs' paths on it. Heights are spaced as the colours are, so that a valley
 * shows whose walls are a thousand times higher; the scale says the values.
 *
 * @param step the current step, 0 or more
 */
public record SurfaceScene(Surface surface, Turn turn, List<RunPicture> runs, double step, Palette palette, Messages messages) {
    private static final double MARGIN = 20;
    private static final double SIDE = 44;
    /** Polygons reach so many pixels under the nearer ones drawn after them, so that no seam shows. */
    private static final double OVERLAP = 0.8;
    private static final int SHADES = 5;
    private static final double DARKEST = 0.3;
    private static final double HIDDEN_ALPHA = 0.22;
    private static final double RADIUS = 6;
    private static final int SIGHT = 48;
    /** Where the numbers of the floor's sides stand. */
    private static final double BESIDE = 1.12;

    public void draw(Pen pen) {
        pen.rectangle(new Frame(0, 0, pen.width(), pen.height()), palette.paper(), 1);
        double widest = Math.sqrt(2);
        double scale = Math.max(4, Math.min((pen.width() - 2 * SIDE) / (2 * widest),
                (pen.height() - 2 * MARGIN) / (2 * widest * Math.sin(turn.pitch()) + Turn.HEIGHT * Math.cos(turn.pitch()))));
        Projection projection = new Projection(turn, scale, pen.width() / 2, pen.height() / 2);
        drawFloor(pen, projection);
        drawSurface(pen, projection);
        drawRuns(pen, projection);
        drawScales(pen, projection);
    }

    /** The turn with the size and the place in the picture. */
    private record Projection(Turn turn, double scale, double middleX, double middleY) {
        double px(double x, double y) {
            return middleX + scale * turn.across(x, y);
        }

        double py(double x, double y, double height) {
            return middleY + scale * turn.down(x, y, height);
        }
    }

    private void drawFloor(Pen pen, Projection projection) {
        double[] xs = new double[5];
        double[] ys = new double[5];
        for (int k = 0; k < 5; k++) {
            double x = k % 4 == 1 || k % 4 == 2 ? 1 : -1;
            double y = k % 4 >= 2 ? 1 : -1;
            xs[k] = projection.px(x, y);
            ys[k] = projection.py(x, y, 0);
        }
        pen.polyline(xs, ys, 0, 5, Stroke.solid(palette.quiet(), 0.6, 1));
        int[] colours = palette.bands(surface.levels.count() + 1);
        for (int level = 0; level < surface.isolines.length; level++) {
            Points line = surface.isolines[level];
            Points onFloor = new Points();
            for (int i = 0; i < line.count; i++) {
                onFloor.add(projection.px(line.xs[i], line.ys[i]), projection.py(line.xs[i], line.ys[i], 0));
            }
            if (onFloor.count > 0) {
                pen.segments(onFloor.xs, onFloor.ys, 0, onFloor.count, Stroke.solid(Palette.mix(colours[level], palette.ink(), 0.35), 0.8, 1));
            }
        }
    }

    /**
     * The farthest row of squares first, each row from its farther end, so that nearer ones cover what they hide. Squares of one colour side by side
     * are one polygon.
     */
    private void drawSurface(Pen pen, Projection projection) {
        int n = Surface.SQUARES;
        double alongX = turn.near(1, 0);
        double alongY = turn.near(0, 1);
        boolean rowsFirst = Math.abs(alongY) >= Math.abs(alongX);
        boolean outerUp = (rowsFirst ? alongY : alongX) >= 0;
        boolean innerUp = (rowsFirst ? alongX : alongY) >= 0;
        double[] px = new double[surface.heights.length];
        double[] py = new double[surface.heights.length];
        for (int k = 0; k < px.length; k++) {
            double x = 2.0 * (k % Surface.NODES) / n - 1;
            double y = 2.0 * (k / Surface.NODES) / n - 1;
            px[k] = projection.px(x, y);
            py[k] = projection.py(x, y, surface.heights[k]);
        }
        int[][] colours = shades();
        Strip strip = new Strip(pen, px, py);
        for (int o = 0; o < n; o++) {
            int outer = outerUp ? o : n - 1 - o;
            for (int s = 0; s < n; s++) {
                int inner = innerUp ? s : n - 1 - s;
                int corner = rowsFirst ? outer * Surface.NODES + inner : inner * Surface.NODES + outer;
                int far = corner + (outerUp ? 0 : rowsFirst ? Surface.NODES : 1) + (innerUp ? 0 : rowsFirst ? 1 : Surface.NODES);
                int alongRow = (rowsFirst ? 1 : Surface.NODES) * (innerUp ? 1 : -1);
                int nearer = (rowsFirst ? Surface.NODES : 1) * (outerUp ? 1 : -1);
                strip.add(far, far + alongRow, far + nearer, far + nearer + alongRow, colour(corner, colours));
            }
            strip.end();
        }
    }

    /** Each band's colour in so many shades, the darkest first. */
    private int[][] shades() {
        int[] bands = palette.surfaceBands(surface.levels.count() + 1);
        int[][] shades = new int[bands.length][SHADES];
        for (int band = 0; band < bands.length; band++) {
            for (int shade = 0; shade < SHADES; shade++) {
                shades[band][shade] = Palette.mix(bands[band], 0x101018, DARKEST * (SHADES - 1 - shade) / (SHADES - 1));
            }
        }
        return shades;
    }

    /** By the square's mean height and by how it faces the light, which comes from the left; −1 where a corner has no value. */
    private int colour(int corner, int[][] colours) {
        double a = surface.heights[corner];
        double b = surface.heights[corner + 1];
        double c = surface.heights[corner + Surface.NODES];
        double d = surface.heights[corner + Surface.NODES + 1];
        double mean = (a + b + c + d) / 4;
        if (mean != mean) {
            return -1;
        }
        double slopeX = (b + d - a - c) * Surface.SQUARES / 4 * Turn.HEIGHT;
        double slopeY = (c + d - a - b) * Surface.SQUARES / 4 * Turn.HEIGHT;
        double facing = turn.across(slopeX, slopeY) * 0.8 - turn.near(slopeX, slopeY) * 0.35;
        double light = 0.5 + 0.5 * facing / Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY);
        int band = Math.max(0, Math.min(colours.length - 1, (int) (mean * colours.length)));
        return colours[band][Math.max(0, Math.min(SHADES - 1, (int) (light * SHADES)))];
    }

    /** Squares of one colour in a row, as one polygon: along the far side and back along the near one. */
    private static final class Strip {
        private final Pen pen;
        private final double[] px;
        private final double[] py;
        private final Points far = new Points();
        private final Points near = new Points();
        private int colour = -1;

        Strip(Pen pen, double[] px, double[] py) {
            this.pen = pen;
            this.px = px;
            this.py = py;
        }

        void add(int farFrom, int farTo, int nearFrom, int nearTo, int squareColour) {
            if (squareColour != colour) {
                end();
                colour = squareColour;
            }
            if (colour >= 0) {
                if (far.count == 0) {
                    far.add(px[farFrom], py[farFrom]);
                    near.add(px[nearFrom], py[nearFrom] + OVERLAP);
                }
                far.add(px[farTo], py[farTo]);
                near.add(px[nearTo], py[nearTo] + OVERLAP);
            }
        }

        void end() {
            if (far.count > 1) {
                double last = far.xs[far.count - 1] - far.xs[far.count - 2];
                far.xs[far.count - 1] += last > 0 ? OVERLAP : -OVERLAP;
                for (int i = near.count - 1; i >= 0; i--) {
                    far.add(near.xs[i], near.ys[i]);
                }
                pen.polygon(far.xs, far.ys, 0, far.count, colour, 1);
            }
            far.clear();
            near.clear();
            colour = -1;
        }
    }

    private void drawRuns(Pen pen, Projection projection) {
        for (RunPicture run : runs) {
            Points seen = new Points();
            Points hidden = new Points();
            int last = run.stepAt(step);
            for (int t = 0; t < last; t++) {
                if (isOn(run, t) && isOn(run, t + 1)) {
                    Points points = isSeen(run, t) || isSeen(run, t + 1) ? seen : hidden;
                    points.addLine(px(projection, run, t), py(projection, run, t), px(projection, run, t + 1), py(projection, run, t + 1));
                }
            }
            int colour = palette.run(run.style());
            stroke(pen, hidden, Stroke.solid(colour, HIDDEN_ALPHA, 1.5));
            stroke(pen, seen, Stroke.solid(palette.paper(), 0.8, 4));
            stroke(pen, seen, Stroke.solid(colour, 1, 1.75));
            if (isOn(run, last)) {
                double[] x = {px(projection, run, last)};
                double[] y = {py(projection, run, last)};
                double alpha = isSeen(run, last) ? 1 : HIDDEN_ALPHA * 2;
                pen.marks(run.mark(), x, y, 0, 1, RADIUS + 1.5, palette.paper(), alpha);
                pen.marks(run.mark(), x, y, 0, 1, RADIUS, colour, alpha);
            }
        }
    }

    private static void stroke(Pen pen, Points points, Stroke stroke) {
        if (points.count > 0) {
            pen.segments(points.xs, points.ys, 0, points.count, stroke);
        }
    }

    private boolean isOn(RunPicture run, int t) {
        double x = surface.x(run.x(t));
        double y = surface.y(run.y(t));
        return Math.abs(x) <= 1 && Math.abs(y) <= 1 && run.loss(t) == run.loss(t);
    }

    private double px(Projection projection, RunPicture run, int t) {
        return projection.px(surface.x(run.x(t)), surface.y(run.y(t)));
    }

    private double py(Projection projection, RunPicture run, int t) {
        return projection.py(surface.x(run.x(t)), surface.y(run.y(t)), surface.heightOf(run.loss(t)));
    }

    /** Whether nothing of the surface stands between the point and the eye. */
    private boolean isSeen(RunPicture run, int t) {
        double x = surface.x(run.x(t));
        double y = surface.y(run.y(t));
        double height = surface.heightOf(run.loss(t)) + 0.02;
        double rise = Math.tan(Math.min(turn.pitch(), 1.5)) / Turn.HEIGHT;
        for (int k = 1; k <= SIGHT; k++) {
            double way = 2.8 * k / SIGHT;
            double line = height + way * rise;
            if (line > 1) {
                return true;
            }
            if (surface.heightAt(x + way * Math.sin(turn.yaw()), y + way * Math.cos(turn.yaw())) > line) {
                return false;
            }
        }
        return true;
    }

    /** The ends of x and y at the floor's near corners, and the values of some levels at the side. */
    private void drawScales(Pen pen, Projection projection) {
        Viewport view = surface.view;
        Lettering quiet = new Lettering(palette.quiet(), Axes.TEXT, 400, Align.CENTRE, palette.paper());
        double nearY = turn.near(0, 1) >= 0 ? 1 : -1;
        double nearX = turn.near(1, 0) >= 0 ? 1 : -1;
        for (int end = -1; end <= 1; end++) {
            double x = view.xMin() + (end + 1) / 2.0 * view.width();
            double y = view.yMin() + (1 - end) / 2.0 * view.height();
            String xText = end == 0 ? messages.text("scene.x") : Numerals.brief(x);
            String yText = end == 0 ? messages.text("scene.y") : Numerals.brief(y);
            double along = 0.88 * end;
            pen.text(xText, projection.px(along, nearY * BESIDE), projection.py(along, nearY * BESIDE, 0) + 8, quiet);
            pen.text(yText, projection.px(nearX * BESIDE, along), projection.py(nearX * BESIDE, along, 0) + 8, quiet);
        }
        nameHeights(pen, projection, quiet);
    }

    private void nameHeights(Pen pen, Projection projection, Lettering quiet) {
        double x = Double.POSITIVE_INFINITY;
        double cornerX = 0;
        double cornerY = 0;
        for (int k = 0; k < 4; k++) {
            double across = turn.across(k % 2 * 2 - 1, k / 2 * 2 - 1);
            if (across < x) {
                x = across;
                cornerX = k % 2 * 2 - 1;
                cornerY = k / 2 * 2 - 1;
            }
        }
        double px = projection.px(cornerX, cornerY);
        double last = Double.POSITIVE_INFINITY;
        for (double value : surface.levels.values()) {
            double y = projection.py(cornerX, cornerY, surface.heightOf(value));
            if (last - y > 18) {
                last = y;
                pen.segments(new double[] {px - 4, px}, new double[] {y, y}, 0, 2, Stroke.solid(palette.quiet(), 0.8, 1));
                pen.text(Numerals.brief(value), px - 7, y + 4, quiet.aligned(Align.RIGHT));
            }
        }
        double[] ys = {projection.py(cornerX, cornerY, 0), projection.py(cornerX, cornerY, 1)};
        pen.segments(new double[] {px, px}, ys, 0, 2, Stroke.solid(palette.quiet(), 0.6, 1));
    }
}
