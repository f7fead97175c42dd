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
    /** Coordinate i of pair k, the oldest first, stands at k·dimension + i. */
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

    void add(double[] s, double[] y) {
        double curvature = Line.dot(y, s);
        if (curvature > LEAST_CURVATURE) {
            makeRoom();
            System.arraycopy(s, 0, steps, count * dimension, dimension);
            System.arraycopy(y, 0, changes, count * dimension, dimension);
            inverses[count++] = 1 / curvature;
            scale = curvature / Line.dot(y, y);
        }
    }

    /** For one more pair: the oldest goes when there are enough. */
    private void makeRoom() {
        if (count == most) {
            count--;
            System.arraycopy(steps, dimension, steps, 0, count * dimension);
            System.arraycopy(changes, dimension, changes, 0, count * dimension);
            System.arraycopy(inverses, 1, inverses, 0, count);
        } else if (count == inverses.length) {
            int room = Math.max(4, 2 * count);
            steps = Arrays.copyOf(steps, room * dimension);
            changes = Arrays.copyOf(changes, room * dimension);
            inverses = Arrays.copyOf(inverses, room);
            alpha = new double[room];
        }
    }

    /** Puts −H·g into d. */
    void turn(double[] g, double[] d) {
        for (int i = 0; i < dimension; i++) {
            d[i] = -g[i];
        }
        for (int k = count - 1; k >= 0; k--) {
            alpha[k] = dot(steps, k, d) * inverses[k];
            add(d, -alpha[k], changes, k);
        }
        for (int i = 0; i < dimension; i++) {
            d[i] *= scale;
        }
        for (int k = 0; k < count; k++) {
            add(d, alpha[k] - dot(changes, k, d) * inverses[k], steps, k);
        }
    }

    private double dot(double[] vectors, int k, double[] d) {
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            sum += vectors[k * dimension + i] * d[i];
        }
        return sum;
    }

    private void add(double[] to, double factor, double[] vectors, int k) {
        for (int i = 0; i < dimension; i++) {
            to[i] += factor * vectors[k * dimension + i];
        }
    }
}
