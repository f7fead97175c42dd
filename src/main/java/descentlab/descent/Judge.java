package descentlab.descent;

import descentlab.descent.Surroundings.Shape;
import descentlab.descent.Verdict.Chaotic;
import descentlab.descent.Verdict.Converged;
import descentlab.descent.Verdict.Converging;
import descentlab.descent.Verdict.Diverged;
import descentlab.descent.Verdict.LeftDomain;
import descentlab.descent.Verdict.Oscillating;
import descentlab.descent.Verdict.Place;
import descentlab.descent.Verdict.Span;
import descentlab.descent.Verdict.Stuck;
import descentlab.objective.Objective;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Finds the verdict of each run of a batch: first from the run itself, and where that leaves it open by letting the batch go on.
 * A run has come to rest where the largest |∂f/∂xᵢ| is at most the tolerance, or where a step no longer changes the point at all.
 */
public final class Judge {
    /** How many steps a run is followed beyond its last. */
    public static final int HORIZON = 5000;
    /** How far beside a run its twin starts, in units of 1 + |x|, to see whether the two part. */
    public static final double TWIN = 1e-10;

    /** Beyond this a value that is not a number comes from overflow (∞ − ∞), not from leaving the function's domain. */
    public static final double OVERFLOWING = 1e50;
    /** A run this many times (1 + |start|) away from its start has left for good, though nothing has overflowed yet. */
    public static final double FAR = 1e6;
    /** A cycle no wider than this, in units of 1 + |x|, is a fixed point that rounding keeps apart. */
    public static final double ROUNDING = 1e-13;
    /** A run stands still that has not moved for so many steps: for one Rprop does wherever the slope turns round. */
    public static final int STANDING = 2;
    private static final int TWIN_STEPS = 2000;
    private static final int PERIOD_CHECK = 64;

    private final Objective objective;
    private final Descent descent;
    private final Trajectory[] runs;
    private final double tolerance;
    private final IntFunction<Descent> twins;
    private final Verdict[] verdicts;
    /** Of each run: since when it rests on what is no bottom yet, or −1. */
    private final int[] rested;

    private Judge(Objective objective, Descent descent, Trajectory[] runs, double tolerance, IntFunction<Descent> twins) {
        this.objective = objective;
        this.descent = descent;
        this.runs = runs;
        this.tolerance = tolerance;
        this.twins = twins;
        verdicts = new Verdict[runs.length];
        rested = new int[runs.length];
        Arrays.fill(rested, -1);
    }

    /**
     * @param descent   the batch, standing where the recorded runs end; it is taken further
     * @param tolerance the gradient at which a run counts as converged, &gt; 0
     * @param twins     for a lane, a batch of two from the run's start: the run again, and its twin {@link #TWIN} beside it
     */
    public static Verdict[] judge(Objective objective, Descent descent, Trajectory[] runs, double tolerance, IntFunction<Descent> twins) {
        return new Judge(objective, descent, runs, tolerance, twins).verdicts();
    }

    /**
     * The verdict of a run that is too expensive, or too noisy, to be let go on: from its recorded states alone.
     *
     * @param broken the first state that is not finite, or −1
     * @param epoch  steps whose losses are taken together, &gt; 1 where each sees other examples
     */
    public static Verdict judge(Objective objective, Trajectory run, int broken, double tolerance, int epoch) {
        Verdict verdict = new Judge(objective, null, new Trajectory[] {run}, tolerance, null).withinRun(run, broken);
        return verdict != null ? verdict : Trends.of(run, epoch);
    }

    private Verdict[] verdicts() {
        for (int l = 0; l < runs.length; l++) {
            verdicts[l] = unlessPlateau(l, withinRun(runs[l], firstBroken(runs[l])));
        }
        letGoOn();
        return verdicts;
    }

    /** The verdict that the recorded states alone give, or null. */
    private Verdict withinRun(Trajectory run, int broken) {
        if (broken >= 0) {
            return broken(run, broken);
        }
        int last = run.steps();
        int rest = last + 1;
        while (rest > 0 && gradientNorm(run, rest - 1) <= tolerance) {
            rest--;
        }
        boolean flat = rest <= last;
        int step = flat ? rest : standing(run);
        return step > last ? null : atRest(run, step, point(run, last), flat);
    }

