package descentlab.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {
    @ParameterizedTest
    @CsvSource({"2, 2", "0, 0", "-0.0, 0", "-1.30644, −1.306", "7.3410123, 7.341", "1018, 1018", "-12345, −12345", "12345.6, 12346", "9.9996, 10",
        "0.30000000000000004, 0.3", "99999.7, 10⁵", "320000, 3.2·10⁵", "-1e300, −10³⁰⁰", "1.00004, 1", "0.0001, 0.0001", "0.00012345, 0.0001235",
        "0.00005, 5·10⁻⁵", "1.23456e-9, 1.235·10⁻⁹", "NaN, NaN", "Infinity, ∞", "-Infinity, −∞", "0.99996, 1", "999.96, 1000", "9999.6, 10000",
        "4.9e-324, 4.9·10⁻³²⁴", "100, 100", "0.09999999, 0.1", "1.7976931348623157e308, 1.798·10³⁰⁸"})
    void brief(double value, String text) {
        assertEquals(text, Numerals.brief(value));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "1e-5, 1e-5", "1e300, 1e300", "10, 10", "-0.5, -0.5", "0.0001, 0.0001", "-0.0, -0", "NaN, nan", "Infinity, inf",
        "-Infinity, -inf",
        "0.30000000000000004, 0.30000000000000004", "4.9e-324, 5e-324", "2.5e-7, 2.5e-7", "123456789012345680, 1.2345678901234568e17",
        "1e15, 1000000000000000",
        "1e16, 1e16", "5.6843418860808015e-14, 5.684341886080802e-14", "1.7976931348623157e308, 1.7976931348623157e308", "-1.30644, -1.30644"})
    void exact(double value, String text) {
        assertEquals(text, Numerals.exact(value));
    }

    @Test
    void exactReadsBackAndBriefRoundsTheDecimal() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (value - value == 0) {
                assertEquals(value, Double.parseDouble(Numerals.exact(value)));
            }
            double middle = random.nextGaussian() * Math.pow(10, random.nextInt(9) - 5);
            if (Math.abs(middle) < 9999 && Math.abs(middle) > 1e-4) {
                double shown = Double.parseDouble(Numerals.brief(middle).replace('−', '-'));
                assertEquals(new BigDecimal(Double.toString(middle)).round(new MathContext(4, RoundingMode.HALF_UP)).doubleValue(), shown);
            }
        }
    }

    @Test
    void wholeNumbers() {
        assertEquals("1018", Numerals.count(1018));
        assertEquals("1\u202F000\u202F000", Numerals.count(1_000_000));
        assertEquals("−12\u202F345", Numerals.count(-12_345));
        assertTrue(Numerals.count(Long.MIN_VALUE).startsWith("−9\u202F223"));
        assertEquals("₁₂", Numerals.lowered(12));
        assertEquals("⁻³", Numerals.raised(-3));
    }

    @ParameterizedTest
    @CsvSource({"5, -2, 0.05", "-20, -1, −2.0", "0, -1, 0.0", "1, 3, 1000", "0, 3, 0", "123, -2, 1.23", "-1, 0, −1"})
    void decimals(long units, int exponent, String text) {
        assertEquals(text, Numerals.decimal(units, exponent));
    }
}
