package descentlab.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ElementaryTest {
    /** A function, one to be trusted, the largest argument's exponent, and how far they may be apart in units in the last place. */
    private record Pair(String name, DoubleUnaryOperator function, DoubleUnaryOperator trusted, int largest, double ulps) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Pair> pairs() {
        return List.of(
            new Pair("log1p", Elementary::log1p, StrictMath::log1p, 308, 3),
            new Pair("expm1", Elementary::expm1, StrictMath::expm1, 2, 4),
            new Pair("sinh", Elementary::sinh, StrictMath::sinh, 2, 5),
            new Pair("cosh", Elementary::cosh, StrictMath::cosh, 2, 5),
            new Pair("tanh", Elementary::tanh, StrictMath::tanh, 308, 5),
            new Pair("log10", Elementary::log10, StrictMath::log10, 308, 3),
            new Pair("log2", Elementary::log2, x -> StrictMath.log(x) / StrictMath.log(2), 308, 3),
            new Pair("cbrt", Elementary::cbrt, StrictMath::cbrt, 308, 2),
            new Pair("sinh of asinh", x -> Elementary.sinh(Elementary.asinh(x)), x -> x, 0, 8),
            new Pair("tanh of atanh", x -> Elementary.tanh(Elementary.atanh(x)), x -> x, -1, 8));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void isAsAccurateAsItSays(Pair pair) {
        Random random = new Random(1);
        double worst = 0;
        double at = 0;
        for (int i = 0; i < 200_000; i++) {
            double exponent = i % 2 == 0 ? pair.largest - random.nextDouble() * 3 : -300 + random.nextDouble() * (300 + pair.largest);
            double x = (random.nextBoolean() ? 1 : -1) * Math.pow(10, exponent);
            double expected = pair.trusted.applyAsDouble(x);
            double actual = pair.function.applyAsDouble(x);
            double ulps = Double.compare(expected, actual) == 0 ? 0 : Math.abs(actual - expected) / Math.ulp(expected);
            if (!(ulps <= worst)) {
                worst = ulps;
                at = x;
            }
        }
        assertTrue(worst <= pair.ulps, worst + " ulp at " + at);
    }

    /** Against their definitions in logarithms, where those lose no digits. */
    @Test
    void inverseHyperbolicFunctionsAreLogarithms() {
        for (double x = 1.5; x < 1e300; x *= 1.7) {
            double root = x > 1e8 ? x : Math.sqrt(x * x - 1);
            double acosh = x > 1e8 ? Math.log(x) + Math.log(2) : Math.log(x + root);
            assertEquals(acosh, Elementary.acosh(x), 4 * Math.ulp(acosh));
            double asinh = x > 1e8 ? Math.log(x) + Math.log(2) : Math.log(x + Math.sqrt(x * x + 1));
            assertEquals(asinh, Elementary.asinh(x), 4 * Math.ulp(asinh));
            assertEquals(-asinh, Elementary.asinh(-x), 4 * Math.ulp(asinh));
            double y = 1 - 0.3 / x;
            double atanh = 0.5 * Math.log((1 + y) / (1 - y));
            assertEquals(atanh, Elementary.atanh(y), 4 * Math.ulp(atanh));
            assertEquals(-atanh, Elementary.atanh(-y), 4 * Math.ulp(atanh));
        }
        for (double d = 0.25; d > 1e-15; d /= 3) {
            double x = 1 + d;
            double small = x - 1;
            double series = Math.sqrt(2 * small) * (1 - small / 12 + 3 * small * small / 160 - 5 * small * small * small / 896);
            assertEquals(series, Elementary.acosh(x), series * (small * small * small * small + 1e-15));
        }
    }

    @Test
    void theEndsOfTheRange() {
        assertEquals(1, Elementary.tanh(1000));
        assertEquals(-1, Elementary.tanh(Double.NEGATIVE_INFINITY));
        assertEquals(1e-300, Elementary.sinh(1e-300));
        assertEquals(1e-20, Elementary.log1p(1e-20));
        assertEquals(Double.NEGATIVE_INFINITY, Elementary.log1p(-1));
        assertEquals(-1, Elementary.expm1(-1000));
        assertEquals(StrictMath.sinh(710.4), Elementary.sinh(710.4), 1e-12 * StrictMath.sinh(710.4));
        assertEquals(Double.POSITIVE_INFINITY, Elementary.cosh(-711));
        assertEquals(Double.NEGATIVE_INFINITY, Elementary.sinh(-711));
        assertEquals(Double.POSITIVE_INFINITY, Elementary.atanh(1));
        assertEquals(Double.NEGATIVE_INFINITY, Elementary.atanh(-1));
        assertEquals(0, Elementary.acosh(1));
        assertEquals(Double.POSITIVE_INFINITY, Elementary.acosh(Double.POSITIVE_INFINITY));
        assertEquals(Double.NEGATIVE_INFINITY, Elementary.asinh(Double.NEGATIVE_INFINITY));
        assertEquals(0, Elementary.sigmoid(-1000));
        assertEquals(1, Elementary.sigmoid(1000));
        assertEquals(0, Elementary.softplus(-1000));
        assertEquals(1000, Elementary.softplus(1000));
        for (double x : new double[] {Double.NaN, -2}) {
            assertEquals(Double.NaN, Elementary.acosh(x));
            assertEquals(Double.NaN, Elementary.log1p(x));
            assertEquals(Double.NaN, Elementary.atanh(x));
            assertEquals(Double.NaN, Elementary.log10(x));
        }
        for (DoubleUnaryOperator function : List.<DoubleUnaryOperator>of(Elementary::tanh, Elementary::sinh, Elementary::cosh, Elementary::asinh,
                Elementary::cbrt, Elementary::sigmoid, Elementary::softplus, Elementary::softplusSlope, Elementary::sign, Elementary::expm1,
                Elementary::log2)) {
            assertEquals(Double.NaN, function.applyAsDouble(Double.NaN));
        }
    }

    @Test
    void logarithmsOfWholePowersAreWhole() {
        for (int exponent = -300; exponent <= 300; exponent++) {
            assertEquals(exponent, Elementary.log2(Math.pow(2, exponent)));
            assertEquals(exponent, Elementary.log10(Double.parseDouble("1e" + exponent)), Math.ulp((double) exponent));
        }
        assertEquals(3, Elementary.log10(1000));
        assertEquals(3, Elementary.cbrt(27));
        assertEquals(-2, Elementary.cbrt(-8));
    }
}
