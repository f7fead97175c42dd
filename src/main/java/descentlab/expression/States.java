package descentlab.expression;

import java.util.Arrays;

/**
 * States of many lanes one after the other, and what tells most lanes apart, which is found for all of them at once, state by state: that is many
 * times as fast as lane by lane.
 *
 * @param values  values[k][i][l], coordinate i of lane l in state k, the latest last
 * @param low     low[i][l], the lowest value; {@code high} likewise the highest
 * @param nearest nearest[i][l], how near the last value has come to one of up to {@link #BACK} states before it
 */
public record States(double[][][] values, double[][] low, double[][] high, double[][] nearest) {
    public static final int BACK = 16;
    public static final int COUNT = 3 * BACK;

    public static States of(int dimension, int lanes) {
        return new States(new double[COUNT][dimension][lanes], new double[dimension][lanes], new double[dimension][lanes], new double[dimension][lanes]);
    }

    /** Finds what follows from the values. */
    public void measure(int lanes) {
        for (int i = 0; i < low.length; i++) {
            System.arraycopy(values[0][i], 0, low[i], 0, lanes);
            System.arraycopy(values[0][i], 0, high[i], 0, lanes);
            for (int k = 1; k < COUNT; k++) {
                widen(low[i], high[i], values[k][i], lanes);
            }
            Arrays.fill(nearest[i], 0, lanes, Double.POSITIVE_INFINITY);
            for (int back = 1; back <= BACK; back++) {
                approach(nearest[i], values[COUNT - 1][i], values[COUNT - 1 - back][i], lanes);
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
}
