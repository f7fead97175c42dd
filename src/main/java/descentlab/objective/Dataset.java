package descentlab.objective;

import java.util.Arrays;

/**
 * Examples to learn from, as a structure of arrays.
 *
 * @param inputs  inputs[i][e] of example e
 * @param targets targets[0][e]: the value, or the number of the class from 0
 * @param classes how many classes there are, or 0 where the targets are values
 */
public record Dataset(double[][] inputs, double[][] targets, int classes) {
    public int examples() {
        return targets[0].length;
    }

    /** Those from one, included, to another. */
    Dataset part(int from, int to) {
        return new Dataset(part(inputs, from, to), part(targets, from, to), classes);
    }

    private static double[][] part(double[][] rows, int from, int to) {
        double[][] part = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            part[i] = Arrays.copyOfRange(rows[i], from, to);
        }
        return part;
    }

    /** The least and the greatest value of a column; infinite where there is none. */
    public static double[] range(double[] column) {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double value : column) {
            range[0] = Math.min(range[0], value);
            range[1] = Math.max(range[1], value);
        }
        return range;
    }
}
