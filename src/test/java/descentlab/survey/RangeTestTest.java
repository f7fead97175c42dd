package descentlab.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descentlab.descent.Trajectory;
import org.junit.jupiter.api.Test;

class RangeTestTest {
    private static RangeTest of(double... loss) {
        int steps = loss.length - 1;
        double[] rate = new double[steps];
        for (int t = 0; t < steps; t++) {
            rate[t] = Math.pow(10, -3 + 0.1 * t);
        }
        return RangeTest.of(Trajectory.plain(new double[1][steps + 1], loss, new double[1][steps + 1], rate));
    }

    private static double[] valley(int count, double noise) {
        double[] loss = new double[count];
        for (int t = 0; t < count; t++) {
            loss[t] = t < 30 ? 10 / (1 + Math.exp((t - 15) / 2.0)) + (t > 20 ? noise * (t % 2) : 0) : 10 + t;
        }
        return loss;
    }

    @Test
    void theFastestFallIsInTheMiddleOfTheSlope() {
        assertEquals(14, of(valley(40, 0)).suggested(), 1);
    }

    @Test
    void aNoisyBottomIsNoFall() {
        assertEquals(14, of(valley(40, 2)).suggested(), 1);
    }

    @Test
    void theEdgeIsWhereTheLossIsAboveTheStarts() {
        assertEquals(29, of(valley(40, 0)).edge());
    }

    @Test
    void aLossThatNeverFallsSuggestsNothing() {
        assertEquals(-1, of(1, 2, 3, 4, 5, 6).suggested());
    }
}
