package descentlab.objective;

import descentlab.expression.NativeTape;

/**
 * A function to descend, evaluated at many points at once. Points stand as a structure of arrays: {@code x[i][l]} is coordinate i of lane l;
 * lanes 0 to {@code lanes - 1} are read and written. A value that does not exist is NaN, never an exception.
 */
public interface Objective {
    /** A point as a batch of one lane: [i][0]. */
    static double[][] lane(double[] point) {
        double[][] lane = new double[point.length][1];
        for (int i = 0; i < point.length; i++) {
            lane[i][0] = point[i];
        }
        return lane;
    }

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
     * Code of the machine that takes many steps at once and gives bit for bit what as many calls of {@link #gradient} and of a rule's step give; null
     * where there is none, or for so little not worth it.
     *
     * @param lanes for how many it is asked
     * @param steps how many
     */
    default NativeTape code(int lanes, int steps) {
        return null;
    }

    /** Whether all slopes change steadily: nowhere is a kink or a jump. */
    default boolean isSmooth() {
        return false;
    }

    /** hessian[i · dimension + j][l] = ∂²f/∂xᵢ∂xⱼ. */
    void hessian(double[][] x, double[][] hessian, int lanes);
}
