package descentlab.descent;

import descentlab.objective.Objective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a function of x is like over an interval: kinks, minima and their curvature. */
public final class Terrain {
    private static final int SAMPLES = 512;
    /** A slope that jumps is nearly the same so many times further from the kink; that of |x|^1.5, which is steep and does not jump, is ten times as large. */
    private static final int FURTHER = 100;
    /** A curvature that is smaller than this part of the mean one around a minimum is 0 but for rounding. */
    private static final double FLAT = 1e-9;

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

        /** Whether the function rises in all directions, and not along a valley of minima alone. */
        public boolean isStrict() {
            return flattest > 1e-9 * curvature;
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
        double[] beside = new double[count];
        for (int k = 0; k < count; k++) {
            beside[k] = Math.max(Math.min(1e-9 * (1 + Math.abs(high[k])), 1e-6 * span[k]), 4e-16 * Math.abs(high[k]));
        }
        double[] before = slopesBeside(objective, high, beside, -1, count);
        double[] after = slopesBeside(objective, high, beside, 1, count);
        double[] wellBefore = slopesBeside(objective, high, beside, -FURTHER, count);
        double[] wellAfter = slopesBeside(objective, high, beside, FURTHER, count);
        for (int k = 0; k < count; k++) {
            double smallest = 1e-3 * Math.min(-slopeLow[k], slopeHigh[k]);
            boolean steep = before[k] < 0.5 * wellBefore[k] && after[k] > 0.5 * wellAfter[k];
            boolean jumps = span[k] == span[k] && before[k] < -smallest && after[k] > smallest && steep;
            low[k] = !jumps ? Double.NaN : Math.abs(high[k]) < 1e-15 * span[k] ? 0 : high[k];
        }
    }

    private static double[] slopesBeside(Objective objective, double[] middle, double[] beside, int times, int count) {
        double[] x = new double[count];
        for (int k = 0; k < count; k++) {
            x[k] = middle[k] + times * beside[k];
        }
        return slopes(objective, x, count);
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
                minima.add(minimum(objective, low[0], high[0], (gradient[0][k + 1] - gradient[0][k]) / (x[0][k + 1] - x[0][k])));
            }
        }
        minima.removeIf(minimum -> !(Math.abs(minimum.loss) < Double.POSITIVE_INFINITY));
        return minima;
    }

    /** The minimum in a bracket that bisection has closed: of its two ends the one with the smaller slope. @param mean the curvature around it */
    private static Minimum minimum(Objective objective, double low, double high, double mean) {
        double[] slope = slopes(objective, new double[] {low, high}, 2);
        double x = Math.abs(slope[0]) < Math.abs(slope[1]) ? low : high;
        double[] loss = new double[1];
        double[][] curvature = new double[1][1];
        objective.loss(new double[][] {{x}}, loss, 1);
        objective.hessian(new double[][] {{x}}, curvature, 1);
        double bent = Math.abs(curvature[0][0]) < FLAT * mean ? 0 : curvature[0][0];
        return new Minimum(new double[] {x}, loss[0], bent, bent);
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
