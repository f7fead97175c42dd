package descentlab.descent;

import descentlab.objective.Objective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the function is like around a point or over an interval: bottoms, tops, kinks, minima and their curvature. */
public final class Terrain {
    /** How far to look to each side of a point, in units of 1 + |x|: further where rounding makes the nearer values equal. */
    private static final double[] REACH = {1e-3, 1e-2, 1e-1};
    private static final int SAMPLES = 512;

    private Terrain() {
    }

    /**
     * A minimum with the eigenvalues of the Hessian there, which are f″ for a function of x.
     *
     * @param point     its coordinates
     * @param curvature the largest eigenvalue
     * @param flattest  the smallest
     */
    public record Minimum(double[] point, double loss, double curvature, double flattest) {
        public double x() {
            return point[0];
        }

        /** 2/λmax: plain gradient descent at rates above leaves it. */
        public double limit() {
            return 2 / curvature;
        }

        /** 2/(λmin + λmax), the rate at which the slowest direction converges fastest (Polyak 1964); 1/f″ for a function of x. */
        public double fastest() {
            return 2 / (curvature + flattest);
        }

        /** The momentum with which heavy balls roll to the bottom of a quadratic fastest, ((√κ − 1)/(√κ + 1))² (Polyak 1964). */
        public double bestMomentum() {
            double root = (Math.sqrt(curvature) - Math.sqrt(flattest)) / (Math.sqrt(curvature) + Math.sqrt(flattest));
            return root * root;
        }

        /** The rate that goes with it, (2/(√λmin + √λmax))². */
        public double bestRateWithMomentum() {
            double root = 2 / (Math.sqrt(curvature) + Math.sqrt(flattest));
            return root * root;
        }

        /** λmax/λmin. */
        public double condition() {
            return curvature / flattest;
        }

        public double distance(double... from) {
            double square = 0;
            for (int i = 0; i < point.length; i++) {
                square += (point[i] - from[i]) * (point[i] - from[i]);
            }
            return Math.sqrt(square);
        }
    }

    /** What lies around a point where the gradient is about zero: a bottom has nothing lower beside it and something higher. */
    public enum Shape { BOTTOM, TOP, NEITHER }

    static Shape around(Objective objective, double[] point) {
        double[][] lane = new double[point.length][1];
        for (int i = 0; i < point.length; i++) {
            lane[i][0] = point[i];
        }
        return around(objective, lane, 1)[0];
    }

    /** The shape around each of many points, points[i][k]. */
    public static Shape[] around(Objective objective, double[][] points, int count) {
        Shape[] shapes = new Shape[count];
        int open = count;
        for (int r = 0; open > 0; r++) {
            open = look(objective, points, r < REACH.length ? REACH[r] : 0, shapes);
        }
        return shapes;
    }

    /**
     * Compares each point with those beside it, along the axes and in a plane diagonally too, since a saddle can rise along both axes. Where all are
     * equal the shape stays open, unless there was no reach. @return how many are open
     */
    private static int look(Objective objective, double[][] points, double reach, Shape[] shapes) {
        int dimension = points.length;
        int each = 2 * dimension + (dimension == 2 ? 5 : 1);
        double[][] x = new double[dimension][each * shapes.length];
        double[] loss = new double[each * shapes.length];
        for (int l = 0; l < loss.length; l++) {
            int way = l % each - 1;
            for (int i = 0; i < dimension; i++) {
                double middle = points[i][l / each];
                boolean along = way / 2 == i && way >= 0 || way >= 2 * dimension;
                int sign = (way >= 2 * dimension ? way >> i : way) % 2 == 0 ? 1 : -1;
                x[i][l] = along ? middle + sign * reach * (1 + Math.abs(middle)) : middle;
            }
        }
        objective.loss(x, loss, loss.length);
        int open = 0;
        for (int k = 0; k < shapes.length; k++) {
            int higher = 0;
            int lower = 0;
            for (int l = each * k + 1; l < each * (k + 1); l++) {
                higher += loss[l] > loss[each * k] ? 1 : 0;
                lower += loss[l] < loss[each * k] ? 1 : 0;
            }
            if (shapes[k] == null && (higher + lower > 0 || reach == 0)) {
                shapes[k] = lower == 0 && higher > 0 ? Shape.BOTTOM : higher == 0 && lower == each - 1 ? Shape.TOP : Shape.NEITHER;
            }
            open += shapes[k] == null ? 1 : 0;
        }
        return open;
    }

