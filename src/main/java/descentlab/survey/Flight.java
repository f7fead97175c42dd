package descentlab.survey;

import descentlab.descent.Descent;
import descentlab.descent.Judge;
import descentlab.descent.Orbit;
import descentlab.descent.Terrain;
import descentlab.descent.Verdict.Place;
import descentlab.descent.Verdict.Span;
import java.util.Arrays;

/**
 * The descents of one tile, in lanes. A lane whose outcome is known is retired and the others move together, so that the cost follows the steps that
 * are taken. Between looks the lanes fly in blocks of steps; a look follows an orbit state by state and finds its period. Advances piece by piece.
 */
public final class Flight {
    private static final int BLOCK = 16;
    private static final int FIRST_LOOK = 64;
    /** An orbit no wider than this, in units of 1 + |x|, is no chaos: {@link Judge#TWIN} is too far beside it. */
    private static final double NARROW = 1e-6;

    private final Survey survey;
    private final Survey.Plan plan;
    private final int number;
    private final int[] cells;
    private final int dimension;
    private final int[] codes;
    private final int[] steps;
    private final double[] orbits;
    private final Ends ends;
    private final Look look;
    /** Where the lanes stood before the last block of steps or look; before the last step where the rule has a memory. */
    private final double[][] before;
    /** Of each lane: which place of the tile it is, since when it is at rest, where it broke first or −1, and how far its orbit went at the last look. */
    private final int[] place;
    private final int[] since;
    private final int[] broken;
    private final boolean[] outside;
    private final double[] range;
    /** What {@link Descent#follow} notes. */
    private final double[] rested;
    private final double[] finite;
    private final Descent descent;
    /** Of each lane: where its states of the last look stand. */
    private final int[] seen;
    private Twins twins;

    Flight(Survey survey, int number, int[] cells) {
        this.survey = survey;
        this.number = number;
        this.cells = cells;
        plan = survey.plan();
        dimension = plan.start().length;
        int lanes = cells.length;
        codes = new int[lanes];
        steps = new int[lanes];
        orbits = new double[plan.orbits() ? lanes * Survey.ORBIT : 0];
        Arrays.fill(orbits, Double.NaN);
        ends = new Ends(plan.objective());
        look = survey.takeLook();
        before = new double[dimension][lanes];
        place = new int[lanes];
        since = new int[lanes];
        broken = new int[lanes];
        outside = new boolean[lanes];
        range = new double[lanes];
        seen = new int[lanes];
        rested = new double[lanes];
        finite = new double[lanes];
        Arrays.setAll(place, l -> l);
        Arrays.fill(broken, -1);
        Arrays.fill(range, Double.NaN);
        descent = survey.start(cells, lanes, 1, 0);
        watch(descent, since, broken, outside, 0);
    }

    /** Takes the lanes a block of steps further. @return whether there is more to do */
    public boolean advance() {
        if (twins != null) {
            return twins.advance();
        }
        int t = descent.steps();
        if (t >= plan.steps()) {
            end();
        } else if (isLook(t)) {
            takeLook();
            retireEnded();
            retireOrbits(false);
        } else {
            fly(Math.min(BLOCK, plan.steps() - t));
        }
        if (descent.lanes() == 0) {
            survey.giveBack(look);
        }
        return twins != null || descent.lanes() > 0;
    }

    /** What is known when nothing is left to do. */
    public Tile tile() {
        double[] points = new double[ends.count() * dimension];
        int[] first = new int[ends.count()];
        for (int k = 0; k < first.length; k++) {
            System.arraycopy(ends.point(k), 0, points, k * dimension, dimension);
            first[k] = ends.cell(k);
        }
        return new Tile(number, codes, steps, points, first, orbits);
    }

    /** At 64, 128, 256 … steps; under a schedule nothing repeats before its end, and of a rule with a memory the last look before it is what counts. */
    private boolean isLook(int t) {
        boolean power = t >= FIRST_LOOK && (t & t - 1) == 0 && t + Orbit.LENGTH <= plan.steps();
        boolean tells = descent.isPlain() || 2 * t + Orbit.LENGTH > plan.steps();
        return descent.isSteady() && power && tells;
    }

