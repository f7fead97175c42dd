package descentlab.expression;

/**
 * Many steps of a rule at once, of which lanes 0 to {@code lanes − 1} are read and written.
 *
 * @param x         x[i][l], coordinate i of lane l
 * @param rate      rate[l], the learning rate
 * @param loss      loss[l] at x, written only
 * @param gradient  gradient[i][l] at x, on entry too
 * @param memory    memory[k][i][l], in the order of {@link Update#memory}
 * @param numbers   the {@link Update#numbers} of each step, one step after the other; there may be room for more
 * @param lanes     how many lanes there are
 * @param count     how many steps, at most {@link #MOST}
 * @param tolerance the largest |∂f/∂xᵢ| at rest
 * @param rested    rested[l] becomes for how many of the last of these steps lane l has been at rest; or null
 * @param states    what becomes the states after the steps, {@link States#COUNT} of them, measured; or null, as it is where {@code rested} is
 */
public record Leap(double[][] x, double[] rate, double[] loss, double[][] gradient, double[][][] memory, double[] numbers, int lanes, int count,
        double tolerance, double[] rested, States states) {
    public static final int MOST = 64;
}
