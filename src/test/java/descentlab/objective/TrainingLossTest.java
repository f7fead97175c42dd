package descentlab.objective;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingLossTest {
    private static final int EXAMPLES = 7;

    /** Every activation with every criterion, over layers whose widths are and are not multiples of four. */
    private static List<Arguments> networks() {
        List<Arguments> networks = new ArrayList<>();
        for (Criterion criterion : Criterion.values()) {
            networks.add(Arguments.of(null, criterion, new int[] {3, 2}, true));
            for (Activation activation : Activation.values()) {
                networks.add(Arguments.of(activation, criterion, new int[] {2, 5, 8, 3}, true));
                networks.add(Arguments.of(activation, criterion, new int[] {4, 9, 1}, false));
            }
        }
        return networks;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradientIsThatOfTheLoss(Activation activation, Criterion criterion, int[] sizes, boolean biased) {
        Random random = new Random(7);
        TrainingLoss objective = objective(activation, criterion, sizes, biased, random);
        int n = objective.dimension();
        double[][] x = random(random, n, 1);
        double[][] gradient = new double[n][1];
        double[] loss = new double[1];
        objective.gradient(x, loss, gradient, 1);
        for (int i = 0; i < n; i++) {
            double h = 1e-6;
            double[] values = new double[2];
            for (int side = 0; side < 2; side++) {
                double kept = x[i][0];
                x[i][0] = kept + (2 * side - 1) * h;
                double[] value = new double[1];
                objective.loss(x, value, 1);
                values[side] = value[0];
                x[i][0] = kept;
            }
            double numerical = (values[1] - values[0]) / (2 * h);
            assertEquals(numerical, gradient[i][0], 1e-6 * (1 + Math.abs(numerical)), "parameter " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void lanesDoNotTouchEachOther(Activation activation, Criterion criterion, int[] sizes, boolean biased) {
        Random random = new Random(8);
        TrainingLoss objective = objective(activation, criterion, sizes, biased, random);
        int n = objective.dimension();
        double[][] x = random(random, n, 3);
        double[] loss = new double[3];
        double[][] gradient = new double[n][3];
        objective.gradient(x, loss, gradient, 3);
        for (int l = 0; l < 3; l++) {
            double[][] alone = new double[n][1];
            double[][] slope = new double[n][1];
            for (int i = 0; i < n; i++) {
                alone[i][0] = x[i][l];
            }
            double[] value = new double[1];
            objective.gradient(alone, value, slope, 1);
            assertEquals(value[0], loss[l]);
            for (int i = 0; i < n; i++) {
                assertEquals(slope[i][0], gradient[i][l]);
            }
        }
    }

    @Test
    void lossesAreThoseOfTheirDefinitions() {
        double[][] outputs = {{1, -2, 0.5}};
        double[][] targets = {{1, 0, 1}};
        double[][] delta = new double[1][3];
        assertEquals((0 + 4 + 0.25) / 3, Criterion.MSE.apply(outputs, targets, delta, 3, 0), 1e-15);
        assertEquals(2.5 / 3, Criterion.L1.apply(outputs, targets, delta, 3, 0), 1e-15);
        assertEquals((0 + 1.5 + 0.125) / 3, Criterion.HUBER.apply(outputs, targets, delta, 3, 1), 1e-15);
        double cross = Math.log(1 + Math.exp(-1)) + Math.log(1 + Math.exp(-2)) + Math.log(1 + Math.exp(-0.5));
        assertEquals(cross / 3, Criterion.BCE.apply(outputs, targets, delta, 3, 0), 1e-15);
        double[][] logits = {{1}, {2}, {3}};
        double softmax = Math.log(Math.exp(1) + Math.exp(2) + Math.exp(3)) - 2;
        assertEquals(softmax, Criterion.CROSS_ENTROPY.apply(logits, new double[][] {{1}}, new double[3][1], 1, 0), 1e-15);
    }

    @Test
    void hugeOutputsHaveLossesAndSlopes() {
        double[][] outputs = {{1e4, -1e4}, {-1e4, 1e4}};
        double[][] delta = new double[2][2];
        assertEquals(1e4, Criterion.BCE.apply(new double[][] {{1e4, -1e4}}, new double[][] {{0, 1}}, delta, 2, 0), 1e-9);
        assertArrayEquals(new double[] {0.5, -0.5}, delta[0], 1e-15);
        assertEquals(2e4, Criterion.CROSS_ENTROPY.apply(outputs, new double[][] {{1, 0}}, delta, 2, 0), 1e-9);
        assertArrayEquals(new double[] {0.5, -0.5}, delta[0], 1e-15);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoNumberStaysNone(Activation activation) {
        double[] a = new double[3];
        activation.apply(new double[] {Double.NaN, 1e300, -1e300}, a, 3);
        assertEquals(Double.NaN, a[0]);
        assertEquals(activation == Activation.RELU || activation == Activation.GELU ? 1e300 : 1, a[1]);
        assertEquals(activation == Activation.TANH ? -1 : 0, a[2], 1e-300);
    }

    @Test
    void exponentialIsThatOfTheLibrary() {
        Random random = new Random(9);
        for (int k = 0; k < 100_000; k++) {
            double x = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(6) - 3);
            assertEquals(1, Exponential.SHARED.exp(x) / Math.exp(x), 1e-15, "exp " + x);
            assertEquals(1, Exponential.SHARED.tanh(x) / Math.tanh(x), 1e-14, "tanh " + x);
        }
        assertEquals(0, Exponential.SHARED.tanh(0));
    }

    private static TrainingLoss objective(Activation activation, Criterion criterion, int[] sizes, boolean biased, Random random) {
        Network network = new Network(sizes, activation, biased, EXAMPLES);
        int outputs = sizes[sizes.length - 1];
        double[][] inputs = random(random, sizes[0], EXAMPLES);
        double[][] targets = random(random, outputs, EXAMPLES);
        for (double[] row : targets) {
            for (int e = 0; e < EXAMPLES && criterion.classifies(); e++) {
                row[e] = random.nextInt(criterion == Criterion.CROSS_ENTROPY ? outputs : 2);
            }
        }
        return new TrainingLoss(network, criterion, 0.7, 0.01, inputs, targets, EXAMPLES);
    }

    private static double[][] random(Random random, int rows, int columns) {
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            for (int e = 0; e < columns; e++) {
                row[e] = random.nextGaussian();
            }
        }
        return values;
    }
}
