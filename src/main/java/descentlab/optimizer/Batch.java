package descentlab.optimizer;

import descentlab.objective.Objective;
import java.util.Arrays;

/**
 * A batch of runs in lockstep, as an update rule sees it in one step. All arrays belong to the descent; a rule moves {@code x} and counts what it
 * evaluates, and leaves the others as they are.
 *
 * @param objective   for rules that look at other points than the one they stand at: PyTorch's closure
 * @param x           x[i][l], coordinate i of lane l
 * @param loss        loss[l] = f at x[·][l]
 * @param gradient    gradient[i][l] of what is descended at x
 * @param rate        rate[l], the learning rate of lane l in this step
 * @param momentum    momentum[l], the rule's momentum or β₁ in this step, which some schedules cycle
 * @param cycling     whether one does here; else it is the same in all lanes and steps
 * @param losses      losses[l] counts evaluations of f alone
 * @param gradients   gradients[l] counts evaluations of f and ∇f
 * @param lanes       how many lanes there are
 */
public record Batch(Objective objective, double[][] x, double[] loss, double[][] gradient, double[] rate, double[] momentum, boolean cycling,
        int[] losses, int[] gradients, int lanes) {
    /** The end of the lanes that begin with {@code from} and have the same momentum: a rule computes once for all of them what follows from it. */
    int alike(int from) {
        int end = cycling ? from + 1 : lanes;
        while (end < lanes && momentum[end] == momentum[from]) {
            end++;
        }
        return end;
    }

    /** The same with fewer lanes, the first ones. */
    public Batch withLanes(int fewer) {
        return new Batch(objective, x, loss, gradient, rate, momentum, cycling, losses, gradients, fewer);
    }

    /**
     * The lanes at the end take the places of those that have ended, so that lanes 0 to {@code lanes − count − 1} are the others.
     *
     * @param ended lanes below {@code lanes}, rising; the first {@code count} of them
     */
    public static void drop(int[] ended, int count, int lanes, double[]... arrays) {
        for (double[] array : arrays) {
            for (int k = count - 1; k >= 0; k--) {
                array[ended[k]] = array[lanes - count + k];
            }
        }
    }

    /** The same of whole numbers. */
    public static void drop(int[] ended, int count, int lanes, int[]... arrays) {
        for (int[] array : arrays) {
            for (int k = count - 1; k >= 0; k--) {
                array[ended[k]] = array[lanes - count + k];
            }
        }
    }

    /** Fills arrays, [i][l] each, with a value where they have room for so many lanes. @return whether they have */
    static boolean fill(double value, int lanes, double[][]... arrays) {
        for (double[][] array : arrays) {
            for (double[] coordinate : array) {
                if (coordinate.length < lanes) {
                    return false;
                }
                Arrays.fill(coordinate, value);
            }
        }
        return true;
    }

    Batch withGradient(double[][] other) {
        return new Batch(objective, x, loss, other, rate, momentum, cycling, losses, gradients, lanes);
    }
}
