package descentlab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descentlab.descent.Curvature;
import descentlab.message.InputException;
import descentlab.survey.RateSearch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RaceTest {
    @Test
    void countsStepsAndEvaluationsToTheTolerance() throws InputException {
        Experiment experiment = ExperimentText.read("f=(x-2)^2&x0=10&steps=50&run=SGD(lr=0.5)&run=SGD(lr=0.001)&run=Armijo(lr=2)");
        List<Race.Standing> race = Race.standings(Results.of(experiment));
        assertEquals(1, race.get(0).steps());
        assertEquals(2, race.get(0).gradients());
        assertEquals(0, race.get(0).losses());
        assertEquals(Double.POSITIVE_INFINITY, race.get(1).steps());
        assertEquals(51, race.get(1).gradients());
        assertTrue(race.get(2).losses() > 0);
        assertEquals(0, race.get(0).last());
    }

    /** The search agrees with running each rate by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"SGD()", "SGD(momentum=0.9)", "Adam()", "RMSprop()", "Adagrad()", "SGD();StepLR(step_size=20,gamma=0.5)", "Lion()"})
    void findsTheBestOfItsRates(String run) throws InputException {
        String text = "f=x^2+10sin(x)&x0=-5&steps=60&tolerance=1e-6&run=";
        Experiment tuned = tuned(ExperimentText.read(text + run));
        double best = Double.NaN;
        double bestSteps = Double.POSITIVE_INFINITY;
        double bestLoss = Double.POSITIVE_INFINITY;
        for (double rate : RateSearch.rates()) {
            Experiment experiment = ExperimentText.read(text + run);
            Results results = Results.of(experiment.withRun(0, experiment.runs().get(0).withLr(rate)));
            double[] slope = results.trajectories().get(0).gradient()[0];
            double[] loss = results.trajectories().get(0).loss();
            int rest = slope.length;
            while (rest > 0 && Math.abs(slope[rest - 1]) <= 1e-6) {
                rest--;
            }
            double steps = rest == slope.length ? Double.POSITIVE_INFINITY : rest;
            boolean better = steps < bestSteps || steps == bestSteps && steps == Double.POSITIVE_INFINITY && loss[loss.length - 1] < bestLoss;
            if (better) {
                best = rate;
                bestSteps = steps;
                bestLoss = loss[loss.length - 1];
            }
        }
        assertEquals(best, tuned.runs().get(0).lr());
    }

    @Test
    void leavesARunWhoseScheduleSetsTheRate() throws InputException {
        Experiment experiment = ExperimentText.read("f=x^2&run=SGD(lr=0.3);OneCycleLR()");
        assertEquals(experiment.runs(), tuned(experiment).runs());
    }

    @Test
    void theLimitIsTwoByTheLargestEigenvalue() throws InputException {
        Experiment one = ExperimentText.read("f=x^4&x0=2&steps=1&lr=0");
        assertEquals(2 / 48.0, new Curvature(one.function(), Results.of(one).trajectories().get(0)).limits()[0], 1e-15);
        Experiment two = ExperimentText.read("f=2x^2+2y^2+x y&x0=2,1&steps=1&lr=0");
        assertEquals(2 / 5.0, new Curvature(two.function(), Results.of(two).trajectories().get(0)).limits()[0], 1e-15);
        Experiment top = ExperimentText.read("f=-x^2&x0=2&steps=1&lr=0");
        assertTrue(Double.isNaN(new Curvature(top.function(), Results.of(top).trajectories().get(0)).limits()[0]));
    }

    /** Beyond the limit its units die, where there is no slope at once: that is not the fewest steps to a rest. */
    @Test
    void aNetworkIsNotTunedToDeath() throws InputException {
        Experiment dying = ExperimentText.read("data=sine&model=network(layers=(8,),activation='relu')&lr=0.93&steps=400");
        Experiment tuned = tuned(dying);
        assertTrue(tuned.selected().lr() < 0.5, tuned.selected().text());
        double[] loss = Training.whole(tuned).trajectories().get(0).loss();
        assertTrue(loss[400] < 0.1, "" + loss[400]);
    }

    private static Experiment tuned(Experiment experiment) {
        Tuning tuning = new Tuning(experiment);
        while (tuning.advance()) {
            assertTrue(tuning.progress() >= 0 && tuning.progress() < 1, tuning.progress() + " is done");
        }
        return tuning.tuned();
    }
}
