package descentlab.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TicksTest {
    private static List<String> labels(Ticks ticks) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < ticks.count(); i++) {
            labels.add(ticks.label(i));
        }
        return labels;
    }

    private static double room(String label) {
        return 7 * label.length() + 10;
    }

    @Test
    void labelsHaveTheDecimalsTheyNeed() {
        assertEquals(List.of("0", "0.05", "0.10", "0.15", "0.20"), labels(Ticks.linear(0, 0.2, 200, TicksTest::room)));
        assertEquals(List.of("−10", "−5", "0", "5", "10"), labels(Ticks.linear(-10, 10, 170, TicksTest::room)));
        assertEquals(List.of("0", "2·10⁵", "4·10⁵", "6·10⁵", "8·10⁵"), labels(Ticks.linear(0, 8e5, 240, TicksTest::room)));
        assertEquals(List.of("0", "10⁶", "2·10⁶"), labels(Ticks.linear(0, 2e6, 120, TicksTest::room)));
        assertEquals(List.of("0.5·10⁻⁹", "1.0·10⁻⁹", "1.5·10⁻⁹", "2.0·10⁻⁹"), labels(Ticks.linear(2e-10, 2.1e-9, 320, TicksTest::room)));
        assertEquals(List.of("1.00000012", "1.00000014"), labels(Ticks.linear(1.00000011, 1.00000015, 200, TicksTest::room)));
        assertEquals(List.of("−10³⁰⁰", "0", "10³⁰⁰"), labels(Ticks.linear(-1e300, 1e300, 200, TicksTest::room)));
    }

    @Test
    void whateverTheRangeTheyAreOneTwoFiveApartAndDoNotOverlap() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            double length = 80 + random.nextInt(900);
            double size = Math.pow(10, random.nextInt(40) - 20);
            double min = random.nextGaussian() * size;
            double max = min + Math.abs(min) * 1e-11 + size * Math.pow(10, -9 * random.nextDouble()) * (0.1 + random.nextDouble());
            Ticks ticks = Ticks.linear(min, max, length, TicksTest::room);
            for (int k = 1; k < ticks.count(); k++) {
                double step = ticks.value(k) - ticks.value(k - 1);
                double apart = step / (max - min) * length;
                assertTrue(apart * 1.001 >= (room(ticks.label(k)) + room(ticks.label(k - 1))) / 2, labels(ticks) + " on " + length);
                double mantissa = step / Math.pow(10, Math.floor(Math.log10(step) + 1e-4));
                double nearest = mantissa < 1.5 ? 1 : mantissa < 3.5 ? 2 : 5;
                assertEquals(nearest, mantissa, 0.02, labels(ticks).toString());
                assertFalse(ticks.label(k).equals(ticks.label(k - 1)));
            }
        }
    }

    @Test
    void powersOfTen() {
        assertEquals(List.of("0.01", "0.1", "1", "10", "100"), labels(Ticks.logarithmic(-2, 2, 200, label -> 16)));
        assertEquals(List.of("10⁻³⁰", "10⁻²⁰", "10⁻¹⁰", "1"), labels(Ticks.logarithmic(-31, 2, 80, label -> 16)));
        assertEquals(List.of("2", "4", "6", "8"), labels(Ticks.logarithmic(0.2, 0.98, 80, label -> 12)));
        assertEquals(8, Ticks.logarithmic(0, 1.3, 100, label -> 16).minor().length - 0, "2 to 9, and no 20");
    }

    @Test
    void stepsAreWhole() {
        assertEquals(List.of("0", "1", "2", "3"), labels(Ticks.whole(0, 3, 600, TicksTest::room)));
        assertEquals(List.of("0"), labels(Ticks.whole(0, 0.5, 600, TicksTest::room)));
        assertEquals(List.of("0", "200", "400", "600", "800", "1000"), labels(Ticks.whole(0, 1000, 300, TicksTest::room)));
    }
}
