package descentlab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descentlab.descent.Curvature;
import descentlab.descent.Trajectory;
import descentlab.message.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaugeTest {
    private static final int STEPS = 2000;

    private static Experiment experiment(String run) throws InputException {
        return ExperimentText.read("f=(x^2 %2B 25y^2)/2&x0=1,1&steps=" + STEPS + "&run=" + run);
    }

    private static Gauge gauge(Experiment experiment, Trajectory run) {
        return Gauge.of(experiment.runs().get(0), run, new Curvature(experiment.function(), run));
    }

    /** On a quadratic the limit is exact: a little below it a run settles, a little above it a run is thrown out. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"''; 2", "momentum=0.5; 3", "momentum=0.9; 3.8", "momentum=0.9,dampening=0.5; 7.6",
        "momentum=0.9,nesterov=True; 1.357142857142857"})
    void theLimitOfGradientDescentIsWhereItDiverges(String options, double limit) throws InputException {
        for (double part : new double[] {0.97, 1.03}) {
            Experiment experiment = experiment("SGD(lr=" + part * limit / 25 + (options.isEmpty() ? "" : "," + options) + ")");
            Trajectory run = Results.of(experiment).trajectories().get(0);
            Gauge gauge = gauge(experiment, run);
            assertEquals(limit, gauge.limit(), 1e-12);
            assertEquals(part * limit, gauge.values()[0], 1e-12);
            double end = Math.abs(run.x()[1][STEPS]);
            assertTrue(part < 1 ? end < 1e-6 : !(end < 1e6), options + " ends at " + end);
        }
    }

    /** Weight decay adds to the curvature: with λ = 5 beside 25, 2/30 is the limit. */
    @ParameterizedTest
    @CsvSource({"0.97", "1.03"})
    void weightDecayLowersTheLimit(double part) throws InputException {
        Experiment experiment = experiment("SGD(lr=" + part * 2 / 30 + ",weight_decay=5)");
        Trajectory run = Results.of(experiment).trajectories().get(0);
        Gauge gauge = gauge(experiment, run);
        assertEquals(part > 1, gauge.values()[0] > gauge.limit());
        assertEquals(part > 1, !(Math.abs(run.x()[1][STEPS]) < 1));
    }

    /** The rate that Adam gives a coordinate is lr/(√v̂ + ε); at a constant one the run stays inside its limit, 38 for β₁ = 0.9. */
    @Test
    void adamIsMeasuredByItsOwnRates() throws InputException {
        Experiment experiment = experiment("Adam(lr=0.01)");
        Trajectory run = Results.of(experiment).trajectories().get(0);
        Gauge gauge = gauge(experiment, run);
        assertEquals(38, gauge.limit(), 1e-12);
        assertEquals(0.01 / 1, gauge.rates()[0][0], 1e-8);
        assertEquals(0.01 / 25, gauge.rates()[1][0], 1e-8);
        assertEquals(0.01, gauge.values()[0], 1e-8);
    }

    /** Near the bottom Adam's rates grow until the gauge reaches the limit, and then swing about it (Cohen et al. 2022). */
    @Test
    void adamRidesTheEdgeOfStability() throws InputException {
        Experiment experiment = experiment("Adam(lr=0.01,betas=(0.9,0.99))");
        Trajectory run = Results.of(experiment).trajectories().get(0);
        double[] values = gauge(experiment, run).values();
        double sum = 0;
        int count = 0;
        for (int t = STEPS / 2; t < STEPS; t++) {
            sum += values[t] == values[t] ? values[t] : 0;
            count += values[t] == values[t] ? 1 : 0;
        }
        assertTrue(sum / count > 38 / 3.0 && sum / count < 38 * 2, "mean " + sum / count);
    }
}
