package descentlab.survey;

import descentlab.objective.Objective;
import java.util.ArrayList;
import java.util.List;

/**
 * The places where descents come to rest, each once: two are the same where the function does not rise between them. Of one place that point is kept
 * which the map's first cell has reached, so that the order in which cells are known does not matter.
 */
final class Ends {
    /** Where ends lie close along a valley there are too many to tell apart: from here on they count as the last. */
    static final int MOST = 250;
    /** Points nearer than this, in units of 1 + |x| or of the way between starts, are one without a look between them. */
    private static final double NEAR = 1e-8;
    private static final double NEAR_BETWEEN_STARTS = 1e-6;
    /** Places between two points, from each on by powers of the golden ratio: the rise that a minimum begins with is seen however short the hill is. */
    private static final double[] BETWEEN = between(20);
    private static final double ROUNDING = 1e-12;

    private final Objective objective;
    private final double near;
    private final List<double[]> points = new ArrayList<>();
    private final List<Integer> cells = new ArrayList<>();
    private final double[][] line;
    private final double[] loss = new double[BETWEEN.length + 2];

    Ends(Survey.Plan plan) {
        objective = plan.objective();
        near = NEAR_BETWEEN_STARTS * plan.startsApart();
        line = new double[objective.dimension()][loss.length];
    }

    private static double[] between(int powers) {
        double[] parts = new double[2 * powers];
        for (int k = 0; k < powers; k++) {
            parts[k] = Math.pow((Math.sqrt(5) - 1) / 2, k + 1);
            parts[powers + k] = 1 - parts[k];
        }
        return parts;
    }

    int count() {
        return points.size();
    }

    double[] point(int number) {
        return points.get(number);
    }

    /** The first cell that has come to an end. */
    int cell(int number) {
        return cells.get(number);
    }

    /** The number of the end that a cell has reached, from 0; a new one where no known one is the same. */
    int number(double[] point, int cell) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < points.size(); k++) {
            double distance = distance(points.get(k), point);
            if (distance < least) {
                least = distance;
                nearest = k;
            }
        }
        if (nearest >= 0 && (least <= NEAR || isNear(points.get(nearest), point) || points.size() == MOST || joined(points.get(nearest), point))) {
            if (cell < cells.get(nearest)) {
                cells.set(nearest, cell);
                points.set(nearest, point.clone());
            }
            return nearest;
        }
        points.add(point.clone());
        cells.add(cell);
        return points.size() - 1;
    }

    private boolean isNear(double[] a, double[] b) {
        double apart = 0;
        for (int i = 0; i < a.length; i++) {
            apart = Math.max(apart, Math.abs(a[i] - b[i]));
        }
        return apart <= near;
    }

    private static double distance(double[] a, double[] b) {
        double distance = 0;
        for (int i = 0; i < a.length; i++) {
            distance = Math.max(distance, Math.abs(a[i] - b[i]) / (1 + Math.abs(a[i])));
        }
        return distance;
    }

    /** Whether the function does not rise above both points on the straight way between them. */
    private boolean joined(double[] a, double[] b) {
        int last = BETWEEN.length + 1;
        for (int i = 0; i < a.length; i++) {
            line[i][0] = a[i];
            line[i][last] = b[i];
            for (int k = 0; k < BETWEEN.length; k++) {
                line[i][k + 1] = a[i] + (b[i] - a[i]) * BETWEEN[k];
            }
        }
        objective.loss(line, loss, loss.length);
        double higher = Math.max(loss[0], loss[last]);
        boolean joined = true;
        for (int k = 1; k < last; k++) {
            joined &= loss[k] <= higher + ROUNDING * (1 + Math.abs(higher));
        }
        return joined;
    }

    /** Numbers in the order of the coordinates: result[k] is the rank of end k. */
    int[] ranks() {
        int[] ranks = new int[points.size()];
        for (int k = 0; k < ranks.length; k++) {
            for (double[] other : points) {
                ranks[k] += isBefore(other, points.get(k)) ? 1 : 0;
            }
        }
        return ranks;
    }

    private static boolean isBefore(double[] a, double[] b) {
        int i = 0;
        while (i < a.length - 1 && a[i] == b[i]) {
            i++;
        }
        return a[i] < b[i];
    }
}
