package descentlab.objective;

import java.util.Arrays;

/**
 * The largest and the smallest eigenvalue of the Hessian at many points at once, from products of the Hessian with vectors alone: Lanczos' method with
 * full reorthogonalisation. A product is a central difference of two gradients.
 * Source: Golub and Van Loan, Matrix Computations, 4th ed., section 10.1; Cohen et al., Gradient descent on neural networks typically occurs at the
 * edge of stability, 2021, call λmax the sharpness.
 */
public final class Sharpness {
    /** As many products are enough for about six digits of λmax of a small network. */
    private static final int PRODUCTS = 24;
    private static final double STEP = 1e-5;
    private static final int HALVINGS = 80;

    private final Objective objective;
    private final double[][] x;
    private final int lanes;
    private final int n;
    private final double[][] beside;
    private final double[][] before;
    private final double[][] after;
    private final double[] loss;

    private Sharpness(Objective objective, double[][] x) {
        this.objective = objective;
        this.x = x;
        n = x.length;
        lanes = x[0].length;
        beside = new double[n][lanes];
        before = new double[n][lanes];
        after = new double[n][lanes];
        loss = new double[lanes];
    }

    /**
     * @param x points, x[i][l]
     * @return the smallest and the largest eigenvalue at each, [0][l] and [1][l]; NaN where the gradient is not finite
     */
    public static double[][] of(Objective objective, double[][] x) {
        return new Sharpness(objective, x).eigenvalues();
    }

    private double[][] eigenvalues() {
        int most = Math.min(n, PRODUCTS);
        double[][][] basis = new double[most + 1][n][lanes];
        double[][] diagonal = new double[most][lanes];
        double[][] beyond = new double[most][lanes];
        int[] size = new int[lanes];
        start(basis[0]);
        for (int k = 0; k < most; k++) {
            double[][] next = basis[k + 1];
            product(basis[k], next);
            for (int l = 0; l < lanes; l++) {
                diagonal[k][l] = dot(next, basis[k], l);
                for (int pass = 0; pass < 2; pass++) {
                    for (int j = 0; j <= k; j++) {
                        subtract(next, basis[j], dot(next, basis[j], l), l);
                    }
                }
                beyond[k][l] = Math.sqrt(dot(next, next, l));
                boolean goesOn = size[l] == k;
                size[l] += goesOn ? 1 : 0;
                // Where nothing new is left, the space found holds the extreme eigenvalues; the lane goes on without being counted.
                double scale = beyond[k][l] > 1e-7 * Math.abs(diagonal[0][l]) ? 1 / beyond[k][l] : 0;
                size[l] += goesOn && scale == 0 ? n + 1 : 0;
                scale(next, scale, l);
            }
        }
        double[][] eigenvalues = new double[2][lanes];
        for (int l = 0; l < lanes; l++) {
            int m = size[l] > n ? size[l] - n - 1 : size[l];
            eigenvalues[0][l] = extreme(diagonal, beyond, m, l, -1);
            eigenvalues[1][l] = extreme(diagonal, beyond, m, l, 1);
        }
        return eigenvalues;
    }

    /** A fixed direction that no coordinate is left out of, of length 1. */
    private void start(double[][] v) {
        RandomNumbers numbers = new RandomNumbers(1, 0);
        for (double[] coordinate : v) {
            Arrays.fill(coordinate, numbers.between(0.5, 1.5) * (numbers.uniform() < 0.5 ? -1 : 1));
        }
        for (int l = 0; l < lanes; l++) {
            scale(v, 1 / Math.sqrt(dot(v, v, l)), l);
        }
    }

    /** result = H·v for |v| = 1. */
    private void product(double[][] v, double[][] result) {
        move(v, -1);
        objective.gradient(beside, loss, before, lanes);
        move(v, 1);
        objective.gradient(beside, loss, after, lanes);
        for (int i = 0; i < n; i++) {
            for (int l = 0; l < lanes; l++) {
                result[i][l] = (after[i][l] - before[i][l]) / (2 * STEP);
            }
        }
    }

    private void move(double[][] v, double sign) {
        for (int i = 0; i < n; i++) {
            for (int l = 0; l < lanes; l++) {
                beside[i][l] = x[i][l] + sign * STEP * v[i][l];
            }
        }
    }

    private double dot(double[][] a, double[][] b, int l) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += a[i][l] * b[i][l];
        }
        return sum;
    }

    private void subtract(double[][] a, double[][] b, double factor, int l) {
        for (int i = 0; i < n; i++) {
            a[i][l] -= factor * b[i][l];
        }
    }

    private void scale(double[][] a, double factor, int l) {
        for (int i = 0; i < n; i++) {
            a[i][l] *= factor;
        }
    }

    /** The largest (sign 1) or smallest (−1) eigenvalue of a symmetric tridiagonal matrix of m rows, by bisection on Sturm's count. */
    private static double extreme(double[][] diagonal, double[][] beyond, int m, int l, int sign) {
        double reach = 0;
        for (int k = 0; k < m; k++) {
            reach = Math.max(reach, Math.abs(diagonal[k][l]) + beyond[k][l] + (k > 0 ? beyond[k - 1][l] : 0));
        }
        if (!(reach < Double.POSITIVE_INFINITY)) {
            return Double.NaN;
        }
        double low = -reach;
        double high = reach;
        for (int k = 0; k < HALVINGS; k++) {
            double middle = (low + high) / 2;
            boolean allBelow = below(diagonal, beyond, m, l, sign, middle) == m;
            low = allBelow ? low : middle;
            high = allBelow ? middle : high;
        }
        return sign * (low + high) / 2;
    }

    /** How many eigenvalues of sign times the matrix are below a value: the negative pivots of its elimination. */
    private static int below(double[][] diagonal, double[][] beyond, int m, int l, int sign, double value) {
        int count = 0;
        double pivot = 1;
        for (int k = 0; k < m; k++) {
            double square = k == 0 ? 0 : beyond[k - 1][l] * beyond[k - 1][l];
            pivot = sign * diagonal[k][l] - value - square / pivot;
            pivot = pivot == 0 ? 1e-300 : pivot;
            count += pivot < 0 ? 1 : 0;
        }
        return count;
    }
}
