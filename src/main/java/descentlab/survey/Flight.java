package descentlab.survey;

import descentlab.descent.Descent;
import descentlab.descent.Judge;
import descentlab.descent.Orbit;
import descentlab.descent.Surroundings;
import descentlab.descent.Surroundings.Shape;
import descentlab.descent.Terrain;
import descentlab.descent.Verdict.Place;
import descentlab.descent.Verdict.Span;
import descentlab.expression.Leap;
import descentlab.expression.States;
import descentlab.optimizer.Batch;
import java.util.Arrays;

/**
 * The descents of one tile, in lanes, as many at a time as there are. A lane whose outcome is known has ended, and the last one takes its place, so that
 * the cost follows the steps that are taken. Between looks the lanes fly in blocks of steps; a look follows an orbit state by state and finds its period.
 * Advances piece by piece.
 */
public final class Flight {
    /** A block is of no more than half the steps before it, or these: most lanes that diverge do so soon, and huge numbers cost more than others. */
    private static final int SHORTEST_BLOCK = 8;
    private static final int FIRST_LOOK = 64;
    /** An orbit no wider than this, in units of 1 + |x|, is no chaos: {@link Judge#TWIN} is too far beside it. */
    private static final double NARROW = 1e-6;

    private Survey survey;
    private Survey.Plan plan;
    private int tile;
    /** How many cells of the tile come before those that are in flight. */
    private int from;
    /** Those in flight. */
    private final int[] cells;
    private final Look look;
    private final Twins twins;
    private Findings findings;
    private Descent descent;
    private boolean plain;
    private boolean leaping;
    private Rest rest;
    /** Where the lanes stood before the last block of steps or look; before the last step where the rule has a memory. */
    private final double[][] before;
    /** Of each lane: which of the cells in flight it is, whether its outcome is open, how far its orbit went at the last look. */
    private final int[] place;
    private final boolean[] open;
    /** Whether some are not. */
    private boolean some;
    private final double[] range;
    /** Lists of lanes, and what goes with them, for a moment. */
    private final int[] ended;
    private final int[] chosen;
    private final int[] cycling;
    private final int[] periods;
    private final double[][] points;
    private final double[] point;
    private final double[] low;
    private final double[] high;
    private Surroundings surroundings;
    private boolean twinning;

    /** @param most how many lanes there are at most */
    Flight(int dimension, int most) {
        cells = new int[most];
        look = new Look(dimension, most);
        twins = new Twins(cells);
        before = new double[dimension][most];
        place = new int[most];
        open = new boolean[most];
        range = new double[most];
        ended = new int[most];
        chosen = new int[most];
        cycling = new int[most];
        periods = new int[most];
        points = new double[dimension][most];
        point = new double[dimension];
        low = new double[most];
        high = new double[most];
    }

    /** Takes up a survey: what is of the one before and not of its size alone is made anew. */
    private void take(Survey next) {
        survey = next;
        plan = next.plan();
        descent = null;
        rest = null;
        surroundings = new Surroundings(plan.objective(), cells.length);
        twins.take(next);
    }

    /** Starts the descents of a tile; what was found for the tile before is no longer here. */
    void begin(Survey of, int number) {
        if (of != survey) {
            take(of);
        }
        tile = number;
        from = 0;
        findings = new Findings(findings, survey, number, cells);
        start();
    }

    private void start() {
        int count = Math.min(cells.length, survey.cells(tile) - from);
        survey.list(tile, from, count, cells);
        for (int l = 0; l < count; l++) {
            place[l] = l;
        }
        findings.goOn(from);
        Arrays.fill(open, 0, count, true);
        Arrays.fill(range, 0, count, Double.NaN);
        some = false;
        twinning = false;
        descent = survey.start(descent, cells, count, 1, 0);
        plain = descent.isPlain();
        leaping = plan.leaping() && descent.canLeap();
        // It is known from the beginning that there is enough to do to make code of the machine first.
        plan.objective().code(count, plan.steps());
        if (rest == null) {
            rest = new Rest(descent, plan.tolerance());
        } else {
            rest.begin(descent);
        }
        endBroken();
        dropEnded();
    }