    private void fly(int count) {
        if (descent.isPlain() && plan.leaping()) {
            leap(count, null);
        } else {
            for (int k = 0; k < count; k++) {
                if (k == 0 || descent.steps() + 1 == plan.steps()) {
                    copyPoints();
                }
                descent.step();
                watch(descent, since, broken, outside, 0);
            }
        }
        retireEnded();
    }

    private void copyPoints() {
        for (int i = 0; i < dimension; i++) {
            descent.copyX(i, before[i]);
        }
    }

    /** Notes in which lanes a descent is at rest or has broken; its own steps count from {@code from} steps of the flight. */
    private void watch(Descent watched, int[] since, int[] broken, boolean[] outside, int from) {
        if (watched.noteRest(since, plan.tolerance())) {
            return;
        }
        for (int l = 0; l < watched.lanes(); l++) {
            if (broken[l] < 0 && !watched.finite(l)) {
                broken[l] = from + watched.steps();
                outside[l] = broken[l] == 0 || watched.largest(l) < Judge.OVERFLOWING && watched.loss(l) != Double.POSITIVE_INFINITY;
            }
        }
    }

    /**
     * Many steps at once. Lanes that break within them go them again one by one, to see how.
     *
     * @param followed where their states go; or null
     */
    private void leap(int count, double[][][] followed) {
        int from = descent.steps();
        copyPoints();
        descent.follow(count, plan.tolerance(), rested, finite, followed);
        boolean breaks = false;
        for (int l = 0; l < descent.lanes(); l++) {
            since[l] = rested[l] == count ? since[l] : from + count + 1 - (int) rested[l];
            breaks |= finite[l] < count;
        }
        if (breaks) {
            repeat(from, count);
        }
    }

    private void repeat(int from, int count) {
        int[] lanes = new int[descent.lanes()];
        int ended = 0;
        for (int l = 0; l < descent.lanes(); l++) {
            if (finite[l] < count) {
                lanes[ended++] = l;
            }
        }
        double[][] x = new double[dimension][ended];
        int[] again = new int[ended];
        for (int k = 0; k < ended; k++) {
            again[k] = cells[place[lanes[k]]];
            for (int i = 0; i < dimension; i++) {
                x[i][k] = before[i][lanes[k]];
            }
        }
        Descent repeated = survey.goOn(again, x);
        int[] broke = new int[ended];
        boolean[] out = new boolean[ended];
        Arrays.fill(broke, -1);
        for (int t = 0; t < count; t++) {
            repeated.step();
            watch(repeated, new int[ended], broke, out, from);
        }
        for (int k = 0; k < ended; k++) {
            broken[lanes[k]] = broke[k];
            outside[lanes[k]] = out[k];
        }
    }

    private boolean isAtRest(int lane) {
        return since[lane] <= descent.steps();
    }

    /**
     * Retires lanes that have broken, and those at rest: plain ones in a bottom, since they leave it no more, and all once the run is over. A rule with a
     * memory can come away from where it rests: a heavy ball rolls on, and Adam's steps grow while slopes are small.
     */
    private void retireEnded() {
        boolean over = descent.steps() >= plan.steps();
        boolean some = over;
        for (int l = 0; l < descent.lanes(); l++) {
            some |= broken[l] >= 0 || descent.isPlain() && (isAtRest(l) || isLeaving(l));
        }
        if (!some) {
            return;
        }
        int[] resting = new int[descent.lanes()];
        int rest = 0;
        boolean[] open = new boolean[descent.lanes()];
        for (int l = 0; l < descent.lanes(); l++) {
            if (broken[l] >= 0) {
                note(l, outside[l] ? Outcome.LEFT_DOMAIN.code(0) : Outcome.DIVERGED.code(0), broken[l]);
            } else if (descent.isPlain() && isLeaving(l)) {
                note(l, Outcome.DIVERGED.code(0), descent.steps());
            } else {
                open[l] = true;
                if (isAtRest(l) && (over || descent.isPlain())) {
                    resting[rest++] = l;
                }
            }
        }
        noteRest(resting, rest, Place.PLATEAU, over, open);
        keep(open);
    }

    private void note(int lane, int code, int step) {
        codes[place[lane]] = code;
        steps[place[lane]] = step;
    }

