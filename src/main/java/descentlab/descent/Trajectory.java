package descentlab.descent;

/**
 * The states of one run. Index t counts steps from 0, the start, to {@link #steps()}.
 *
 * @param x        x[i][t], coordinate i after t steps
 * @param loss     loss[t] = f at x[·][t]
 * @param gradient gradient[i][t] = ∂f/∂xᵢ at x[·][t]
 * @param rate     rate[t], the learning rate that step t (from state t to t + 1) used; one element fewer than states
 */
public record Trajectory(double[][] x, double[] loss, double[][] gradient, double[] rate) {
    public int steps() {
        return rate.length;
    }

    public int dimension() {
        return x.length;
    }
}