    /** Takes the lanes a block of steps further. @return whether there is more to do */
    public boolean advance() {
        if (advanceLanes()) {
            return true;
        }
        from += cells.length;
        boolean more = from < survey.cells(tile);
        if (more) {
            start();
        }
        return more;
    }

    private boolean advanceLanes() {
        if (twinning) {
            return twins.advance();
        }
        int t = descent.steps();
        if (t >= plan.steps()) {
            end();
        } else if (isLook(t)) {
            takeLook();
            endResting();
            endOrbits(false);
            dropEnded();
        } else {
            fly(Math.min(block(t), untilLook(t)));
            endResting();
            dropEnded();
        }
        return twinning || descent.lanes() > 0;
    }

    /** What is known when nothing is left to do, until the next tile is begun. */
    public Tile tile() {
        return findings.tile();
    }

    /** At 64, 128, 256 … steps; under a schedule nothing repeats before its end, and of a rule with a memory the last look before it is what counts. */
    private boolean isLook(int t) {
        boolean power = t >= FIRST_LOOK && (t & t - 1) == 0 && t + Orbit.LENGTH <= plan.steps();
        boolean tells = plain || 2 * t + Orbit.LENGTH > plan.steps();
        return descent.isSteady() && power && tells;
    }

    private static int block(int t) {
        return Math.max(SHORTEST_BLOCK, Math.min(Leap.MOST, Integer.highestOneBit(t) / 2));
    }

    /** How many steps there are to the next power of two, or to the end. */
    private int untilLook(int t) {
        int next = FIRST_LOOK;
        while (next <= t) {
            next *= 2;
        }
        return Math.min(next, plan.steps()) - t;
    }

    private void fly(int count) {
        boolean last = !plain && descent.steps() + count == plan.steps();
        go(last ? count - 1 : count, null);
        if (last) {
            go(1, null);
        }
    }

    /** @param states where these steps lead, or null */
    private void go(int count, States states) {
        boolean looksBack = plain || descent.steps() + count >= plan.steps();
        for (int i = 0; i < before.length && looksBack; i++) {
            descent.copyX(i, before[i]);
        }
        if (leaping) {
            leap(count, states);
        } else {
            walk(count, states);
        }
    }

    private void walk(int count, States states) {
        for (int k = 0; k < count; k++) {
            descent.step();
            if (!rest.note()) {
                endBroken();
            }
            for (int i = 0; i < before.length && states != null; i++) {
                descent.copyX(i, states.values()[k][i]);
            }
        }
        if (states != null) {
            states.measure(descent.lanes());
        }
    }

    /** Many steps at once. Lanes that break within them go once more one by one, to see how: plain ones from before, others from their starts. */
    private void leap(int count, States states) {
        int from = descent.steps();
        rest.leap(count, states);
        int broken = descent.broken(ended);
        if (broken == 0) {
            return;
        }
        int[] again = new int[broken];
        double[][] x = new double[before.length][broken];
        for (int k = 0; k < broken; k++) {
            again[k] = cells[place[ended[k]]];
            for (int i = 0; i < x.length; i++) {
                x[i][k] = before[i][ended[k]];
            }
        }
        Descent repeated = plain ? survey.goOn(again, x) : survey.startAgain(again);
        int begun = plain ? from : 0;
        for (int t = begun; t < from + count; t++) {
            repeated.step();
            for (int k = 0; k < broken; k++) {
                if (open[ended[k]] && !repeated.finite(k)) {
                    endBroken(ended[k], repeated, k, t + 1);
                }
            }
        }
    }

    private void endBroken() {
        for (int l = 0; l < descent.lanes(); l++) {
            if (open[l] && !descent.finite(l)) {
                endBroken(l, descent, l, descent.steps());
            }
        }
    }

    /** @param at the lane in a descent where it has just broken, after so many steps of its own */
    private void endBroken(int lane, Descent where, int at, int step) {
        boolean outside = step == 0 || where.largest(at) < Judge.OVERFLOWING && where.loss(at) != Double.POSITIVE_INFINITY;
        end(lane, outside ? Outcome.LEFT_DOMAIN.code(0) : Outcome.DIVERGED.code(0), step);
    }

