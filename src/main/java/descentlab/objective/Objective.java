package descentlab.objective;

/**
 * A function to descend, evaluated at many points at once. Points stand as a structure of arrays: {@code x[i][l]} is coordinate i of lane l;
 * lanes 0 to {@code lanes - 1} are read and written. A value that does not exist is NaN, never an exception.
 */
public interface Objective {
    /** The number of coordinates of a point. */
    int dimension();

    /** loss[l] = f(x[·][l]). */
    void loss(double[][] x, double[] loss, int lanes);

    /** loss[l] = f(x[·][l]) and gradient[i][l] = ∂f/∂xᵢ there. */
    void gradient(double[][] x, double[] loss, double[][] gradient, int lanes);

    /** hessian[i · dimension + j][l] = ∂²f/∂xᵢ∂xⱼ. */
    void hessian(double[][] x, double[][] hessian, int lanes);
}
