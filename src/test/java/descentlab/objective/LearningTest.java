package descentlab.objective;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descentlab.parameter.Declaration;
import descentlab.parameter.Settings;
import descentlab.parameter.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LearningTest {
    private static final Settings LINE = DataSource.LINE.declaration().settings(Map.of());
    private static final Settings MOONS = DataSource.MOONS.declaration().settings(Map.of());
    private static final Settings LINEAR = Model.LINEAR.declaration().settings(Map.of());
    private static final Settings SMALL_NETWORK = Model.NETWORK.declaration().settings(Map.of("layers", new Value.Numbers(List.of(3.0))));
    private static final Settings MSE = Criterion.MSE.declaration().settings(Map.of());
    private static final Settings BCE = Criterion.BCE.declaration().settings(Map.of());

    /** 2/λmax of the line's data is about 0.79, since x is even over 0 to 1. */
    @Test
    void limitOfTheLine() {
        Learning line = new Learning(LINE, LINEAR, MSE, 0, 0);
        double[][] sharpness = Sharpness.of(line, new double[][] {{0, 5}, {0, -3}});
        double[][] hessian = new double[4][1];
        line.hessian(new double[][] {{0}, {0}}, hessian, 1);
        double half = (hessian[0][0] - hessian[3][0]) / 2;
        double largest = (hessian[0][0] + hessian[3][0]) / 2 + Math.sqrt(half * half + hessian[1][0] * hessian[1][0]);
        assertEquals(largest, sharpness[1][0], 1e-8);
        assertEquals(largest, sharpness[1][1], 1e-8);
        assertEquals(0.79, 2 / largest, 0.03);
    }

    @Test
    void extremeEigenvaluesOfANetwork() {
        Learning network = new Learning(MOONS, SMALL_NETWORK, BCE, 0, 3);
        int n = network.dimension();
        double[] start = network.start();
        double[][] x = new double[n][1];
        for (int i = 0; i < n; i++) {
            x[i][0] = start[i];
        }
        double[][] hessian = new double[n * n][1];
        network.hessian(x, hessian, 1);
        double[][] sharpness = Sharpness.of(network, x);
        assertEquals(powerIteration(hessian, n, 0), sharpness[1][0], 1e-6);
        double shifted = powerIteration(hessian, n, sharpness[1][0]);
        assertEquals(sharpness[1][0] + shifted, sharpness[0][0], 1e-6);
    }

    /** The eigenvalue of H − shift that is largest in size. */
    private static double powerIteration(double[][] hessian, int n, double shift) {
        double[] v = new double[n];
        Arrays.fill(v, 1 / Math.sqrt(n));
        v[0] += 0.3;
        double eigenvalue = 0;
        for (int k = 0; k < 20_000; k++) {
            double[] next = new double[n];
            double square = 0;
            double along = 0;
            for (int i = 0; i < n; i++) {
                next[i] = -shift * v[i];
                for (int j = 0; j < n; j++) {
                    next[i] += hessian[i * n + j][0] * v[j];
                }
                square += next[i] * next[i];
                along += next[i] * v[i];
            }
            double length = 0;
            for (double each : v) {
                length += each * each;
            }
            eigenvalue = along / length;
            for (int i = 0; i < n; i++) {
                v[i] = next[i] / Math.sqrt(square);
            }
        }
        return eigenvalue;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "POINTS")
    void generatedDataRepeatAndFollowTheirSeed(DataSource source) {
        Settings settings = source.declaration().settings(Map.of("n", new Value.Number(40)));
        Dataset first = source.examples(settings).training();
        Dataset more = source.examples(settings.with("validation", new Value.Number(0.5))).training();
        Dataset other = source.examples(settings.with("seed", new Value.Number(1))).training();
        assertArrayEquals(first.inputs(), more.inputs(), "validation changes nothing");
        assertArrayEquals(first.targets(), more.targets());
        assertNotEquals(first.inputs()[0][0], other.inputs()[0][0]);
        assertEquals(10, source.examples(settings).validation().examples());
        assertEquals(source.classifies() ? 2 : 1, first.inputs().length);
    }

    @Test
    void everyEpochTakesEachExampleOnce() {
        Settings points = DataSource.POINTS.declaration().settings(Map.of("x", numbers(0, 1, 2, 3, 4), "y", numbers(0, 10, 20, 30, 40)));
        Learning learning = new Learning(points, LINEAR, MSE, 2, 5);
        Objective stepwise = learning.stepwise();
        assertEquals(3, learning.stepsPerEpoch());
        // With w = 0 and b = 0 the loss of a batch is the mean of its y².
        double[][] x = {{0}, {0}};
        double[] loss = new double[1];
        double[] firsts = new double[2];
        for (int epoch = 0; epoch < 2; epoch++) {
            double sum = 0;
            for (int k = 0; k < 3; k++) {
                stepwise.turn(3 * epoch + k);
                stepwise.loss(x, loss, 1);
                sum += loss[0] * (k < 2 ? 2 : 1);
                firsts[epoch] = k == 0 ? loss[0] : firsts[epoch];
            }
            assertEquals(3000, sum, 1e-9);
        }
        assertNotEquals(firsts[0], firsts[1], "another order in each epoch");
        stepwise.turn(0);
        stepwise.loss(x, loss, 1);
        assertEquals(firsts[0], loss[0], "back to a step");
    }

    @Test
    void standardisedInputsHaveMeanZeroAndDeviationOne() {
        Learning raw = new Learning(LINE, LINEAR, MSE, 0, 0);
        Learning scaled = new Learning(LINE.with("standardise", new Value.Flag(true)), LINEAR, MSE, 0, 0);
        double[][] hessian = new double[4][1];
        scaled.hessian(new double[][] {{0}, {0}}, hessian, 1);
        assertEquals(2, hessian[0][0], 1e-8);
        assertEquals(0, hessian[1][0], 1e-8);
        assertEquals(2, hessian[3][0], 1e-8);
        double[][] one = {{0.25}};
        assertEquals(3 * 0.25 + 2, raw.predict(new double[] {3, 2}, one, 1)[0][0], 1e-15);
        double mean = Arrays.stream(scaled.training().inputs()[0]).average().orElseThrow();
        assertEquals(7, scaled.predict(new double[] {3, 7}, new double[][] {{mean}}, 1)[0][0], 1e-12, "inputs are given as they are");
    }

    @Test
    void polynomialFeaturesAreAllProductsUpToTheDegree() {
        Settings cubic = Model.POLYNOMIAL.declaration().settings(Map.of());
        assertEquals(4, new Learning(LINE, cubic, MSE, 0, 0).dimension());
        Learning plane = new Learning(MOONS, cubic.with("degree", new Value.Number(2)), BCE, 0, 0);
        assertEquals(6, plane.dimension());
        double[] parameters = {1, 10, 100, 1000, 10000, 0.5};
        double logit = 2 + 30 + 400 + 6000 + 90000 + 0.5;
        assertEquals(1 / (1 + Math.exp(-logit / 1e5)), plane.predict(scaled(parameters, 1e-5), new double[][] {{2}, {3}}, 1)[0][0], 1e-12);
    }

    private static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(value -> value * factor).toArray();
    }

    @ParameterizedTest
    @CsvSource({"linear, zeros, 0, 0", "linear, small, 0, 0.5", "network, xavier, 0.001, 1.4", "network, he, 0.001, 6", "network, large, 0.5, 18"})
    void startsAreOfTheSizeThatTheirNameSays(String model, String init, double least, double most) {
        Settings settings = (model.equals("linear") ? LINEAR : SMALL_NETWORK).with("init", new Value.Word(init));
        double[] start = new Learning(MOONS, settings, BCE, 0, 2).start();
        double greatest = Arrays.stream(start).map(Math::abs).max().orElseThrow();
        assertTrue(greatest >= least && greatest <= most, init + ": " + greatest);
        assertArrayEquals(start, new Learning(MOONS, settings, BCE, 10, 2).start());
    }

    @Test
    void whatDoesNotGoTogetherIsSaid() {
        Settings logistic = Model.LOGISTIC.declaration().settings(Map.of());
        Settings huge = SMALL_NETWORK.with("layers", numbers(64, 64, 64));
        Declaration points = DataSource.POINTS.declaration();
        assertNull(Learning.problem(MOONS, logistic, BCE));
        assertEquals("learning.values", Learning.problem(LINE, LINEAR, BCE).key());
        assertEquals("learning.logistic", Learning.problem(MOONS, logistic, MSE).key());
        assertEquals("learning.large", Learning.problem(MOONS, huge, MSE).key());
        assertEquals("learning.columns", Learning.problem(points.settings(Map.of()), LINEAR, MSE).key());
        Settings three = points.settings(Map.of("x", numbers(1, 2, 3), "y", numbers(0, 1, 2)));
        assertEquals("learning.classes", Learning.problem(three, LINEAR, BCE).key());
        assertNull(Learning.problem(three, LINEAR, Criterion.CROSS_ENTROPY.declaration().settings(Map.of())));
    }

    @Test
    void planeGoesThroughItsOriginAlongItsDirections() {
        Learning network = new Learning(MOONS, SMALL_NETWORK, BCE, 0, 3);
        double[] origin = network.start();
        Plane plane = Plane.random(network, network.network(), origin, 1);
        double[] point = origin.clone();
        Random random = new Random(1);
        double[] at = {random.nextDouble(), random.nextDouble()};
        for (int i = 0; i < point.length; i++) {
            point[i] += at[0] * plane.directions()[0][i] + at[1] * plane.directions()[1][i];
        }
        assertArrayEquals(at, plane.project(point), 1e-12);
        double[] loss = new double[1];
        double[] same = new double[1];
        plane.loss(new double[][] {{at[0]}, {at[1]}}, loss, 1);
        double[][] x = new double[point.length][1];
        for (int i = 0; i < point.length; i++) {
            x[i][0] = point[i];
        }
        network.loss(x, same, 1);
        assertEquals(same[0], loss[0], 1e-15);
    }

    private static Value.Numbers numbers(double... values) {
        return new Value.Numbers(Arrays.stream(values).boxed().toList());
    }
}
