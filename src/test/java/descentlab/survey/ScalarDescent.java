package descentlab.survey;

import descentlab.descent.Surroundings;
import descentlab.descent.Terrain;
import descentlab.objective.Objective;

/** Plain gradient descent from one start, a step at a time, and what becomes of it: the survey's outcomes worked out without lanes, tiles and looks on the way. */
final class ScalarDescent {
    private static final int LONGEST = 16;
    private static final int ORBIT = 48;

    private final Objective objective;
    private final double[][] point;
    private final double[] loss = new double[1];
    private final double[][] gradient;

    ScalarDescent(Objective objective) {
        this.objective = objective;
        point = new double[objective.dimension()][1];
        gradient = new double[point.length][1];
    }

    /** What is known after the run. */
    record End(Outcome outcome, int period, int steps, double[] point) {
    }

    End run(double[] start, double rate, int steps, double tolerance) {
        double[][] x = new double[steps + ORBIT + 1][];
        int rest = 0;
        x[0] = start.clone();
        for (int t = 0; t <= steps + ORBIT; t++) {
            double[] slope = slope(x[t]);
            if (!isFinite(x[t], slope)) {
                boolean overflow = !(largest(x[t]) < 1e50) || loss[0] == Double.POSITIVE_INFINITY && t > 0;
                return new End(overflow && t > 0 ? Outcome.DIVERGED : Outcome.LEFT_DOMAIN, 0, t, x[t]);
            }
            if (t > 0 && t <= steps && leaves(x, t, steps)) {
                return new End(Outcome.DIVERGED, 0, t, x[t]);
            }
            rest = largest(slope) <= tolerance ? rest : t + 1;
            if (t == steps && rest <= t) {
                boolean bottom = isBottom(x[t], false);
                return new End(bottom ? Outcome.REACHED : Outcome.STUCK, 0, rest, x[t]);
            }
            if (t < steps + ORBIT) {
                x[t + 1] = step(x[t], slope, rate);
            }
        }
        return afterwards(x, start, rate, steps, rest <= steps + ORBIT);
    }

    private End afterwards(double[][] x, double[] start, double rate, int steps, boolean resting) {
        int last = steps + ORBIT;
        int period = resting ? 0 : period(x, last);
        if (period > 1) {
            return new End(hops(x, last) ? Outcome.STUCK : Outcome.OSCILLATING, period, last, x[last]);
        }
        if (period == 1) {
            return new End(isBottom(x[last], true) ? Outcome.REACHED : Outcome.STUCK, 0, steps, x[last]);
        }
        double away = 0;
        for (int i = 0; i < start.length; i++) {
            away = Math.max(away, Math.abs(x[last][i] - start[i]) / (1 + Math.abs(start[i])));
        }
        boolean chaotic = !resting && turns(x, last) && span(x, last, widest(x, last)) > 1e-6 * (1 + Math.abs(low(x, last))) && parts(x, start, rate, steps);
        return new End(away > 1e6 ? Outcome.DIVERGED : chaotic ? Outcome.CHAOTIC : Outcome.ON_ITS_WAY, 0, steps, x[last]);
    }

    /** Whether a block of steps ends here before which it was a million times (1 + |x₀|) away, and now has gone further. */
    private static boolean leaves(double[][] x, int t, int steps) {
        int since = 0;
        for (int next = block(0, steps); next <= t && next < steps; next = block(next, steps)) {
            since = next == t ? since : next;
        }
        if (block(since, steps) != t) {
            return false;
        }
        boolean leaves = false;
        for (int i = 0; i < x[0].length; i++) {
            boolean far = Math.abs(x[since][i] - x[0][i]) > 1e6 * (1 + Math.abs(x[0][i]));
            leaves |= far && Math.abs(x[t][i]) > Math.abs(x[since][i]);
        }
        return leaves;
    }

    /** Where the block of steps that begins at t ends: 48 of a look after 64, 128 … steps, and before the next half the steps before it, as a power of two from 8 to 64. */
    private static int block(int t, int steps) {
        int look = 64;
        while (look < t) {
            look *= 2;
        }
        int block = t < 32 ? 8 : t < 64 ? 16 : t < 128 ? 32 : 64;
        return look == t && t + ORBIT <= steps ? t + ORBIT : Math.min(steps, Math.min(t + block, look == t ? 2 * look : look));
    }