    private void end(int lane, int code, int step) {
        findings.note(place[lane], code, step);
        close(lane);
    }

    private void close(int lane) {
        open[lane] = false;
        some = true;
    }

    /**
     * Ends lanes at rest: plain ones in a bottom, since they leave it no more, and all once the run is over. A rule with a memory can come away from where
     * it rests: a heavy ball rolls on, and Adam's steps grow while slopes are small. Plain ones that leave for good end too.
     */
    private void endResting() {
        boolean over = descent.steps() >= plan.steps();
        if (!over && !plain) {
            return;
        }
        if (plain) {
            endLeaving();
        }
        int resting = rest.list(chosen);
        int count = 0;
        for (int k = 0; k < resting; k++) {
            if (open[chosen[k]]) {
                chosen[count++] = chosen[k];
            }
        }
        endResting(chosen, count, Place.PLATEAU, over);
    }

    /**
     * Ends lanes that stay where they are: in a bottom, on a top or, as {@code otherwise} says, where neither is.
     *
     * @param all whether those that are not in a bottom end too
     */
    private void endResting(int[] lanes, int count, Place otherwise, boolean all) {
        if (count == 0) {
            return;
        }
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < points.length; i++) {
                points[i][k] = descent.x(i, lanes[k]);
            }
        }
        Shape[] shapes = surroundings.shapes(points, count);
        for (int k = 0; k < count; k++) {
            int lane = lanes[k];
            int step = Math.min(rest.since(lane), descent.steps());
            boolean bottom = shapes[k] == Shape.BOTTOM;
            if (bottom) {
                findings.reach(place[lane], point(k), step);
                close(lane);
            } else if (all) {
                boolean top = otherwise == Place.PLATEAU && shapes[k] == Shape.TOP;
                end(lane, Outcome.STUCK.code((top ? Place.TOP : otherwise).ordinal()), step);
            }
            if (!open[lane]) {
                findings.keep(place[lane], 0, descent.x(0, lane));
            }
        }
    }

    /** Point k of the list. */
    private double[] point(int k) {
        for (int i = 0; i < point.length; i++) {
            point[i] = points[i][k];
        }
        return point;
    }

    /** Goes on with the lanes that are open. */
    private void dropEnded() {
        int lanes = descent.lanes();
        int count = 0;
        for (int l = 0; l < lanes && some; l++) {
            if (!open[l]) {
                ended[count++] = l;
            }
        }
        if (count > 0) {
            some = false;
            Batch.drop(ended, count, lanes, before);
            Batch.drop(ended, count, lanes, range);
            Batch.drop(ended, count, lanes, place);
            rest.drop(ended, count, lanes);
            descent.drop(ended, count);
            Arrays.fill(open, 0, lanes, true);
        }
    }

    /** Follows all lanes for as many states as an orbit has. */
    private void takeLook() {
        go(Orbit.LENGTH, look.states());
    }

    /** After a look: notes how far the orbits go and, where these say all about a lane, or at {@code last}, ends those that repeat themselves. */
    private void endOrbits(boolean last) {
        int lanes = descent.lanes();
        int standing = 0;
        int cycles = 0;
        boolean tells = last || plain;
        for (int l = 0; l < lanes; l++) {
            if (open[l] && !tells) {
                range[l] = look.width(l);
            }
            periods[l] = open[l] && tells ? look.period(l) : 0;
            if (periods[l] > 0) {
                if (periods[l] == 1 || look.isNarrow(l, Judge.ROUNDING)) {
                    chosen[standing++] = l;
                } else {
                    cycling[cycles++] = l;
                }
            }
        }
        endResting(chosen, standing, Place.UNMOVED, true);
        endCycles(cycles);
    }

    private void endCycles(int count) {
        for (int k = 0; k < count; k++) {
            Span span = look.span(cycling[k]);
            low[k] = span.low();
            high[k] = span.high();
        }
        if (before.length == 1) {
            Terrain.kinksBetween(plan.objective(), low, high, count);
        }
        for (int k = 0; k < count; k++) {
            int lane = cycling[k];
            double kink = low[k];
            boolean hops = before.length == 1 && kink == kink;
            end(lane, hops ? Outcome.STUCK.code(Place.KINK.ordinal()) : Outcome.OSCILLATING.code(periods[lane]), descent.steps());
            for (int s = 0; s < periods[lane]; s++) {
                findings.keep(place[lane], s, look.x(lane, 0, s));
            }
        }
    }

    /** The run is over: a last look tells cycles, and twins tell chaos from what is still on its way. */
    private void end() {
        int over = descent.steps();
        endResting();
        if (!plain) {
            endUnmoved();
        }
        dropEnded();
        takeLook();
        for (int l = 0; l < descent.lanes(); l++) {
            if (open[l] && rest.isAtRest(l)) {
                end(l, Outcome.ON_ITS_WAY.code(0), over);
            }
        }
        endOrbits(true);
        twins.clear();
        for (int l = 0; l < descent.lanes(); l++) {
            if (!open[l]) {
                continue;
            }
            boolean far = isFar(l);
            boolean settling = !plain && look.width(l) < 0.5 * range[l];
            findings.note(place[l], far ? Outcome.DIVERGED.code(0) : Outcome.ON_ITS_WAY.code(0), over);
            if (!far && !settling && look.isTurning(l) && !look.isNarrow(l, NARROW)) {
                twins.add(place[l], look.span(l));
            }
        }
        if (plan.orbits()) {
            keepStates();
        }
        for (int l = 0; l < descent.lanes(); l++) {
            close(l);
        }
        dropEnded();
        twinning = twins.begin(findings);
    }

    /** Ends lanes that the last step has not moved at all: they rest where rounding stops them. Of plain lanes the last look says so. */
    private void endUnmoved() {
        int count = 0;
        for (int l = 0; l < descent.lanes(); l++) {
            boolean moved = false;
            for (int i = 0; i < before.length; i++) {
                moved |= descent.x(i, l) != before[i][l];
            }
            if (open[l] && !moved) {
                chosen[count++] = l;
            }
        }
        endResting(chosen, count, Place.UNMOVED, true);
    }

    private boolean isFar(int lane) {
        boolean far = false;
        for (int i = 0; i < before.length; i++) {
            far |= Math.abs(descent.x(i, lane)) > Judge.FAR && isFar(lane, i, descent.x(i, lane));
        }
        return far;
    }

    private void endLeaving() {
        int lanes = descent.lanes();
        for (double[] coordinate : before) {
            for (int l = 0; l < lanes; l++) {
                if (Math.abs(coordinate[l]) > Judge.FAR && open[l] && isLeaving(l)) {
                    end(l, Outcome.DIVERGED.code(0), descent.steps());
                }
            }
        }
    }

    private boolean isFar(int lane, int i, double x) {
        double start = survey.start(cells[place[lane]], i);
        return Math.abs(x - start) > Judge.FAR * (1 + Math.abs(start));
    }

    /** Whether a lane was far away before the last block of steps and is still further away after it. */
    private boolean isLeaving(int lane) {
        boolean leaving = false;
        for (int i = 0; i < before.length; i++) {
            leaving |= Math.abs(before[i][lane]) > Judge.FAR && isFar(lane, i, before[i][lane]) && Math.abs(descent.x(i, lane)) > Math.abs(before[i][lane]);
        }
        return leaving;
    }

    /** Follows the open lanes further, and keeps as many states as there is room for. */
    private void keepStates() {
        for (int l = 0; l < descent.lanes(); l++) {
            for (int k = 0; k < Orbit.LENGTH && open[l]; k++) {
                findings.keep(place[l], k, look.x(l, 0, Orbit.LENGTH - 1 - k));
            }
        }
        dropEnded();
        for (int k = Orbit.LENGTH; k < Survey.ORBIT; k++) {
            descent.step();
            for (int l = 0; l < descent.lanes(); l++) {
                findings.keep(place[l], k, descent.x(0, l));
            }
        }
    }
}