    /** The step from which a run does not move, or one more than it has where it does. */
    private static int standing(Trajectory run) {
        int last = run.steps();
        int step = last;
        while (step > 0 && samePoint(run, step, step - 1)) {
            step--;
        }
        return last - step >= Math.min(STANDING, Math.max(1, last)) ? step : last + 1;
    }

    private Verdict broken(Trajectory run, int t) {
        double[] point = point(run, t);
        double size = norm(point);
        boolean overflowed = !(size < OVERFLOWING) || run.loss()[t] == Double.POSITIVE_INFINITY && t > 0;
        if (!overflowed || t == 0) {
            return new LeftDomain(t, point);
        }
        return new Diverged(t, t - 1, point(run, t - 1), growth(run, t - 1), run.loss()[t - 1] < run.loss()[0]);
    }

    /** At rest since a step and by now at this point: converged or about to, in the bottom of a valley, else stuck, and why. @param flat whether the slope says so */
    private Verdict atRest(Trajectory run, int step, double[] now, boolean flat) {
        Shape shape = new Surroundings(objective, 1).shape(now, !flat);
        if (shape != Shape.BOTTOM) {
            return new Stuck(step, now, !flat ? Place.UNMOVED : shape == Shape.TOP ? Place.TOP : Place.PLATEAU);
        }
        return step <= run.steps() ? new Converged(step, point(run, step), run.loss()[step], ringing(run))
                : new Converging(step, now, step > 4 * Math.max(1, run.steps()), ringing(run));
    }

    /** The slope of a plateau may lead on to a bottom: a run that moves on it is not stuck before the horizon. */
    private Verdict unlessPlateau(int lane, Verdict verdict) {
        boolean plateau = verdict instanceof Stuck stuck && stuck.place() == Place.PLATEAU;
        rested[lane] = plateau ? ((Stuck) verdict).step() : -1;
        return plateau ? null : verdict;
    }

    private void letGoOn() {
        Orbit[] orbits = new Orbit[runs.length];
        int open = 0;
        for (int l = 0; l < runs.length; l++) {
            orbits[l] = new Orbit(descent.dimension());
            open += verdicts[l] == null ? 1 : 0;
        }
        for (int k = 1; k <= HORIZON && open > 0; k++) {
            descent.step();
            for (int l = 0; l < runs.length; l++) {
                if (verdicts[l] == null) {
                    orbits[l].add(descent, l);
                    verdicts[l] = goneOn(l, orbits[l], k);
                    open -= verdicts[l] == null ? 0 : 1;
                }
            }
        }
        for (int l = 0; l < runs.length; l++) {
            if (verdicts[l] == null) {
                verdicts[l] = afterHorizon(l, orbits[l]);
            }
        }
    }

    /** The verdict that k steps beyond the run give, or null. */
    private Verdict goneOn(int lane, Orbit orbit, int k) {
        Trajectory run = runs[lane];
        int steps = run.steps();
        if (!descent.finite(lane)) {
            return brokenLater(lane, steps + k);
        }
        boolean flat = descent.gradientNorm(lane) <= tolerance;
        boolean checked = k % PERIOD_CHECK == 0;
        int step = flat && rested[lane] >= 0 ? rested[lane] : steps + k;
        if (!flat) {
            rested[lane] = -1;
        } else if (rested[lane] < 0 || checked) {
            Verdict rest = unlessPlateau(lane, atRest(run, step, descent.point(lane), true));
            if (rest != null) {
                return rest;
            }
        }
        int period = checked ? orbit.period() : 0;
        if (period == 0) {
            return null;
        }
        boolean still = flat || period == 1 || orbit.span().width() <= ROUNDING * (1 + Math.abs(orbit.span().low()));
        return still ? atRest(run, step, descent.point(lane), flat) : cycle(orbit, period);
    }

    private Verdict brokenLater(int lane, int step) {
        Trajectory run = runs[lane];
        double[] point = descent.point(lane);
        if (norm(point) < OVERFLOWING && descent.loss(lane) != Double.POSITIVE_INFINITY) {
            return new LeftDomain(step, point);
        }
        return diverged(run, step);
    }

    private Verdict diverged(Trajectory run, int firstBad) {
        int last = run.steps();
        return new Diverged(firstBad, last, point(run, last), growth(run, last), run.loss()[last] < run.loss()[0]);
    }

