package descentlab.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import descentlab.descent.Verdict.Trend;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class TrendsTest {
    private static final int STEPS = 100;

    private static Verdict of(int epoch, IntToDoubleFunction loss) {
        double[] losses = new double[STEPS + 1];
        for (int t = 0; t <= STEPS; t++) {
            losses[t] = loss.applyAsDouble(t);
        }
        double[][] nothing = new double[1][STEPS + 1];
        return Trends.of(Trajectory.plain(nothing, losses, nothing, new double[STEPS]), epoch);
    }

    private static void check(Trend trend, int epoch, IntToDoubleFunction loss) {
        Verdict verdict = of(epoch, loss);
        assertEquals(trend, ((Verdict.Learning) verdict).trend(), verdict.toString());
    }

    @Test
    void saysWhereTheLossIsGoing() {
        check(Trend.FALLING, 1, t -> Math.exp(-0.01 * t));
        check(Trend.LEVEL, 1, t -> Math.exp(-0.2 * t));
        check(Trend.BARELY, 1, t -> 1 - 1e-4 * t);
        check(Trend.RISING, 1, t -> 1 + 0.01 * t);
        check(Trend.JUMPING, 1, t -> 1 - 0.2 * (t % 2));
        assertInstanceOf(Verdict.Diverged.class, of(1, t -> Math.exp(t)));
    }

    /** The noise of mini-batches is no jumping, and a batch is not compared with another. */
    @Test
    void takesTheBatchesOfAnEpochTogether() {
        check(Trend.FALLING, 10, t -> Math.exp(-0.01 * (t / 10)) + 0.03 * (t % 10));
        check(Trend.LEVEL, 10, t -> Math.exp(-2 * (t / 10)) + 0.03 * (t % 10));
    }
}
