package descentlab.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descentlab.experiment.ExperimentText;
import descentlab.experiment.Results;
import descentlab.message.InputException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static Verdict verdict(String text) throws InputException {
        return Results.of(ExperimentText.read(text.replace("+", "%2B"))).verdicts().get(0);
    }

    /** The period of x ← x − η·(2x + 10·cos x) after so many steps, by looking for the first return; 0 for none up to 16. */
    private static int periodByLooking(double x0, double rate, int steps) {
        double x = x0;
        for (int t = 0; t < steps; t++) {
            x -= rate * (2 * x + 10 * Math.cos(x));
        }
        double start = x;
        for (int period = 1; period <= 16; period++) {
            x -= rate * (2 * x + 10 * Math.cos(x));
            if (Math.abs(x - start) < 1e-9) {
                return period;
            }
        }
        return 0;
    }

    @Test
    void periodsAreThoseThatLookingFinds() throws InputException {
        Random random = new Random(7);
        int[] seen = new int[17];
        for (int i = 0; i < 300; i++) {
            double x0 = Math.round(random.nextDouble() * 120 - 60) / 10.0;
            double rate = Math.round(2000 + random.nextDouble() * 1500) / 10_000.0;
            Verdict verdict = verdict("f=x^2+10sin(x)&steps=10&x0=" + x0 + "&lr=" + rate);
            if (verdict instanceof Verdict.Oscillating cycle && cycle.period() > 0) {
                assertEquals(periodByLooking(x0, rate, 200_000), cycle.period(), "x0=" + x0 + " lr=" + rate);
                seen[cycle.period()]++;
            } else if (verdict instanceof Verdict.Chaotic) {
                assertEquals(0, periodByLooking(x0, rate, 10 + Judge.HORIZON), "x0=" + x0 + " lr=" + rate);
            }
        }
        assertTrue(seen[2] > 10 && seen[4] > 10 && seen[8] > 0, "periods 2, 4 and 8 occur");
    }

    @Test
    void stepsToConvergeAreThoseOfARunThatLong() throws InputException {
        Verdict.Converging early = assertInstanceOf(Verdict.Converging.class, verdict("f=(x-2)^2&x0=10&lr=0.02&steps=10"));
        Verdict.Converged whole = assertInstanceOf(Verdict.Converged.class, verdict("f=(x-2)^2&x0=10&lr=0.02&steps=2000"));
        assertEquals(whole.step(), early.step());
        assertTrue(early.slow());
    }

    @Test
    void theFirstBadStepIsNamedWithTheLastGoodOne() throws InputException {
        Verdict.Diverged diverged = assertInstanceOf(Verdict.Diverged.class, verdict("f=x^4&x0=10&lr=1&steps=50"));
        assertEquals(diverged.firstBad() - 1, diverged.last());
        assertTrue(Math.abs(diverged.point()[0]) < Double.POSITIVE_INFINITY);
    }

    @Test
    void momentumIsJudgedToo() throws InputException {
        assertInstanceOf(Verdict.Converged.class, verdict("f=x^2&x0=1&run=SGD(lr=0.1,momentum=0.9)&steps=600"));
        assertInstanceOf(Verdict.Diverged.class, verdict("f=x^2&x0=1&run=SGD(lr=2,momentum=0.9)&steps=60"));
        assertInstanceOf(Verdict.Converged.class, verdict("f=x^2&x0=1&run=SGD(lr=1.85,momentum=0.9)&steps=2000"));
    }

    @Test
    void aRunInThePlaneIsJudged() throws InputException {
        Verdict.Converged converged = assertInstanceOf(Verdict.Converged.class, verdict("f=0.5*(x^2+25*y^2)&x0=-1.3,1.9&lr=0.07&steps=1000"));
        assertEquals(2, converged.point().length);
        assertInstanceOf(Verdict.Diverged.class, verdict("f=0.5*(x^2+25*y^2)&x0=-1.3,1.9&lr=0.09&steps=100"));
    }
}
