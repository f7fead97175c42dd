package descentlab.survey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descentlab.descent.Descent;
import descentlab.descent.Verdict;
import descentlab.experiment.ChartPlan;
import descentlab.experiment.Experiment;
import descentlab.experiment.ExperimentText;
import descentlab.experiment.Results;
import descentlab.experiment.Run;
import descentlab.message.InputException;
import descentlab.objective.Objective;
import descentlab.optimizer.Sgd;
import descentlab.schedule.Schedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurveyTest {
    private static final String WAVY = "f=x^2+10sin(x)";

    private static Survey survey(String text, int width, int height) throws InputException {
        Experiment experiment = ExperimentText.read(text.replace("+", "%2B"));
        return ChartPlan.survey(experiment, ChartPlan.filled(experiment, experiment.display().chart()), width, height);
    }

    /** Every cell of a map worked out again one by one, with all its steps, gives the same outcome, and the shares are the same to the last cell. */
    @ParameterizedTest
    @ValueSource(strings = {
        WAVY + "&survey=atlas&lr=0.001..2&x0=-6..6",
        WAVY + "&survey=atlas&lr=0.16..0.36&x0=-6..6",
        "f=sin(x)&survey=atlas&lr=0.1..10&x0=-10..10",
        "f=|x|&survey=atlas&lr=0.01..1&x0=-2..2",
        "f=x ln(x)&survey=atlas&lr=0.01..10&x0=-1..5",
        "f=1-exp(-x^2)&survey=atlas&lr=0.1..10&x0=-7..7",
        "f=x^4 - 2x^2&survey=atlas&lr=0.01..2&x0=-2..2",
        "f=ln(x^2-1)+x^2&survey=atlas&lr=0.01..2&x0=-3..3",
        "f=x^2+y^2+3sin(x*y)&x0=1,1&lr=0.2&survey=basins&x0=-3..3,-2..2"})
    void agreesWithEachDescentAlone(String text) throws InputException {
        Survey survey = survey(text, 120, 60);
        Survey.Plan plan = survey.plan();
        Outcomes outcomes = survey.compute();
        ScalarDescent alone = new ScalarDescent(plan.objective());
        int[] counts = new int[outcomes.counts().length];
        double[][] ends = outcomes.ends();
        for (int cell = 0; cell < plan.width() * plan.height(); cell++) {
            double[] start = new double[plan.start().length];
            for (int i = 0; i < start.length; i++) {
                start[i] = survey.start(cell, i);
            }
            ScalarDescent.End end = alone.run(start, survey.rate(cell), plan.steps(), plan.tolerance());
            int code = outcomes.code(cell);
            String at = Arrays.toString(start) + " at " + survey.rate(cell);
            assertEquals(end.outcome(), Outcome.of(code), at);
            if (end.outcome() == Outcome.REACHED) {
                assertEquals(nearest(ends, end.point()), Outcome.detail(code), at);
            }
            if (end.outcome() == Outcome.OSCILLATING) {
                assertEquals(end.period(), Outcome.detail(code), at);
            } else if (end.outcome() != Outcome.STUCK) {
                assertEquals(end.steps(), outcomes.steps(cell), at);
            }
            counts[code]++;
        }
        assertArrayEquals(counts, outcomes.counts());
    }

    /** The mirror image of a cell reaches the mirror image of its end: ends with a hill between them, however short, are not taken for one. */
    @ParameterizedTest
    @ValueSource(strings = {
        "f=cos(x)+x^2/20&run=LBFGS(lr=0.1)&steps=300&survey=atlas&lr=0.001..2&x0=-6..6",
        "f=cos(x)+x^2/20&survey=atlas&lr=0.1..10&x0=-20..20",
        "f=cos(5x)+x^2/20&run=Adam(lr=0.1)&steps=300&survey=atlas&lr=0.001..10&x0=-30..30",
        "f=x^4 - 2x^2&run=Rprop(lr=0.1)&survey=atlas&lr=0.001..2&x0=-6..6"})
    void theMapOfAnEvenFunctionIsEven(String text) throws InputException {
        Outcomes outcomes = survey(text, 64, 32).compute();
        double[][] ends = outcomes.ends();
        for (int cell = 0; cell < 64 * 32; cell++) {
            int mirrored = (31 - cell / 64) * 64 + cell % 64;
            String at = "cell " + cell;
            assertEquals(Outcome.of(outcomes.code(cell)), Outcome.of(outcomes.code(mirrored)), at);
            if (Outcome.of(outcomes.code(cell)) == Outcome.REACHED) {
                assertEquals(ends[Outcome.detail(outcomes.code(cell))][0], -ends[Outcome.detail(outcomes.code(mirrored))][0], 1e-3, at);
            }
        }
    }

    private static int nearest(double[][] ends, double[] point) {
        int nearest = 0;
        for (int k = 1; k < ends.length; k++) {
            nearest = distance(ends[k], point) < distance(ends[nearest], point) ? k : nearest;
        }
        return nearest;
    }

    private static double distance(double[] a, double[] b) {
        double distance = 0;
        for (int i = 0; i < a.length; i++) {
            distance += Math.abs(a[i] - b[i]);
        }
        return distance;
    }

    @ParameterizedTest
    @ValueSource(strings = {
        WAVY + "&survey=atlas&lr=0.001..2&x0=-6..6",
        WAVY + "&run=Adam(lr=0.1)&survey=atlas&lr=0.001..10&x0=-6..6",
        WAVY + "&run=LBFGS(lr=0.1)&survey=atlas&lr=0.01..1&x0=-6..6",
        WAVY + "&run=SGD(lr=0.1,momentum=0.9,weight_decay=0.01);StepLR(step_size=30)&survey=momentum&lr=0.001..1&momentum=0..1",
        "f=(x^2+y-11)^2+(x+y^2-7)^2&x0=1,1&lr=0.01&survey=basins&x0=-6..6,-6..6"})
    void theOrderAndTheSizeOfTilesChangeNothing(String text) throws InputException {
        Outcomes whole = survey(text, 45, 31).compute();
        for (int tile : new int[] {1, 7, 200, 45 * 31}) {
            Survey survey = new Survey(survey(text, 45, 31).plan(), tile, null);
            List<Integer> order = new ArrayList<>();
            for (int number = 0; number < survey.tiles(); number++) {
                order.add(number);
            }
            Collections.shuffle(order, new Random(tile));
            Outcomes outcomes = new Outcomes(survey);
            for (int number : order) {
                outcomes.add(survey.compute(number));
            }
            for (int cell = 0; cell < 45 * 31; cell++) {
                assertEquals(whole.code(cell), outcomes.code(cell), "cell " + cell);
                assertEquals(whole.steps(cell), outcomes.steps(cell), "cell " + cell);
            }
            assertArrayEquals(whole.ends(), outcomes.ends());
        }
    }

    /** The period of x ← x − η·(2x + 10·cos x) long after, by looking for the first return; 0 for none up to 16. */
    private static int periodByLooking(double x0, double rate) {
        double x = x0;
        for (int t = 0; t < 100_000; t++) {
            x -= rate * (2 * x + 10 * Math.cos(x));
        }
        double start = x;
        for (int period = 1; period <= 16; period++) {
            x -= rate * (2 * x + 10 * Math.cos(x));
            if (Math.abs(x - start) < 1e-8) {
                return period;
            }
        }
        return 0;
    }

    @Test
    void periodsOfAThousandRandomCyclesAreThoseThatLookingFinds() throws InputException {
        Random random = new Random(5);
        int[] seen = new int[17];
        for (int i = 0; i < 1000; i++) {
            double from = -6 + 12 * random.nextDouble();
            double rate = 0.17 + 0.17 * random.nextDouble();
            Survey survey = survey(WAVY + "&survey=atlas&lr=" + rate + ".." + (rate + 1e-9) + "&x0=" + from + ".." + (from + 1e-9), 1, 1);
            int code = survey.compute().code(0);
            if (Outcome.of(code) == Outcome.OSCILLATING) {
                assertEquals(periodByLooking(survey.start(0, 0), survey.rate(0)), Outcome.detail(code), "x0=" + from + " lr=" + rate);
                seen[Outcome.detail(code)]++;
            } else if (Outcome.of(code) == Outcome.CHAOTIC) {
                seen[0]++;
            }
        }
        assertTrue(seen[2] > 100 && seen[4] > 30 && seen[8] > 3 && seen[0] > 50, Arrays.toString(seen));
    }

    /** What a map says of a run is the verdict on it, with the same step, wherever that falls within the run. */
    @ParameterizedTest
    @ValueSource(strings = {"SGD(lr=%s)", "SGD(lr=%s,momentum=0.8)", "SGD(lr=%s,momentum=0.5,nesterov=True,weight_decay=0.1)", "Adam(lr=%s)", "RMSprop(lr=%s)",
        "Adagrad(lr=%s)", "NAdam(lr=%s)", "Rprop(lr=%s)", "ASGD(lr=%s)", "LBFGS(lr=%s)", "Newton(lr=%s)", "Adamax(lr=%s)", "SignSGD(lr=%s)",
        "SGD(lr=%s);StepLR(step_size=100)", "SGD(lr=%s);clip_grad_value_(clip_value=2)", "SGD(lr=%s);CosineAnnealingWarmRestarts(T_0=50)"})
    void agreesWithTheVerdict(String rule) throws InputException {
        Random random = new Random(11);
        for (String formula : new String[] {WAVY, "f=x^4-2x^2", "f=x ln(x)", "f=|x|", "f=sin(x)"}) {
            for (int i = 0; i < 30; i++) {
                double x0 = Math.round(random.nextDouble() * 80 - 40) / 10.0;
                double lr = Math.round(Math.pow(10, 4 * random.nextDouble())) / 1000.0;
                String ranges = "&survey=atlas&lr=" + lr + ".." + (lr + 1e-3) + "&x0=" + x0 + ".." + (x0 + 1e-3);
                Survey survey = survey(formula + "&steps=500&run=" + String.format(rule, "0.1") + ranges, 1, 1);
                String text = formula + "&steps=500&x0=" + survey.start(0, 0) + "&run=" + String.format(rule, survey.rate(0));
                Outcomes outcomes = survey.compute();
                Verdict verdict = Results.of(ExperimentText.read(text.replace("+", "%2B"))).verdicts().get(0);
                checkAgreement(verdict, outcomes.code(0), outcomes.steps(0), text);
            }
        }
    }

    private static void checkAgreement(Verdict verdict, int code, int steps, String text) {
        switch (Outcome.of(code)) {
            case REACHED -> assertTrue(verdict instanceof Verdict.Converged converged && (converged.step() == steps || steps == 500), text + " " + verdict);
            case OSCILLATING -> assertEquals(Outcome.detail(code), verdict instanceof Verdict.Oscillating cycle ? cycle.period() : -1, text);
            case STUCK -> assertEquals("stuck", verdict.word(), text);
            case LEFT_DOMAIN -> assertEquals(steps, ((Verdict.LeftDomain) verdict).step(), text);
            case DIVERGED -> assertTrue(steps == 500 || verdict instanceof Verdict.Diverged diverged && (diverged.firstBad() >= steps || diverged.firstBad() < 0),
                    text + " " + verdict);
            case CHAOTIC, ON_ITS_WAY -> assertTrue(!(verdict instanceof Verdict.Converged)
                    && !(verdict instanceof Verdict.Diverged gone && gone.firstBad() >= 0 && gone.firstBad() <= 500), text + " " + verdict);
        }
    }

    /** Counts the evaluations of f and ∇f. */
    private static final class Counting implements Objective {
        private final Objective objective;
        private long evaluations;

        private Counting(Objective objective) {
            this.objective = objective;
        }

        @Override
        public int dimension() {
            return objective.dimension();
        }

        @Override
        public void loss(double[][] x, double[] loss, int lanes) {
            objective.loss(x, loss, lanes);
        }

        @Override
        public void gradient(double[][] x, double[] loss, double[][] gradient, int lanes) {
            evaluations += lanes;
            objective.gradient(x, loss, gradient, lanes);
        }

        @Override
        public void hessian(double[][] x, double[][] hessian, int lanes) {
            objective.hessian(x, hessian, lanes);
        }
    }

    /** Where all runs come to rest, but some need ten times as many steps as others, no more than a third is computed beyond the steps taken. */
    @Test
    void theCostFollowsTheStepsTaken() throws InputException {
        Survey.Plan plan = survey("f=(x-2)^2&steps=5000&survey=atlas&lr=0.01..0.9&x0=-6..6", 100, 50).plan();
        Counting counting = new Counting(plan.objective());
        Survey survey = new Survey(new Survey.Plan(counting, true, (spent, x, rate, momentum, lanes) -> {
            Schedule[] schedules = Arrays.stream(rate, 0, lanes).mapToObj(Schedule::constant).toArray(Schedule[]::new);
            return new Descent(counting, Sgd.RULE.start(Run.plain(1).optimizer(), 1, lanes), 0, null, schedules, new double[][] {x[0].clone()});
        },
                plan.start(), plan.rate(), plan.across(), plan.up(), plan.steps(), plan.tolerance(), false), null);
        Outcomes outcomes = survey.compute();
        long taken = 0;
        for (int cell = 0; cell < 100 * 50; cell++) {
            assertEquals(Outcome.REACHED, Outcome.of(outcomes.code(cell)));
            taken += outcomes.steps(cell);
        }
        assertTrue(counting.evaluations < 4 * taken / 3, counting.evaluations + " evaluations for " + taken + " steps");
    }

    /** One after the other, other rules, functions and sides too; each starts as if nothing had been before it. */
    @Test
    void surveysInTheArraysOfOthers() throws InputException {
        Survey spent = null;
        for (String text : List.of(
                WAVY + "&survey=atlas&lr=0.001..2&x0=-6..6",
                WAVY + "&run=Adam(lr=0.1)&survey=atlas&lr=0.001..10&x0=-6..6",
                "f=x^4-x&run=Adam(lr=0.1,amsgrad=True,weight_decay=0.01)&survey=momentum&lr=0.001..1&momentum=0..1",
                WAVY + "&run=SGD(lr=0.1,momentum=0.9)&survey=atlas&lr=0.001..2&x0=-6..6",
                WAVY + "&run=Adagrad(lr=0.1,lr_decay=0.01,initial_accumulator_value=0.5)&survey=atlas&lr=0.001..10&x0=-6..6",
                "f=(x^2+y-11)^2+(x+y^2-7)^2&x0=1,1&run=RMSprop(lr=0.1,momentum=0.5)&survey=basins&x0=-6..6,-6..6",
                "f=x^2+y^2&x0=1,1&run=Rprop(lr=0.1)&survey=basins&x0=-6..6,-6..6")) {
            Survey fresh = new Survey(survey(text, 45, 31).plan(), 200, null);
            spent = new Survey(survey(text, 45, 31).plan(), 200, spent);
            for (int number = 0; number < fresh.tiles(); number++) {
                assertArrayEquals(fresh.compute(number).numbers(), spent.compute(number).numbers(), text + ", tile " + number);
            }
        }
    }

    /** Where descents take long, tiles are small, so that something is known soon. */
    @ParameterizedTest
    @CsvSource({"SGD(lr=0.1),500,2048", "Adam(lr=0.1),5000,838", "SGD(lr=0.1),100000,64", "LBFGS(lr=0.1),1000,64", "Rprop(lr=0.1),50,523", "Newton(lr=1),5000,64"})
    void tilesAreAsLargeAsTheirStepsAreFew(String run, int steps, int cells) throws InputException {
        assertEquals(cells, survey(WAVY + "&run=" + run + "&steps=" + steps + "&survey=atlas&lr=0.001..2&x0=-6..6", 800, 400).cells(0));
    }

    /** The whole map is seen coarsely in its first tiles, and no cell is computed twice. */
    @Test
    void firstTilesAreSpreadOverTheMap() throws InputException {
        Survey survey = survey(WAVY + "&survey=atlas&lr=0.001..2&x0=-6..6", 80, 40);
        Outcomes outcomes = new Outcomes(survey);
        for (int number = survey.coarseTiles() - 1; number >= 0; number--) {
            assertFalse(outcomes.isSeen());
            outcomes.add(survey.compute(number));
        }
        assertTrue(outcomes.isSeen());
        for (int cell = 0; cell < 80 * 40; cell++) {
            int near = outcomes.near(cell);
            assertTrue(outcomes.code(near) != Outcomes.UNKNOWN && cell % 80 - near % 80 < 8 && cell / 80 - near / 80 < 8);
        }
        assertEquals(80 * 40, Arrays.stream(survey.compute().counts()).sum());
    }
}