    /**
     * Closes lanes that stay where they are: in a bottom, on a top or, as {@code otherwise} says, where neither is.
     *
     * @param all whether those that are not in a bottom are closed too
     */
    private void noteRest(int[] lanes, int count, Place otherwise, boolean all, boolean[] open) {
        double[][] x = new double[dimension][count];
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < dimension; i++) {
                x[i][k] = descent.x(i, lanes[k]);
            }
        }
        Terrain.Shape[] shapes = Terrain.around(plan.objective(), x, count);
        for (int k = 0; k < count; k++) {
            int lane = lanes[k];
            int step = Math.min(since[lane], descent.steps());
            boolean bottom = shapes[k] == Terrain.Shape.BOTTOM;
            if (bottom) {
                note(lane, Outcome.REACHED.code(ends.number(descent.point(lane), cells[place[lane]])), step);
            } else if (all) {
                boolean top = otherwise == Place.PLATEAU && shapes[k] == Terrain.Shape.TOP;
                note(lane, Outcome.STUCK.code((top ? Place.TOP : otherwise).ordinal()), step);
            }
            open[lane] = !bottom && !all;
            if (!open[lane] && orbits.length > 0) {
                orbits[place[lane] * Survey.ORBIT] = descent.x(0, lane);
            }
        }
    }

    /** Goes on with the open lanes. */
    private void keep(boolean[] open) {
        int[] lanes = new int[descent.lanes()];
        int count = 0;
        for (int l = 0; l < descent.lanes(); l++) {
            if (open[l]) {
                for (double[] coordinate : before) {
                    coordinate[count] = coordinate[l];
                }
                place[count] = place[l];
                since[count] = since[l];
                broken[count] = broken[l];
                outside[count] = outside[l];
                range[count] = range[l];
                seen[count] = seen[l];
                lanes[count++] = l;
            }
        }
        if (count == descent.lanes()) {
            return;
        }
        descent.keep(lanes, count);
    }

    /** Follows all lanes for as many states as an orbit has. */
    private void takeLook() {
        if (descent.isPlain() && plan.leaping()) {
            leap(Orbit.LENGTH, look.states());
        } else {
            copyPoints();
            for (double[][] state : look.states()) {
                descent.step();
                watch(descent, since, broken, outside, 0);
                for (int i = 0; i < dimension; i++) {
                    descent.copyX(i, state[i]);
                }
            }
        }
        look.measure(descent.lanes());
        for (int l = 0; l < descent.lanes(); l++) {
            seen[l] = l;
        }
    }

    /** After a look: notes how far the orbits go and, where these say all about a lane, or at {@code last}, retires those that repeat themselves. */
    private void retireOrbits(boolean last) {
        int lanes = descent.lanes();
        int[] still = new int[lanes];
        int standing = 0;
        int[] cycling = new int[lanes];
        int[] periods = new int[lanes];
        double[] low = new double[lanes];
        double[] high = new double[lanes];
        int cycles = 0;
        boolean[] open = new boolean[lanes];
        for (int l = 0; l < lanes; l++) {
            int period = last || descent.isPlain() ? look.period(seen[l]) : 0;
            if (period == 0) {
                range[l] = last || descent.isPlain() ? range[l] : look.span(seen[l]).width();
                open[l] = true;
                continue;
            }
            Span span = look.span(seen[l]);
            if (period == 1 || span.width() <= Judge.ROUNDING * (1 + Math.abs(span.low()))) {
                still[standing++] = l;
            } else {
                low[cycles] = span.low();
                high[cycles] = span.high();
                periods[cycles] = period;
                cycling[cycles++] = l;
            }
        }
        noteRest(still, standing, Place.UNMOVED, true, open);
        noteCycles(cycling, cycles, periods, low, high);
        keep(open);
    }

    private void noteCycles(int[] lanes, int count, int[] periods, double[] low, double[] high) {
        double[] kinks = low;
        if (dimension == 1) {
            Terrain.kinksBetween(plan.objective(), kinks, high, count);
        }
        for (int k = 0; k < count; k++) {
            boolean hops = dimension == 1 && kinks[k] == kinks[k];
            note(lanes[k], hops ? Outcome.STUCK.code(Place.KINK.ordinal()) : Outcome.OSCILLATING.code(periods[k]), descent.steps());
            for (int s = 0; s < periods[k] && orbits.length > 0; s++) {
                orbits[place[lanes[k]] * Survey.ORBIT + s] = look.x(seen[lanes[k]], 0, s);
            }
        }
    }

    /** The run is over: a last look tells cycles, and twins tell chaos from what is still on its way. */
    private void end() {
        int over = descent.steps();
        retireEnded();
        if (!descent.isPlain()) {
            retireUnmoved();
        }
        takeLook();
        boolean[] open = new boolean[descent.lanes()];
        for (int l = 0; l < descent.lanes(); l++) {
            if (broken[l] >= 0) {
                note(l, outside[l] ? Outcome.LEFT_DOMAIN.code(0) : Outcome.DIVERGED.code(0), broken[l]);
            } else if (isAtRest(l)) {
                note(l, Outcome.ON_ITS_WAY.code(0), over);
            } else {
                open[l] = true;
            }
        }
        keep(open);
        retireOrbits(true);
        int[] doubtful = new int[descent.lanes()];
        int[] coordinate = new int[descent.lanes()];
        double[] width = new double[descent.lanes()];
        int doubts = 0;
        for (int l = 0; l < descent.lanes(); l++) {
            Span span = look.span(seen[l]);
            boolean settling = !descent.isPlain() && span.width() < 0.5 * range[l];
            note(l, isFar(l) ? Outcome.DIVERGED.code(0) : Outcome.ON_ITS_WAY.code(0), over);
            if (!isFar(l) && !settling && span.width() > NARROW * (1 + Math.abs(span.low())) && look.turning(seen[l])) {
                doubtful[doubts] = place[l];
                coordinate[doubts] = span.coordinate();
                width[doubts++] = span.width();
            }
        }
        keepStates();
        descent.keep(doubtful, 0);
        twins = doubts == 0 ? null : new Twins(survey, cells, codes, Arrays.copyOf(doubtful, doubts), coordinate, width);
    }

    /** Retires lanes that the last step has not moved at all: they rest where rounding stops them. Of plain lanes the last look says so. */
    private void retireUnmoved() {
        int[] still = new int[descent.lanes()];
        int count = 0;
        boolean[] open = new boolean[descent.lanes()];
        for (int l = 0; l < descent.lanes(); l++) {
            boolean moved = false;
            for (int i = 0; i < dimension; i++) {
                moved |= descent.x(i, l) != before[i][l];
            }
            open[l] = moved;
            if (!moved) {
                still[count++] = l;
            }
        }
        noteRest(still, count, Place.UNMOVED, true, open);
        keep(open);
    }

    private boolean isFar(int lane) {
        boolean far = false;
        for (int i = 0; i < dimension; i++) {
            far |= isFar(lane, i, descent.x(i, lane));
        }
        return far;
    }

    private boolean isFar(int lane, int i, double x) {
        if (Math.abs(x) <= Judge.FAR) {
            return false;
        }
        double start = survey.start(cells[place[lane]], i);
        return Math.abs(x - start) > Judge.FAR * (1 + Math.abs(start));
    }

    /** Whether a lane was far away before the last block of steps and is still further away after it. */
    private boolean isLeaving(int lane) {
        boolean leaving = false;
        for (int i = 0; i < dimension; i++) {
            leaving |= isFar(lane, i, before[i][lane]) && Math.abs(descent.x(i, lane)) > Math.abs(before[i][lane]);
        }
        return leaving;
    }

    /** Follows the lanes without a period further, and keeps as many states as there is room for. */
    private void keepStates() {
        if (orbits.length == 0) {
            return;
        }
        for (int l = 0; l < descent.lanes(); l++) {
            for (int k = 0; k < Orbit.LENGTH; k++) {
                orbits[place[l] * Survey.ORBIT + k] = look.x(seen[l], 0, Orbit.LENGTH - 1 - k);
            }
        }
        for (int k = Orbit.LENGTH; k < Survey.ORBIT; k++) {
            descent.step();
            for (int l = 0; l < descent.lanes(); l++) {
                orbits[place[l] * Survey.ORBIT + k] = descent.x(0, l);
            }
        }
    }
}
