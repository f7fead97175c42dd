package descentlab.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Sine, cosine, exponential and logarithm for lanes are within one unit in the last place of the exact value. */
class AccuracyTest {
    private static final MathContext DIGITS = new MathContext(40);
    private static final BigDecimal TWO_PI = new BigDecimal("6.28318530717958647692528676655900576839433879875021164194988918461563281257241799725606965");
    private static final int SAMPLES = 3_000;

    private static double sine(double x) {
        double[] r = new double[1];
        SineCosine.of(r, new double[1], new double[] {x}, 1);
        return r[0];
    }

    private static double cosine(double x) {
        double[] r = new double[1];
        SineCosine.of(new double[1], r, new double[] {x}, 1);
        return r[0];
    }

    /** Σ first · (−x²)^k / ((n + 1)(n + 2)…(n + 2k)) */
    private static BigDecimal alternating(BigDecimal first, BigDecimal x, int n) {
        BigDecimal square = x.multiply(x, DIGITS).negate();
        BigDecimal sum = first;
        BigDecimal term = first;
        for (int k = n; k < 80; k += 2) {
            term = term.multiply(square, DIGITS).divide(BigDecimal.valueOf((k + 1L) * (k + 2)), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum;
    }

    private static BigDecimal exactSine(BigDecimal x) {
        BigDecimal r = x.remainder(TWO_PI);
        return alternating(r, r, 1);
    }

    private static BigDecimal exactCosine(BigDecimal x) {
        return alternating(BigDecimal.ONE, x.remainder(TWO_PI), 0);
    }

    private static BigDecimal exactExp(BigDecimal x) {
        BigDecimal small = x.divide(BigDecimal.valueOf(1024), DIGITS);
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int k = 1; k < 30; k++) {
            term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum.pow(1024, new MathContext(44));
    }

    /** One step of Newton's method for e^y = x from a result that has 15 digits gives 30. */
    private static BigDecimal exactLog(BigDecimal x) {
        BigDecimal guess = new BigDecimal(StrictMath.log(x.doubleValue()));
        BigDecimal e = exactExp(guess);
        return guess.add(x.subtract(e).divide(e, DIGITS).subtract(x.subtract(e).divide(e, DIGITS).pow(2).divide(BigDecimal.valueOf(2), DIGITS)));
    }

    private static void check(DoubleUnaryOperator function, UnaryOperator<BigDecimal> exact, double smallest, double largest, boolean signed) {
        Random random = new Random(5);
        double worst = 0;
        double at = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double size = Math.exp(Math.log(smallest) + random.nextDouble() * Math.log(largest / smallest));
            double x = signed && random.nextBoolean() ? -size : size;
            BigDecimal expected = exact.apply(new BigDecimal(x));
            BigDecimal unit = new BigDecimal(Math.ulp(expected.doubleValue()));
            double error = new BigDecimal(function.applyAsDouble(x)).subtract(expected).abs().divide(unit, DIGITS).doubleValue();
            if (error > worst) {
                worst = error;
                at = x;
            }
        }
        assertTrue(worst < 1, worst + " units in the last place at " + at);
    }

    @Test
    void sineAndCosine() {
        check(AccuracyTest::sine, AccuracyTest::exactSine, 1e-3, 1e5, true);
        check(AccuracyTest::cosine, AccuracyTest::exactCosine, 1e-3, 1e5, true);
        check(AccuracyTest::sine, AccuracyTest::exactSine, 1e5, 0x1p30, true);
        check(AccuracyTest::cosine, AccuracyTest::exactCosine, 1e5, 0x1p30, true);
    }

    /** Where sine or cosine is nearly 0, the argument's remainder has to be exact. */
    @Test
    void nextToMultiplesOfHalfPi() {
        for (int i = 0; i < 4_000; i++) {
            int k = i < 2_000 ? 1 + 31 * i : 1 + 341_777 * (i - 2_000);
            double x = k * (Math.PI / 2);
            boolean odd = k % 2 != 0;
            BigDecimal expected = odd ? exactCosine(new BigDecimal(x)) : exactSine(new BigDecimal(x));
            assertEquals(expected.doubleValue(), odd ? cosine(x) : sine(x), Math.ulp(expected.doubleValue()), () -> "at " + x);
        }
    }

    @Test
    void exponentialAndLogarithm() {
        check(Exponential::of, AccuracyTest::exactExp, 1e-3, 708, true);
        check(Logarithm::of, AccuracyTest::exactLog, 1e-30, 1e30, false);
        check(Logarithm::of, AccuracyTest::exactLog, 0.4, 2.5, false);
    }

    /** Huge, tiny, infinite, signed zero and no number at all: what Java's Math says, up to the last place. */
    @Test
    void theEndsOfTheRange() {
        double[] ends = {0.0, -0.0, 5e-324, -5e-324, 1e-310, 1e-17, 1, -1, 1e5, -1e5, 100_000.1, -0x1p30, 0x1.0000000000001p30, 1e10, -1e22, 1e300, Double.MAX_VALUE, 709.7, 709.79, -708.5,
            -744.5, -745.2, -1000, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN};
        for (double x : ends) {
            agree(StrictMath.sin(x), sine(x));
            agree(StrictMath.cos(x), cosine(x));
            agree(StrictMath.exp(x), Exponential.of(x));
            agree(StrictMath.log(x), Logarithm.of(x));
        }
        assertEquals(0, Double.compare(-0.0, sine(-0.0)));
        assertEquals(0, Logarithm.of(1));
        assertEquals(1, Exponential.of(-0.0));
    }

    private static void agree(double expected, double actual) {
        assertEquals(expected, actual, Double.isFinite(expected) ? Math.ulp(expected) : 0);
    }

    /** Results may stand where the argument stood. */
    @Test
    void inPlace() {
        double[] x = {2};
        double[] other = new double[1];
        SineCosine.of(x, other, x, 1);
        assertEquals(Math.sin(2), x[0], 1e-16);
        x[0] = 2;
        SineCosine.of(other, x, x, 1);
        assertEquals(Math.cos(2), x[0], 1e-16);
    }
}