    /** A cycle; one that hops over a kink is stuck there. */
    private Verdict cycle(Orbit orbit, int period) {
        Span span = orbit.span();
        double kink = descent.dimension() == 1 ? Terrain.kinkBetween(objective, span.low(), span.high()) : Double.NaN;
        return kink == kink ? new Stuck(descent.steps(), new double[] {kink}, Place.KINK) : new Oscillating(period, span);
    }

    private Verdict afterHorizon(int lane, Orbit orbit) {
        Trajectory run = runs[lane];
        double[] start = point(run, 0);
        double[] end = descent.point(lane);
        double away = 0;
        for (int i = 0; i < end.length; i++) {
            away = Math.max(away, Math.abs(end[i] - start[i]) / (1 + Math.abs(start[i])));
        }
        if (rested[lane] >= 0) {
            return atRest(run, rested[lane], end, true);
        }
        if (away > FAR && !orbit.slows()) {
            return diverged(run, -1);
        }
        Converging creeping = new Converging(-1, end, true, ringing(run));
        if (!orbit.turning()) {
            return creeping;
        }
        Verdict parted = twinsPart(lane, orbit.span());
        if (parted != null) {
            return parted;
        }
        boolean settling = descent.gradientNorm(lane) < 0.5 * gradientNorm(run, run.steps());
        return settling ? creeping : new Oscillating(0, orbit.span());
    }

    /** Chaos, where a twin that starts beside the run comes away from it by a tenth of what the run ranges over; else null. */
    private Verdict twinsPart(int lane, Span span) {
        Descent pair = twins.apply(lane);
        for (int t = 1; t <= TWIN_STEPS; t++) {
            pair.step();
            double apart = Math.abs(pair.x(span.coordinate(), 0) - pair.x(span.coordinate(), 1));
            if (apart > 0.1 * span.width()) {
                return new Chaotic(span, apart, t);
            }
        }
        return null;
    }

    private static double[] point(Trajectory run, int t) {
        double[] point = new double[run.dimension()];
        for (int i = 0; i < point.length; i++) {
            point[i] = run.x()[i][t];
        }
        return point;
    }

    private static boolean samePoint(Trajectory run, int t, int other) {
        boolean same = true;
        for (double[] coordinate : run.x()) {
            same &= coordinate[t] == coordinate[other];
        }
        return same;
    }

    private static double norm(double[] point) {
        double norm = 0;
        for (double coordinate : point) {
            norm = Math.max(norm, Math.abs(coordinate));
        }
        return norm;
    }

    private static int firstBroken(Trajectory run) {
        int t = 0;
        while (t <= run.steps() && finite(run, t)) {
            t++;
        }
        return t > run.steps() ? -1 : t;
    }

    private static boolean finite(Trajectory run, int t) {
        double sum = run.loss()[t] - run.loss()[t];
        for (int i = 0; i < run.dimension(); i++) {
            sum += run.x()[i][t] - run.x()[i][t] + (run.gradient()[i][t] - run.gradient()[i][t]);
        }
        return sum == 0;
    }

    private static double gradientNorm(Trajectory run, int t) {
        double norm = 0;
        for (double[] coordinate : run.gradient()) {
            norm = Math.max(norm, Math.abs(coordinate[t]));
        }
        return norm;
    }

    /** Whether most steps of the run go back over the one before. */
    private static boolean ringing(Trajectory run) {
        double[] x = run.x()[0];
        int turns = 0;
        int moves = 0;
        for (int t = 2; t <= run.steps(); t++) {
            double product = (x[t] - x[t - 1]) * (x[t - 1] - x[t - 2]);
            turns += product < 0 ? 1 : 0;
            moves += product != 0 ? 1 : 0;
        }
        return 2 * turns > moves;
    }

    /** |x_t − x_{t−1}| / |x_{t−1} − x_{t−2}|; 1 where the run is too short to tell. */
    private static double growth(Trajectory run, int t) {
        double ratio = t < 2 ? 1 : length(run, t) / length(run, t - 1);
        return ratio > 0 && ratio < Double.POSITIVE_INFINITY ? ratio : 1;
    }

    /** Of the step that ends in state t: the largest part of it, since squares overflow before it does. */
    private static double length(Trajectory run, int t) {
        double length = 0;
        for (double[] x : run.x()) {
            length = Math.max(length, Math.abs(x[t] - x[t - 1]));
        }
        return length;
    }
}
