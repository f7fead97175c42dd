package descentlab.descent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descentlab.descent.Terrain.Minimum;
import descentlab.experiment.Experiment;
import descentlab.experiment.ExperimentText;
import descentlab.experiment.Results;
import descentlab.message.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurvatureTest {
    /** Eigenvalues 1 along (1, 1) and 25 across. */
    private static final String ROTATED = "f=6.5x^2 - 12x*y %2B 6.5y^2&x0=-3,0.5&steps=20&lr=0.07";

    private static Trajectory run(String text) throws InputException {
        return Results.of(ExperimentText.read(text)).trajectories().get(0);
    }

    private static Curvature curvature(String text) throws InputException {
        Experiment experiment = ExperimentText.read(text);
        return new Curvature(experiment.function(), run(text));
    }

    @ParameterizedTest
    @CsvSource({"2, 0, 2, 2, 2", "1, 0, 25, 1, 25", "13, -12, 13, 1, 25", "2, 0, -2, -2, 2", "0, 3, 0, -3, 3", "802, -400, 200, 0.3993607674876, 1001.6006392325123"})
    void eigenvalues(double a, double b, double c, double smallest, double largest) {
        assertArrayEquals(new double[] {smallest, largest}, Curvature.eigenvalues(a, b, c), 1e-9);
    }

    @Test
    void theStiffDirectionIsAnEigenvector() throws InputException {
        Curvature curvature = curvature(ROTATED);
        double[] v = curvature.stiffest(0);
        assertEquals(25, curvature.largest(0), 1e-12);
        assertEquals(1, curvature.smallest(0), 1e-12);
        assertEquals(1, Math.hypot(v[0], v[1]), 1e-15);
        assertEquals(25 * v[0], 13 * v[0] - 12 * v[1], 1e-12);
        assertEquals(25 * v[1], -12 * v[0] + 13 * v[1], 1e-12);
    }

    @Test
    void sharpnessIsTheRateTimesTheLargestEigenvalue() throws InputException {
        Curvature curvature = curvature(ROTATED);
        for (double sharpness : curvature.sharpness()) {
            assertEquals(0.07 * 25, sharpness, 1e-12);
        }
        assertEquals(2 / 25.0, curvature.limits()[7], 1e-15);
    }

    @Test
    void ratesOfTheirOwnMakeAStiffBowlRound() throws InputException {
        Curvature curvature = curvature("f=(x^2 %2B 25y^2)/2&x0=-3,1&steps=3&lr=0.07");
        double[][] rates = {{0.5, 0.5, 0.5}, {0.02, 0.04, -1}};
        assertArrayEquals(new double[] {0.5, 1, Double.NaN}, curvature.sharpness(rates), 1e-12);
    }

    /** f is the sum of both parts, and each shrinks by (1 − ηλ)² a step, whatever the other does. */
    @Test
    void theLossOfAQuadraticSplitsByDirection() throws InputException {
        Trajectory run = run(ROTATED);
        Curvature curvature = curvature(ROTATED);
        assertTrue(curvature.isConstant());
        assertArrayEquals(new int[] {0, 20}, curvature.swings(new double[] {0, 0}), "0.07 lies between 1/25 and 2/25");
        double[][] parts = curvature.parts(new double[] {0, 0});
        for (int t = 0; t < run.steps(); t++) {
            assertEquals(run.loss()[t], parts[0][t] + parts[1][t], 1e-12 * run.loss()[t]);
            assertEquals(Math.pow(1 - 0.07 * 1, 2) * parts[0][t], parts[0][t + 1], 1e-9 * parts[0][t]);
            assertEquals(Math.pow(1 - 0.07 * 25, 2) * parts[1][t], parts[1][t + 1], 1e-9 * parts[1][t]);
        }
        assertFalse(curvature("f=(1-x)^2 %2B 100(y-x^2)^2&x0=-1.2,1&steps=5&lr=0.001").isConstant());
    }

    /** No rate comes nearer to the bottom in 200 steps than the best one, alone and with momentum (Polyak 1964). */
    @Test
    void theBestRatesAreBest() throws InputException {
        Minimum bottom = new Minimum(new double[] {0, 0}, 0, 25, 1);
        double momentum = bottom.bestMomentum();
        assertEquals(4 / 9.0, momentum, 1e-15);
        assertEquals(1 / 9.0, bottom.bestRateWithMomentum(), 1e-15);
        assertEquals(1 / 13.0, bottom.fastest(), 1e-15);
        for (double off : new double[] {0.9, 0.95, 1.05, 1.1}) {
            assertTrue(distance(bottom.fastest(), 0) < distance(off * bottom.fastest(), 0), "rate " + off);
            assertTrue(distance(bottom.bestRateWithMomentum(), momentum) < distance(off * bottom.bestRateWithMomentum(), momentum), "both " + off);
            assertTrue(distance(bottom.bestRateWithMomentum(), momentum) < distance(bottom.bestRateWithMomentum(), off * momentum), "momentum " + off);
        }
    }

    /** The farthest in the last ten steps, since momentum swings. */
    private static double distance(double rate, double momentum) throws InputException {
        Trajectory run = run("f=(x^2 %2B 25y^2)/2&x0=5,1&steps=200&run=SGD(lr=" + rate + ",momentum=" + momentum + ")");
        double farthest = 0;
        for (int t = 191; t <= 200; t++) {
            farthest = Math.max(farthest, Math.hypot(run.x()[0][t], run.x()[1][t]));
        }
        return farthest;
    }
}
