package descentlab.scene;

import descentlab.descent.CriticalPoint;
import descentlab.descent.CriticalPoints;
import descentlab.descent.Terrain;
import descentlab.descent.Terrain.Minimum;
import descentlab.objective.Objective;

/** The part of a function that a person wants to see first. */
public final class FirstView {
    private static final double REACH = 10;
    private static final double MARGIN = 0.12;
    /** A view that follows a run grows to at most this many times its width; beyond, an arrow at the edge says how far the run went. */
    private static final double FARTHEST = 20;

    /** Beyond this the sides of a view would overflow. */
    private static final double FARTHEST_START = 1e290;
    /** The least half width, in parts of the start: below it ticks would have no digits left to differ in. */
    private static final double NARROWEST = 1e-9;

    private static final int WALL_SAMPLES = 64;
    /** How high, in heights of the start above the minimum, the other side may rise. */
    private static final double WALL = 3;

    private FirstView() {
    }

    /** A square around the start and the nearest minimum, or around the start alone. */
    public static Viewport ofMap(Objective objective, double... point) {
        double startX = Math.max(-FARTHEST_START, Math.min(FARTHEST_START, point[0]));
        double startY = Math.max(-FARTHEST_START, Math.min(FARTHEST_START, point[1]));
        double reach = 2 * (1 + Math.max(Math.abs(startX), Math.abs(startY)));
        double toX = startX;
        double toY = startY;
        double nearest = Double.POSITIVE_INFINITY;
        for (CriticalPoint flat : CriticalPoints.find(objective, startX - reach, startX + reach, startY - reach, startY + reach)) {
            double distance = Math.abs(flat.x() - startX) + Math.abs(flat.y() - startY);
            if (flat.kind() == CriticalPoint.Kind.MINIMUM && distance < nearest) {
                nearest = distance;
                toX = flat.x();
                toY = flat.y();
            }
        }
        double apart = Math.max(Math.abs(toX - startX), Math.abs(toY - startY));
        double side = nearest == Double.POSITIVE_INFINITY ? reach : Math.max(0.75 * apart, 1);
        double middleX = (startX + toX) / 2;
        double middleY = (startY + toY) / 2;
        return new Viewport(middleX - side, middleX + side, middleY - side, middleY + side);
    }

    /** The start, the nearest minimum, what lies as far beyond it, and a second minimum. */
    public static Viewport ofCurve(Objective objective, double x) {
        double start = Math.max(-FARTHEST_START, Math.min(FARTHEST_START, x));
        double narrowest = 0.5 + NARROWEST * Math.abs(start);
        double reach = REACH * (1 + Math.abs(start));
        Minimum nearest = null;
        Minimum second = null;
        for (Minimum minimum : Terrain.minima(objective, start - reach, start + reach)) {
            if (nearest == null || distance(minimum, start) < distance(nearest, start)) {
                second = nearest;
                nearest = minimum;
            } else if (second == null || distance(minimum, start) < distance(second, start)) {
                second = minimum;
            }
        }
        if (nearest == null) {
            double side = 2 + Math.abs(start);
            return Viewport.fit(objective, start - side, start + side);
        }
        double side = Math.max(distance(nearest, start), narrowest);
        double from = withoutWall(objective, nearest, nearest.x() - side, start);
        double to = withoutWall(objective, nearest, nearest.x() + side, start);
        if (second != null && distance(second, start) < 5 * side) {
            from = Math.min(from, second.x() - 0.3 * side);
            to = Math.max(to, second.x() + 0.3 * side);
        }
        double margin = MARGIN * (to - from);
        return Viewport.fit(objective, from - margin, to + margin);
    }

    /** The end of the view on one side of the minimum: nearer where a wall beyond the minimum is so high that the start would look flat. */
    private static double withoutWall(Objective objective, Minimum minimum, double end, double start) {
        double[][] x = new double[1][WALL_SAMPLES + 1];
        double[] loss = new double[WALL_SAMPLES + 1];
        for (int k = 0; k < WALL_SAMPLES; k++) {
            x[0][k] = minimum.x() + (end - minimum.x()) * (k + 1) / WALL_SAMPLES;
        }
        x[0][WALL_SAMPLES] = start;
        objective.loss(x, loss, WALL_SAMPLES + 1);
        double highest = minimum.loss() + WALL * (loss[WALL_SAMPLES] - minimum.loss());
        boolean startIsIn = (start - minimum.x()) * (end - minimum.x()) > 0;
        int kept = WALL_SAMPLES - 1;
        while (!startIsIn && kept > WALL_SAMPLES / 8 && loss[kept] > highest) {
            kept--;
        }
        return x[0][kept];
    }

    /** The view of a map, grown about its middle so that the point is in it. */
    public static Viewport followingOnMap(Viewport view, double... point) {
        double middleX = (view.xMin() + view.xMax()) / 2;
        double middleY = (view.yMin() + view.yMax()) / 2;
        double far = Math.max(Math.abs(point[0] - middleX) / view.width(), Math.abs(point[1] - middleY) / view.height());
        return far > 0.5 && far <= FARTHEST ? view.zoom(0.5 / (far + 0.1), middleX, middleY) : view;
    }

    /** The view of a curve, grown so that x is in it. */
    public static Viewport followingOnCurve(Objective objective, Viewport view, double x) {
        double width = view.xMax() - view.xMin();
        boolean outside = x < view.xMin() || x > view.xMax();
        if (!outside || Math.abs(x - (view.xMin() + view.xMax()) / 2) > FARTHEST * width) {
            return view;
        }
        double margin = 0.1 * width;
        double from = Math.min(view.xMin(), x - margin);
        double to = Math.max(view.xMax(), x + margin);
        return Viewport.isPossible(from, to, 0, 1) ? Viewport.fit(objective, from, to) : view;
    }

    private static double distance(Minimum minimum, double x) {
        return Math.abs(minimum.x() - x);
    }
}
