package descentlab.survey;

import descentlab.descent.Judge;
import descentlab.descent.Orbit;
import descentlab.descent.Surroundings;
import descentlab.descent.Surroundings.Shape;
import descentlab.descent.Terrain;
import descentlab.descent.Verdict.Place;
import descentlab.descent.Verdict.Span;
import descentlab.expression.Leap;

/**
 * The descents of one tile, in as many lanes as there are at a time, and how each ends. Between looks the lanes fly in blocks of steps; a look follows
 * an orbit state by state and finds its period. Advances piece by piece.
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
    private final Lanes lanes;
    private final Look look;
    private final Twins twins;
    private Findings findings;
    private Surroundings surroundings;
    private boolean twinning;
    /** Lists of lanes, and what goes with them, for a moment. */
    private final int[] chosen;
    private final int[] cycling;
    private final int[] periods;
    private final double[][] points;
    private final double[] point;
    private final double[] low;
    private final double[] high;

    /** @param most how many lanes there are at most */
    Flight(int dimension, int most) {
        cells = new int[most];
        lanes = new Lanes(dimension, cells);
        look = new Look(dimension, most);
        twins = new Twins(cells);
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
        surroundings = new Surroundings(plan.objective(), cells.length);
        lanes.take(next);
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
        findings.goOn(from);
        twinning = false;
        lanes.start(count, findings);
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
        int t = lanes.steps();
        if (lanes.isOver()) {
            end();
        } else if (isLook(t)) {
            takeLook();
            endResting();
            endOrbits(false);
            lanes.drop();
        } else {
            fly(Math.min(block(t), untilLook(t)));
            endResting();
            lanes.drop();
        }
        return twinning || lanes.count() > 0;
    }

    /** What is known when nothing is left to do, until the next tile is begun. */
    public Tile tile() {
        return findings.tile();
    }

    /** At 64, 128, 256 … steps; under a schedule nothing repeats before its end, and of a rule with a memory the last look before it is what counts. */
    private boolean isLook(int t) {
        boolean power = t >= FIRST_LOOK && (t & t - 1) == 0 && t + Orbit.LENGTH <= plan.steps();
        boolean tells = lanes.isPlain() || 2 * t + Orbit.LENGTH > plan.steps();
        return lanes.isSteady() && power && tells;
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

    /** The last steps of a rule with a memory one by one: they tell whether it stands still. */
    private void fly(int count) {
        int single = lanes.isPlain() ? 0 : Math.min(count, Math.max(0, lanes.steps() + count - plan.steps() + Judge.STANDING));
        if (count > single) {
            lanes.go(count - single, null);
        }
        for (int k = 0; k < single; k++) {
            lanes.go(1, null);
        }
    }

    /**
     * Ends lanes at rest: plain ones in a bottom, since they leave it no more, and all once the run is over. A rule with a memory can come away from where
     * it rests: a heavy ball rolls on, and Adam's steps grow while slopes are small. Plain ones that leave for good end too.
     */
    private void endResting() {
        if (lanes.isPlain()) {
            lanes.endLeaving();
        }
        if (lanes.isPlain() || lanes.isOver()) {
            endResting(chosen, lanes.listResting(chosen), Place.PLATEAU, lanes.isOver());
        }
    }

    /**
     * Ends lanes that stay where they are: in a bottom, on a top or, as {@code otherwise} says, where neither is.
     *
     * @param all whether those that are not in a bottom end too
     */
    private void endResting(int[] resting, int count, Place otherwise, boolean all) {
        if (count == 0) {
            return;
        }
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < points.length; i++) {
                points[i][k] = lanes.x(i, resting[k]);
            }
        }
        Shape[] shapes = surroundings.shapes(points, count, otherwise == Place.UNMOVED);
        for (int k = 0; k < count; k++) {
            int lane = resting[k];
            if (shapes[k] == Shape.BOTTOM) {
                lanes.endReached(lane, point(k), lanes.restedAt(lane));
            } else if (all) {
                boolean top = otherwise == Place.PLATEAU && shapes[k] == Shape.TOP;
                lanes.end(lane, Outcome.STUCK.code((top ? Place.TOP : otherwise).ordinal()), lanes.restedAt(lane));
            }
            if (!lanes.isOpen(lane)) {
                lanes.keep(lane, 0, lanes.x(0, lane));
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

    /** Follows all lanes for as many states as an orbit has. */
    private void takeLook() {
        lanes.go(Orbit.LENGTH, look.states());
    }

    /** After a look: notes how far the orbits go and, where these say all about a lane, or at {@code last}, ends those that repeat themselves. */
    private void endOrbits(boolean last) {
        int standing = 0;
        int cycles = 0;
        boolean tells = last || lanes.isPlain();
        for (int l = 0; l < lanes.count(); l++) {
            if (lanes.isOpen(l) && !tells) {
                lanes.setRange(l, look.width(l));
            }
            periods[l] = lanes.isOpen(l) && tells ? look.period(l) : 0;
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
        if (point.length == 1) {
            Terrain.kinksBetween(plan.objective(), low, high, count);
        }
        for (int k = 0; k < count; k++) {
            int lane = cycling[k];
            double kink = low[k];
            boolean hops = point.length == 1 && kink == kink;
            lanes.end(lane, hops ? Outcome.STUCK.code(Place.KINK.ordinal()) : Outcome.OSCILLATING.code(periods[lane]), lanes.steps());
            for (int s = 0; s < periods[lane]; s++) {
                lanes.keep(lane, s, look.x(lane, 0, s));
            }
        }
    }

    /** The run is over: a last look tells cycles, and twins tell chaos from what is still on its way. */
    private void end() {
        int over = lanes.steps();
        endResting();
        if (!lanes.isPlain()) {
            // They rest where rounding stops them. Of plain lanes the last look says so.
            endResting(chosen, lanes.listUnmoved(chosen), Place.UNMOVED, true);
        }
        lanes.drop();
        takeLook();
        for (int l = 0; l < lanes.count(); l++) {
            if (lanes.isOpen(l) && lanes.isAtRest(l)) {
                lanes.end(l, Outcome.ON_ITS_WAY.code(0), over);
            }
        }
        endOrbits(true);
        twins.clear();
        for (int l = 0; l < lanes.count(); l++) {
            if (lanes.isOpen(l)) {
                noteOpen(l, over);
            }
        }
        if (plan.orbits()) {
            keepStates();
        }
        for (int l = 0; l < lanes.count(); l++) {
            lanes.close(l);
        }
        lanes.drop();
        twinning = twins.begin(findings);
    }

    /** A lane of which no look has told anything: it has diverged slowly, it is on its way, or twins will tell. */
    private void noteOpen(int lane, int over) {
        boolean far = lanes.isLost(lane);
        boolean settling = !lanes.isPlain() && look.width(lane) < 0.5 * lanes.range(lane);
        lanes.note(lane, far ? Outcome.DIVERGED.code(0) : Outcome.ON_ITS_WAY.code(0), over);
        if (!far && !settling && look.isTurning(lane) && !look.isNarrow(lane, NARROW)) {
            twins.add(lanes.place(lane), look.span(lane));
        }
    }

    /** Keeps the states of the open lanes, as many as there is room for. */
    private void keepStates() {
        for (int l = 0; l < lanes.count(); l++) {
            for (int k = 0; k < Orbit.LENGTH && lanes.isOpen(l); k++) {
                lanes.keep(l, k, look.x(l, 0, Orbit.LENGTH - 1 - k));
            }
        }
        lanes.drop();
        lanes.keepFurther(Orbit.LENGTH);
    }
}
