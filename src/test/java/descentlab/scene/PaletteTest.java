package descentlab.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class PaletteTest {
    private static double luminance(int colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = (colour >> (16 - 8 * i) & 255) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    /** WCAG 2.1's contrast ratio. */
    private static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    @Test
    void everythingCanBeSeenAndRead() {
        for (Palette palette : new Palette[] {Palette.LIGHT, Palette.DARK}) {
            for (int i = 0; i < 8; i++) {
                assertTrue(contrast(palette.run(i), palette.paper()) >= 3, "run " + i + " " + contrast(palette.run(i), palette.paper()));
                assertTrue(contrast(palette.word(i), palette.paper()) >= 4.5, "word " + i + " " + contrast(palette.word(i), palette.paper()));
            }
            for (int colour : new int[] {palette.ink(), palette.quiet(), palette.accent(), palette.error()}) {
                assertTrue(contrast(colour, palette.paper()) >= 4.5);
            }
            assertEquals(8, new HashSet<>(palette.runs()).size());
            assertEquals(palette.run(1), palette.run(9));
            assertEquals(Mark.of(1), Mark.of(9));
        }
    }
}
