package descentlab.descent;

/**
 * The states of one run. Index t counts steps from 0, the start, to {@link #steps}; where the run is still on its way the arrays have room for more.
 *
 * @param x        x[i][t], coordinate i after t steps
 * @param loss     loss[t] = f at x[·][t]
 * @param gradient gradient[i][t] = ∂f/∂xᵢ at x[·][t]
 * @param rate     rate[t], the learning rate that step t (from state t to t + 1) used
 * @param clipped   clipped[t], whether clipping changed the gradient that step t used
 * @param losses    losses[t], how often f alone had been evaluated when state t was known
 * @param gradients gradients[t], how often f and ∇f had been
 */
public record Trajectory(int steps, double[][] x, double[] loss, double[][] gradient, double[] rate, boolean[] clipped, int[] losses, int[] gradients) {
    /** The states of a rule that evaluates f and ∇f once a step and is not clipped. */
    public static Trajectory plain(double[][] x, double[] loss, double[][] gradient, double[] rate) {
        int[] gradients = new int[loss.length];
        for (int t = 0; t < gradients.length; t++) {
            gradients[t] = t + 1;
        }
        return new Trajectory(rate.length, x, loss, gradient, rate, new boolean[rate.length], new int[loss.length], gradients);
    }

    public int dimension() {
        return x.length;
    }

    /** The point at state t. */
    public double[] point(int t) {
        double[] point = new double[x.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = x[i][t];
        }
        return point;
    }
}
