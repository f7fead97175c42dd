package descentlab.objective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a model sees of an example: its inputs, or all products of them up to a degree, each scaled to mean 0 and deviation 1 where that is asked for. */
final class Features {
    /** powers[f][i], the exponent of input i in feature f. */
    private final int[][] powers;
    private final double[] mean;
    private final double[] deviation;

    /** @param degree 1 for the inputs alone; scaled as in the training data */
    Features(double[][] inputs, int examples, int degree, boolean standardise) {
        powers = powers(inputs.length, degree);
        mean = new double[powers.length];
        deviation = new double[powers.length];
        Arrays.fill(deviation, 1);
        if (standardise) {
            measure(of(inputs, examples), examples);
        }
    }

    private static int[][] powers(int inputs, int degree) {
        List<int[]> powers = new ArrayList<>();
        for (int total = 1; total <= degree; total++) {
            for (int second = 0; second <= (inputs == 1 ? 0 : total); second++) {
                powers.add(inputs == 1 ? new int[] {total} : new int[] {total - second, second});
            }
        }
        return powers.toArray(new int[0][]);
    }

    private void measure(double[][] features, int examples) {
        for (int f = 0; f < features.length; f++) {
            double sum = 0;
            for (double value : features[f]) {
                sum += value;
            }
            mean[f] = sum / examples;
            double square = 0;
            for (double value : features[f]) {
                square += (value - mean[f]) * (value - mean[f]);
            }
            deviation[f] = square > 0 ? Math.sqrt(square / examples) : 1;
        }
    }

    int count() {
        return powers.length;
    }

    /** features[f][e] of n examples. */
    double[][] of(double[][] inputs, int n) {
        double[][] features = new double[powers.length][n];
        for (int f = 0; f < powers.length; f++) {
            for (int e = 0; e < n; e++) {
                double product = 1;
                for (int i = 0; i < inputs.length; i++) {
                    for (int k = 0; k < powers[f][i]; k++) {
                        product *= inputs[i][e];
                    }
                }
                features[f][e] = (product - mean[f]) / deviation[f];
            }
        }
        return features;
    }
}
