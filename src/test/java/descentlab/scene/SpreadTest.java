package descentlab.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void movesApartNoFurtherThanNeeded() {
        assertArrayEquals(new double[] {50, 10}, Spread.apart(new double[] {50, 10}, 14, 0, 100), 1e-9);
        assertArrayEquals(new double[] {57, 43}, Spread.apart(new double[] {50.1, 49.9}, 14, 0, 100), 1e-9);
        assertArrayEquals(new double[] {36, 50, 64, 90}, Spread.apart(new double[] {49, 50, 51, 90}, 14, 0, 100), 1e-9);
        assertArrayEquals(new double[] {86, 100}, Spread.apart(new double[] {99, 120}, 14, 0, 100), 1e-9);
        assertArrayEquals(new double[] {0, 10, 20}, Spread.apart(new double[] {5, 5, 5}, 14, 0, 20), 1e-9);
        assertArrayEquals(new double[0], Spread.apart(new double[0], 14, 0, 20));
    }
}