    /** Whether the cycle goes to and fro over a kink. */
    private boolean hops(double[][] x, int last) {
        double[] low = {Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY};
        for (int t = last - ORBIT + 1; t <= last; t++) {
            low[0] = Math.min(low[0], x[t][0]);
            high[0] = Math.max(high[0], x[t][0]);
        }
        if (x[0].length == 1) {
            Terrain.kinksBetween(objective, low, high, 1);
        }
        return x[0].length == 1 && low[0] == low[0];
    }

    private double[] slope(double[] x) {
        for (int i = 0; i < x.length; i++) {
            point[i][0] = x[i];
        }
        objective.gradient(point, loss, gradient, 1);
        double[] slope = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            slope[i] = gradient[i][0];
        }
        return slope;
    }

    private static double[] step(double[] x, double[] slope, double rate) {
        double[] next = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            next[i] = x[i] - rate * slope[i];
        }
        return next;
    }

    private boolean isFinite(double[] x, double[] slope) {
        boolean finite = Double.isFinite(loss[0]);
        for (int i = 0; i < x.length; i++) {
            finite &= Double.isFinite(x[i]) && Double.isFinite(slope[i]);
        }
        return finite;
    }

    private static double largest(double[] vector) {
        double largest = 0;
        for (double each : vector) {
            largest = Math.max(largest, Math.abs(each));
        }
        return largest;
    }

    private boolean isBottom(double[] x, boolean still) {
        double[][] lane = new double[x.length][1];
        for (int i = 0; i < x.length; i++) {
            lane[i][0] = x[i];
        }
        return new Surroundings(objective, 1).shapes(lane, 1, still)[0] == Surroundings.Shape.BOTTOM;
    }

    private static double low(double[][] x, int last) {
        double low = Double.POSITIVE_INFINITY;
        for (int t = last - ORBIT + 1; t <= last; t++) {
            low = Math.min(low, x[t][widest(x, last)]);
        }
        return low;
    }

    private static double span(double[][] x, int last, int i) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int t = last - ORBIT + 1; t <= last; t++) {
            low = Math.min(low, x[t][i]);
            high = Math.max(high, x[t][i]);
        }
        return high - low;
    }

    private static int widest(double[][] x, int last) {
        return x[0].length == 1 || span(x, last, 0) >= span(x, last, 1) ? 0 : 1;
    }

    /** The smallest period of the last states, 0 for none; nearly half a period is a period too. */
    private static int period(double[][] x, int last) {
        for (int period = 1; period <= LONGEST; period++) {
            if (repeats(x, last, period, period == 1 ? 0 : 1e-9)) {
                int part = 1;
                while (part < period && (period % part != 0 || !repeats(x, last, part, part == 1 ? 0 : 1e-5))) {
                    part++;
                }
                return part;
            }
        }
        return 0;
    }

    private static boolean repeats(double[][] x, int last, int period, double part) {
        boolean repeats = true;
        for (int i = 0; i < x[0].length; i++) {
            double size = 0;
            for (int t = last - ORBIT + 1; t < last; t++) {
                size = Math.max(size, Math.abs(x[t][i] - x[last][i]));
            }
            for (int t = last; t - period > last - ORBIT; t--) {
                repeats &= Math.abs(x[t][i] - x[t - period][i]) <= part * size;
            }
        }
        return repeats;
    }

    private static boolean turns(double[][] x, int last) {
        int i = widest(x, last);
        boolean turns = false;
        for (int t = last; t - 2 > last - ORBIT; t--) {
            turns |= (x[t][i] - x[t - 1][i]) * (x[t - 1][i] - x[t - 2][i]) < 0;
        }
        return turns;
    }

    /** Whether a twin comes away by a tenth of the orbit's width; looked at every 16 steps. */
    private boolean parts(double[][] x, double[] start, double rate, int steps) {
        int last = steps + ORBIT;
        int i = widest(x, last);
        double[] twin = new double[start.length];
        for (int k = 0; k < twin.length; k++) {
            twin[k] = start[k] + 1e-10 * (1 + Math.abs(start[k]));
        }
        for (int t = 0; t < steps; t++) {
            twin = step(twin, slope(twin), rate);
            if (((t + 1) % 16 == 0 || t + 1 == steps) && Math.abs(twin[i] - x[t + 1][i]) > 0.1 * span(x, last, i)) {
                return true;
            }
        }
        return false;
    }
}