    /** Where a function of x has a kink between two points: where f′ changes sign, if it jumps there and does not pass through 0; else NaN. */
    static double kinkBetween(Objective objective, double low, double high) {
        double[] kink = {low};
        kinksBetween(objective, kink, new double[] {high}, 1);
        return kink[0];
    }

    /** The same between each low[k] and high[k], for k below {@code count}; the kinks, or NaN, take the place of low, and high is used up. */
    public static void kinksBetween(Objective objective, double[] low, double[] high, int count) {
        if (objective.isSmooth()) {
            Arrays.fill(low, 0, count, Double.NaN);
            return;
        }
        double[] span = new double[count];
        double[] slopeLow = slopes(objective, low, count);
        double[] slopeHigh = slopes(objective, high, count);
        for (int k = 0; k < count; k++) {
            span[k] = slopeLow[k] < 0 && slopeHigh[k] > 0 ? high[k] - low[k] : Double.NaN;
        }
        bisect(objective, low, high, count);
        double[] below = new double[count];
        double[] above = new double[count];
        for (int k = 0; k < count; k++) {
            double beside = Math.max(Math.min(1e-9 * (1 + Math.abs(high[k])), 1e-6 * span[k]), 4e-16 * Math.abs(high[k]));
            below[k] = high[k] - beside;
            above[k] = high[k] + beside;
        }
        double[] before = slopes(objective, below, count);
        double[] after = slopes(objective, above, count);
        for (int k = 0; k < count; k++) {
            double smallest = 1e-3 * Math.min(-slopeLow[k], slopeHigh[k]);
            boolean jumps = span[k] == span[k] && before[k] < -smallest && after[k] > smallest;
            low[k] = !jumps ? Double.NaN : Math.abs(high[k]) < 1e-15 * span[k] ? 0 : high[k];
        }
    }

    /** The minima of a function of x between two points, left to right; of those nearer to each other than 1/512 of the way some may be missed. */
    public static List<Minimum> minima(Objective objective, double from, double to) {
        double[][] x = new double[1][SAMPLES + 1];
        double[][] gradient = new double[1][SAMPLES + 1];
        for (int k = 0; k <= SAMPLES; k++) {
            x[0][k] = from + (to - from) * k / SAMPLES;
        }
        objective.gradient(x, new double[SAMPLES + 1], gradient, SAMPLES + 1);
        List<Minimum> minima = new ArrayList<>();
        for (int k = 0; k < SAMPLES; k++) {
            boolean rises = gradient[0][k] < 0 && (gradient[0][k + 1] > 0 || gradient[0][k + 1] == 0);
            if (rises) {
                double[] low = {x[0][k]};
                double[] high = {x[0][k + 1]};
                bisect(objective, low, high, 1);
                minima.add(minimum(objective, low[0], high[0]));
            }
        }
        minima.removeIf(minimum -> !(Math.abs(minimum.loss) < Double.POSITIVE_INFINITY));
        return minima;
    }

    /** The minimum in a bracket that bisection has closed: of its two ends the one with the smaller slope. */
    private static Minimum minimum(Objective objective, double low, double high) {
        double[] slope = slopes(objective, new double[] {low, high}, 2);
        double x = Math.abs(slope[0]) < Math.abs(slope[1]) ? low : high;
        double[] loss = new double[1];
        double[][] curvature = new double[1][1];
        objective.loss(new double[][] {{x}}, loss, 1);
        objective.hessian(new double[][] {{x}}, curvature, 1);
        return new Minimum(new double[] {x}, loss[0], curvature[0][0], curvature[0][0]);
    }

    /** Brings low[k] and high[k] to two neighbouring numbers between which f′ goes from below 0 to 0 or above. */
    private static void bisect(Objective objective, double[] low, double[] high, int count) {
        double[] middle = new double[count];
        boolean open = true;
        while (open) {
            for (int k = 0; k < count; k++) {
                middle[k] = low[k] + (high[k] - low[k]) / 2;
            }
            double[] slope = slopes(objective, middle, count);
            open = false;
            for (int k = 0; k < count; k++) {
                boolean between = middle[k] > low[k] && middle[k] < high[k];
                low[k] = between && slope[k] < 0 ? middle[k] : low[k];
                high[k] = between && !(slope[k] < 0) ? middle[k] : high[k];
                open |= between;
            }
        }
    }

    private static double[] slopes(Objective objective, double[] x, int count) {
        double[][] gradient = new double[1][count];
        objective.gradient(new double[][] {x}, new double[count], gradient, count);
        return gradient[0];
    }
}
