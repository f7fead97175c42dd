package descentlab.optimizer;

import java.util.Arrays;

/**
 * What L-BFGS knows of the inverse Hessian H: the last steps s, each with the change y of the gradient along it. H·g follows from them without a matrix.
 * Source: Nocedal and Wright, Numerical Optimization, 2006, algorithm 7.4 (two-loop recursion) and equation 7.20 (the scale).
 */
final class CurvaturePairs {
    /** A pair with less curvature y·s than this is not kept; PyTorch's. */
    private static final double LEAST_CURVATURE = 1e-10;

    private final int dimension;
    private final double most;
    private int count;
    /** Where the latest pair stands; the one before it stands before it, and before the first the last of all. */
    private int latest = -1;
    /** Coordinate i of the pair at k stands at k·dimension + i. */
    private double[] steps = {};
    private double[] changes = {};
    private double[] inverses = {};
    private double[] alpha = {};
    private double scale = 1;

    /** @param most how many are kept */
    CurvaturePairs(int dimension, double most) {
        this.dimension = dimension;
        this.most = most;
    }

    /** Forgets all. */
    void clear() {
        count = 0;
        latest = -1;
        scale = 1;
    }

    void add(double[] s, double[] y) {
        double curvature = Line.dot(y, s);
        if (curvature > LEAST_CURVATURE) {
            if (count < most) {
                count++;
                makeRoom();
            }
            latest = after(latest);
            for (int i = 0; i < dimension; i++) {
                steps[latest * dimension + i] = s[i];
                changes[latest * dimension + i] = y[i];
            }
            inverses[latest] = 1 / curvature;
            scale = curvature / Line.dot(y, y);
        }
    }

    private void makeRoom() {
        if (count > inverses.length) {
            int room = Math.max(4, 2 * count);
            steps = Arrays.copyOf(steps, room * dimension);
            changes = Arrays.copyOf(changes, room * dimension);
            inverses = Arrays.copyOf(inverses, room);
            alpha = new double[room];
        }
    }

    /** The place of the next pair; when there are enough, it is that of the oldest. */
    private int after(int k) {
        return k + 1 < count ? k + 1 : 0;
    }

    /** Puts −H·g into d. */
    void turn(double[] g, double[] d) {
        for (int i = 0; i < dimension; i++) {
            d[i] = -g[i];
        }
        int k = latest;
        for (int n = 0; n < count; n++) {
            alpha[k] = dot(steps, k * dimension, d) * inverses[k];
            add(d, -alpha[k], changes, k * dimension);
            k = k > 0 ? k - 1 : count - 1;
        }
        for (int i = 0; i < dimension; i++) {
            d[i] *= scale;
        }
        for (int n = 0; n < count; n++) {
            k = after(k);
            add(d, alpha[k] - dot(changes, k * dimension, d) * inverses[k], steps, k * dimension);
        }
    }

    /** Of d and the vector that begins at a place among others. */
    private static double dot(double[] vectors, int at, double[] d) {
        double sum = 0;
        for (int i = 0; i < d.length; i++) {
            sum += vectors[at + i] * d[i];
        }
        return sum;
    }

    private static void add(double[] to, double factor, double[] vectors, int at) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * vectors[at + i];
        }
    }
}
