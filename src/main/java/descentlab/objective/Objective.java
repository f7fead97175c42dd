package descentlab.objective;

import java.util.Arrays;

/**
 * A function to descend, evaluated at many points at once. Points stand as a structure of arrays: {@code x[i][l]} is coordinate i of lane l;
 * lanes 0 to {@code lanes - 1} are read and written. A value that does not exist is NaN, never an exception.
 */
public interface Objective {
    /** The number of coordinates of a point. */
    int dimension();

    /**
     * Turns to a step: what learns from mini-batches evaluates the examples of that step from here on. A descent calls it before it evaluates.
     *
     * @param step from 0
     */
    default void turn(int step) {
    }

    /** loss[l] = f(x[·][l]). */
    void loss(double[][] x, double[] loss, int lanes);

    /** loss[l] = f(x[·][l]) and gradient[i][l] = ∂f/∂xᵢ there. */
    void gradient(double[][] x, double[] loss, double[][] gradient, int lanes);

    /**
     * Plain gradient descent, {@code count} times x[i][l] −= rate[l] · gradient[i][l] and then loss and gradient there: bit for bit what as many
     * calls of {@link #gradient} give, but an objective may keep the lanes where it computes, so that many steps cost little more than their
     * arithmetic.
     *
     * @param loss     at x, on entry too; {@code gradient} likewise
     * @param gradient of as many coordinates as x has
     */
    default void descend(double[][] x, double[] rate, double[] loss, double[][] gradient, int lanes, int count) {
        for (int step = 0; step < count; step++) {
            for (int i = 0; i < x.length; i++) {
                double[] coordinate = x[i];
                double[] slope = gradient[i];
                for (int l = 0; l < lanes; l++) {
                    coordinate[l] -= rate[l] * slope[l];
                }
            }
            gradient(x, loss, gradient, lanes);
        }
    }

    /**
     * {@link #descend}, and what is noted on the way.
     *
     * @param tolerance the largest |∂f/∂xᵢ| at rest
     * @param rested    rested[l] becomes for how many of the last of these steps lane l has been at rest
     * @param finite    finite[l] becomes after how many of them point, loss and gradient of lane l were finite
     * @param states    states[k][i][l] becomes xᵢ after step k; or null
     */
    default void follow(double[][] x, double[] rate, double[] loss, double[][] gradient, int lanes, int count, double tolerance, double[] rested,
            double[] finite, double[][][] states) {
        Arrays.fill(rested, 0, lanes, 0);
        Arrays.fill(finite, 0, lanes, 0);
        for (int step = 0; step < count; step++) {
            descend(x, rate, loss, gradient, lanes, 1);
            for (int l = 0; l < lanes; l++) {
                boolean resting = true;
                double nothing = loss[l] - loss[l];
                for (int i = 0; i < x.length; i++) {
                    resting &= Math.abs(gradient[i][l]) <= tolerance;
                    nothing += x[i][l] - x[i][l] + (gradient[i][l] - gradient[i][l]);
                }
                rested[l] = resting ? rested[l] + 1 : 0;
                finite[l] += nothing == 0 ? 1 : 0;
            }
            for (int i = 0; i < x.length && states != null; i++) {
                System.arraycopy(x[i], 0, states[step][i], 0, lanes);
            }
        }
    }

    /** hessian[i · dimension + j][l] = ∂²f/∂xᵢ∂xⱼ. */
    void hessian(double[][] x, double[][] hessian, int lanes);
}
