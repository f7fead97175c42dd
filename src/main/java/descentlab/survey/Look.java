package descentlab.survey;

import descentlab.descent.Orbit;
import descentlab.descent.Verdict.Span;
import java.util.Arrays;

/**
 * The latest states of many lanes, as many as an {@link Orbit} has. What tells most lanes apart is found for all of them at once, state by state, which
 * is many times as fast as lane by lane.
 */
final class Look {
    private final double[][][] states;
    private final double[][] low;
    private final double[][] high;
    /** nearest[i][l]: how near xᵢ of lane l has come to its last value, up to the longest period ago. */
    private final double[][] nearest;
    private final Orbit orbit;

    Look(int dimension, int lanes) {
        states = new double[Orbit.LENGTH][dimension][lanes];
        low = new double[dimension][lanes];
        high = new double[dimension][lanes];
        nearest = new double[dimension][lanes];
        orbit = new Orbit(dimension);
    }

    /** states[k][i][lane], the latest last; to be written before {@link #measure}. */
    double[][][] states() {
        return states;
    }

    /** xᵢ so many steps before the last. */
    double x(int lane, int i, int back) {
        return states[states.length - 1 - back][i][lane];
    }

    void measure(int lanes) {
        for (int i = 0; i < low.length; i++) {
            System.arraycopy(states[0][i], 0, low[i], 0, lanes);
            System.arraycopy(states[0][i], 0, high[i], 0, lanes);
            for (int k = 1; k < states.length; k++) {
                widen(low[i], high[i], states[k][i], lanes);
            }
            Arrays.fill(nearest[i], 0, lanes, Double.POSITIVE_INFINITY);
            for (int back = 1; back <= Orbit.LONGEST_PERIOD; back++) {
                approach(nearest[i], states[states.length - 1][i], states[states.length - 1 - back][i], lanes);
            }
        }
    }

    private static void widen(double[] low, double[] high, double[] x, int lanes) {
        for (int l = 0; l < lanes; l++) {
            low[l] = x[l] < low[l] ? x[l] : low[l];
            high[l] = x[l] > high[l] ? x[l] : high[l];
        }
    }

    private static void approach(double[] nearest, double[] last, double[] before, int lanes) {
        for (int l = 0; l < lanes; l++) {
            double away = Math.abs(last[l] - before[l]);
            nearest[l] = away < nearest[l] ? away : nearest[l];
        }
    }

    /** As {@link Orbit#period}; most lanes need no closer look for it. */
    int period(int lane) {
        boolean mayRepeat = true;
        for (int i = 0; i < low.length; i++) {
            mayRepeat &= nearest[i][lane] <= Orbit.CLOSED * (high[i][lane] - low[i][lane]);
        }
        if (!mayRepeat) {
            return 0;
        }
        orbit.set(states, lane);
        return orbit.period();
    }

    /** As {@link Orbit#span}. */
    Span span(int lane) {
        int widest = 0;
        for (int i = 1; i < low.length; i++) {
            widest = high[i][lane] - low[i][lane] > high[widest][lane] - low[widest][lane] ? i : widest;
        }
        return new Span(widest, low[widest][lane], high[widest][lane]);
    }

    /** As {@link Orbit#turning}. */
    boolean turning(int lane) {
        orbit.set(states, lane);
        return orbit.turning();
    }
}
