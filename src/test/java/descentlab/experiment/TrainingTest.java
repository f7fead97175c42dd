package descentlab.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descentlab.descent.Bowl;
import descentlab.descent.Principal;
import descentlab.descent.Terrain.Minimum;
import descentlab.descent.Trajectory;
import descentlab.descent.Verdict;
import descentlab.descent.VerdictNumbers;
import descentlab.message.InputException;
import descentlab.message.Messages;
import descentlab.objective.Plane;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingTest {
    private static final String MOONS = "data=moons(n=40)&model=network(layers=(5,))&batch=8&seed=2&steps=30&lr=0.1,0.5";

    @Test
    void inSlicesAsInOneGo() throws InputException {
        Experiment experiment = ExperimentText.read(MOONS);
        Results whole = Training.whole(experiment);
        Training training = new Training(experiment, null);
        training.advance(7);
        training.advance(3);
        assertFalse(training.isFinished());
        assertEquals(3, training.steps());
        assertEquals(7, training.results().trajectories().get(0).steps());
        while (!training.isFinished()) {
            training.advance(4);
        }
        for (int r = 0; r < 2; r++) {
            assertArrayEquals(whole.trajectories().get(r).loss(), training.results().trajectories().get(r).loss());
            assertArrayEquals(whole.trajectories().get(r).x(), training.results().trajectories().get(r).x());
        }
    }

    @Test
    void allRunsBeginWithTheSameWeightsAndBatch() throws InputException {
        Results results = Training.whole(ExperimentText.read(MOONS));
        Trajectory first = results.trajectories().get(0);
        Trajectory second = results.trajectories().get(1);
        assertArrayEquals(first.point(0), second.point(0));
        assertEquals(first.loss()[0], second.loss()[0]);
        Trajectory alone = Training.whole(ExperimentText.read(MOONS.replace("0.1,", ""))).trajectories().get(0);
        assertArrayEquals(second.loss(), alone.loss(), "whatever runs beside it");
    }

    @Test
    void finishedRunsAreKept() throws InputException {
        Experiment experiment = ExperimentText.read(MOONS);
        Training before = new Training(experiment, null);
        while (!before.isFinished()) {
            before.advance(100);
        }
        Training after = new Training(experiment.withRun(0, Run.plain(0.2)), before);
        assertFalse(after.isFinished());
        after.advance(100);
        assertTrue(after.isFinished());
        assertSame(before.results().trajectories().get(1), after.results().trajectories().get(1));
        assertNotEquals(before.results().trajectories().get(0).loss()[30], after.results().trajectories().get(0).loss()[30]);
    }

    @Test
    void whatIsTrainedElsewhereIsTheSame() throws InputException {
        Experiment experiment = ExperimentText.read(MOONS);
        Results whole = Training.whole(experiment);
        Training here = new Training(experiment, null);
        here.advance(5);
        Errand errand = new Errand(here);
        Training elsewhere = new Training(ExperimentText.read(errand.text()), null);
        double[] told = errand.told();
        while (!here.isFinished()) {
            elsewhere.advance(7);
            errand.take(elsewhere.news(told));
        }
        assertAlike(whole, here.results());
    }

    @Test
    void whereNothingMoreComesFromElsewhereItGoesOnHere() throws InputException {
        Experiment experiment = ExperimentText.read(MOONS);
        Training here = new Training(experiment, null);
        Errand errand = new Errand(here);
        Training elsewhere = new Training(ExperimentText.read(errand.text()), null);
        elsewhere.advance(12);
        errand.take(elsewhere.news(errand.told()));
        assertEquals(12, here.known());
        here.advance(10);
        assertEquals(12, here.known(), "it has to catch up first");
        while (!here.isFinished()) {
            here.advance(10);
        }
        assertAlike(Training.whole(experiment), here.results());
    }

    @Test
    void appendedStepsGoOnFromWhatIsKnown() throws InputException {
        Experiment experiment = ExperimentText.read(MOONS).withSteps(1200);
        Training before = new Training(experiment, null);
        while (!before.isFinished()) {
            before.advance(100);
        }
        Training after = new Training(experiment.withSteps(1500), before);
        assertEquals(1200, after.steps());
        while (!after.isFinished()) {
            after.advance(100);
        }
        assertAlike(Training.whole(experiment.withSteps(1500)), after.results());
        assertEquals(before.results().trajectories().get(0).loss()[1200], after.results().trajectories().get(0).loss()[1200]);
    }

    private static void assertAlike(Results expected, Results found) {
        for (int r = 0; r < expected.trajectories().size(); r++) {
            Trajectory whole = expected.trajectories().get(r);
            Trajectory run = found.trajectories().get(r);
            assertEquals(whole.steps(), run.steps());
            assertArrayEquals(whole.x(), run.x());
            assertArrayEquals(whole.gradient(), run.gradient());
            assertArrayEquals(whole.loss(), run.loss());
            assertArrayEquals(whole.rate(), run.rate());
            assertArrayEquals(whole.clipped(), run.clipped());
            assertArrayEquals(whole.losses(), run.losses());
            assertArrayEquals(whole.gradients(), run.gradients());
            assertArrayEquals(VerdictNumbers.of(expected.verdicts().get(r)), VerdictNumbers.of(found.verdicts().get(r)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"f=(x-2)^2&x0=10&lr=0.01,0.1,0.5,1,1.1", "f=x^2%2B10*sin(x)&x0=3&lr=0.3,0.35", "f=sqrt(x)&x0=1&lr=3", "f=x^3&x0=0&lr=0.1",
        "f=abs(x)&x0=1.05&lr=0.1", "data=line&lr=0.0001,0.01,1&steps=500", "data=moons&lr=0.1,1&steps=20"})
    void verdictsAsNumbers(String text) throws InputException {
        Experiment experiment = ExperimentText.read(text);
        Results results = experiment.learning() == null ? Results.of(experiment) : Training.whole(experiment);
        for (Verdict verdict : results.verdicts()) {
            double[] numbers = VerdictNumbers.of(verdict);
            Verdict read = VerdictNumbers.verdict(numbers);
            assertEquals(verdict.getClass(), read.getClass());
            assertArrayEquals(numbers, VerdictNumbers.of(read));
        }
    }

    @Test
    void bottomOfALeastSquaresFit() throws InputException {
        Experiment line = ExperimentText.read("data=points(x=(0,1,2),y=(1,3,5))&lr=0.1");
        Minimum bottom = Bowl.bottom(line.learning(), line.startPoint());
        assertArrayEquals(new double[] {2, 1}, bottom.point(), 1e-8);
        assertEquals(0, bottom.loss(), 1e-12);
        // The Hessian is 2/3·((5, 3), (3, 3)).
        assertEquals(2.0 / 3 * (4 + Math.sqrt(10)), bottom.curvature(), 1e-6);
        assertEquals(2.0 / 3 * (4 - Math.sqrt(10)), bottom.flattest(), 1e-6);
        Experiment separable = ExperimentText.read("data=points(x=(0,1,2,3),y=(0,0,1,1))&loss=BCEWithLogitsLoss&lr=0.1");
        assertNull(Bowl.bottom(separable.learning(), separable.startPoint()), "its bottom is at infinity");
    }

    /** Where one step is enough to leave the numbers there is no path, and still a plane. */
    @ParameterizedTest
    @ValueSource(strings = {"data=points(x=(1,2),y=(1e153,2))&steps=20", "data=line&model=network(layers=(2))&lr=1e100&steps=4", "data=points(x=(1,2),y=(1e160,2))&steps=3"})
    void aRunThatOverflowsHasAPlane(String text) throws InputException {
        Experiment experiment = ExperimentText.read(text);
        Principal principal = Principal.of(experiment.learning(), Training.whole(experiment).trajectories().get(0));
        for (double[] direction : principal.plane().directions()) {
            double square = 0;
            for (double each : direction) {
                square += each * each;
            }
            assertEquals(1, square, 1e-9);
        }
    }

    @Test
    void aStraightPathLiesInItsPlane() throws InputException {
        Experiment line = ExperimentText.read("data=line&lr=0.1&steps=50");
        Trajectory run = Training.whole(line).trajectories().get(0);
        Principal principal = Principal.of(line.learning(), run);
        assertEquals(1, principal.explained(), 1e-12);
        Plane plane = principal.plane();
        double dot = plane.directions()[0][0] * plane.directions()[1][0] + plane.directions()[0][1] * plane.directions()[1][1];
        assertEquals(0, dot, 1e-12);
        Experiment network = ExperimentText.read("data=moons&model=network(layers=(6,))&lr=1&steps=100");
        Trajectory path = Training.whole(network).trajectories().get(0);
        Principal best = Principal.of(network.learning(), path);
        double random = Principal.explained(Plane.random(network.learning(), network.learning().network(), best.plane().origin(), 1), path);
        assertTrue(best.explained() > 0.9 && best.explained() <= 1, "" + best.explained());
        assertTrue(random < best.explained(), "" + random);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "data=cubic&model=polynomial(degree=9)&lr=1&steps=200 | LOSS",
        "data=cubic&model=network(layers=(4,),activation='relu',init='large')&lr=10&steps=200 | LOSS",
        "data=line&lr=1e308&steps=5 | WEIGHT"})
    void theFirstNumberThatIsNotFiniteIsFound(String text, BlowUp.Place place) throws InputException {
        Experiment experiment = ExperimentText.read(text);
        BlowUp blowUp = blowUp(experiment);
        assertEquals(place, blowUp.place(), blowUp.toString());
        assertFalse(blowUp.text(Messages.english()).contains("{"), blowUp.text(Messages.english()));
        assertNull(blowUp(experiment.withRun(0, Run.plain(1e-6))));
    }

    private static BlowUp blowUp(Experiment experiment) {
        Results results = Training.whole(experiment);
        return BlowUp.of(experiment.learning(), results.trajectories().get(0), results.verdicts().get(0));
    }

    @Test
    void idleUnitsAreCounted() throws InputException {
        Experiment relu = ExperimentText.read("data=sine&model=network(layers=(3,),activation='relu')&lr=0.1");
        double[] parameters = new double[relu.learning().dimension()];
        Arrays.fill(parameters, 1);
        parameters[3] = -100;
        assertArrayEquals(new int[] {1, 0, 3}, relu.learning().idleUnits(parameters));
        Experiment tanh = ExperimentText.read("data=sine&model=network(layers=(3,))&lr=0.1");
        parameters[3] = 100;
        parameters[4] = 6;
        assertArrayEquals(new int[] {1, 1, 3}, tanh.learning().idleUnits(parameters));
    }

    @Test
    void deadUnitsAreNoBottom() {
        String answer = Trace.of("data=moons&model=network(layers=(4,),init='zeros')&lr=0.5&steps=50");
        assertTrue(answer.contains("\"verdict\":\"stuck\""), answer);
        assertTrue(answer.contains("all hidden units say the same of every example"), answer);
    }
}
