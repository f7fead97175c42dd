package descentlab.objective;

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

    /** hessian[i · dimension + j][l] = ∂²f/∂xᵢ∂xⱼ. */
    void hessian(double[][] x, double[][] hessian, int lanes);
}
