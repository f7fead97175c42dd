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

    enum Shape { BOTTOM, TOP, NEITHER }

    /** What lies around a point where the gradient is about zero: a bottom has nothing lower beside it and something higher. */
    static Shape around(Objective objective, double[] point) {
        int lanes = 2 * point.length + 1;
        double[][] x = new double[point.length][lanes];
        double[] loss = new double[lanes];
        for (double reach : REACH) {
            for (int i = 0; i < point.length; i++) {
                Arrays.fill(x[i], point[i]);
                x[i][1 + 2 * i] += reach * (1 + Math.abs(point[i]));
                x[i][2 + 2 * i] -= reach * (1 + Math.abs(point[i]));
            }
            objective.loss(x, loss, lanes);
            int higher = 0;
            int lower = 0;
            for (int l = 1; l < lanes; l++) {
                higher += loss[l] > loss[0] ? 1 : 0;
                lower += loss[l] < loss[0] ? 1 : 0;
            }
            if (higher + lower > 0) {
                return lower == 0 ? Shape.BOTTOM : higher == 0 && lower == lanes - 1 ? Shape.TOP : Shape.NEITHER;
            }
        }
        return Shape.NEITHER;
    }

    /** Where a function of x has a kink between two points: where f′ changes sign, if it jumps there and does not pass through 0; else NaN. */
    static double kinkBetween(Objective objective, double low, double high) {
        double slopeLow = slope(objective, low);
        double slopeHigh = slope(objective, high);
        if (!(slopeLow < 0 && slopeHigh > 0)) {
            return Double.NaN;
        }
        double turn = bisect(objective, low, high)[1];
        double beside = Math.max(Math.min(1e-9 * (1 + Math.abs(turn)), 1e-6 * (high - low)), 4e-16 * Math.abs(turn));
        double smallest = 1e-3 * Math.min(-slopeLow, slopeHigh);
        boolean jumps = slope(objective, turn - beside) < -smallest && slope(objective, turn + beside) > smallest;
        return !jumps ? Double.NaN : Math.abs(turn) < 1e-15 * (high - low) ? 0 : turn;
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
                double[] bracket = bisect(objective, x[0][k], x[0][k + 1]);
                minima.add(minimum(objective, bracket));
            }
        }
        minima.removeIf(minimum -> !(Math.abs(minimum.loss) < Double.POSITIVE_INFINITY));
        return minima;
    }

    /** The minimum in a bracket that bisection has closed: of its two ends the one with the smaller slope. */
    private static Minimum minimum(Objective objective, double[] bracket) {
        double x = Math.abs(slope(objective, bracket[0])) < Math.abs(slope(objective, bracket[1])) ? bracket[0] : bracket[1];
        double[] loss = new double[1];
        double[][] curvature = new double[1][1];
        objective.loss(new double[][] {{x}}, loss, 1);
        objective.hessian(new double[][] {{x}}, curvature, 1);
        return new Minimum(new double[] {x}, loss[0], curvature[0][0], curvature[0][0]);
    }

    /** Two neighbouring numbers between which f′ goes from below 0 to 0 or above. */
    private static double[] bisect(Objective objective, double low, double high) {
        double middle = low + (high - low) / 2;
        while (middle > low && middle < high) {
            if (slope(objective, middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
            middle = low + (high - low) / 2;
        }
        return new double[] {low, high};
    }

    private static double slope(Objective objective, double x) {
        double[][] gradient = new double[1][1];
        objective.gradient(new double[][] {{x}}, new double[1], gradient, 1);
        return gradient[0][0];
    }
}
