package descentlab.survey;

import descentlab.descent.Descent;
import descentlab.descent.Judge;
import descentlab.descent.Orbit;
import descentlab.expression.States;
import descentlab.optimizer.Batch;
import java.util.Arrays;

/**
 * Descents side by side, a lane each. One whose outcome is known is no longer open; when those are dropped the last ones take their places, so that the
 * cost follows the steps that are taken.
 */
final class Lanes {
    private final int[] cells;
    private Survey survey;
    private Survey.Plan plan;
    private Findings findings;
    private Descent descent;
    private boolean plain;
    private boolean leaping;
    private Rest rest;
    /** Where the lanes stood before they were last taken further, and before that; of a rule with a memory, near the last step alone. */
    private double[][] before;
    private double[][] earlier;
    /** How many steps they were last taken further, and before that. */
    private int taken;
    private int takenEarlier;
    /** Of each lane: which of the cells it is, whether its outcome is open, how far its orbit went at the last look. */
    private final int[] place;
    private final boolean[] open;
    private final double[] range;
    /** Whether some are not open. */
    private boolean some;
    /** A list of lanes, for a moment. */
    private final int[] ended;

    /** @param cells that are descended from, as many as there are lanes at most */
    Lanes(int dimension, int[] cells) {
        this.cells = cells;
        before = new double[dimension][cells.length];
        earlier = new double[dimension][cells.length];
        place = new int[cells.length];
        open = new boolean[cells.length];
        range = new double[cells.length];
        ended = new int[cells.length];
    }

    void take(Survey next) {
        survey = next;
        plan = next.plan();
        descent = null;
        rest = null;
    }

    /** Starts the descents of the first so many cells. @param findings where their outcomes are noted */
    void start(int count, Findings findings) {
        this.findings = findings;
        for (int l = 0; l < count; l++) {
            place[l] = l;
        }
        Arrays.fill(open, 0, count, true);
        Arrays.fill(range, 0, count, Double.NaN);
        some = false;
        taken = 0;
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
        drop();
    }

    /** How many there are; their numbers change when some are dropped. */
    int count() {
        return descent.lanes();
    }

    int steps() {
        return descent.steps();
    }

    boolean isOver() {
        return descent.steps() >= plan.steps();
    }

    /** Whether the rule has no memory: what is at rest stays there. */
    boolean isPlain() {
        return plain;
    }

    boolean isSteady() {
        return descent.isSteady();
    }

    boolean isOpen(int lane) {
        return open[lane];
    }

    boolean isAtRest(int lane) {
        return rest.isAtRest(lane);
    }

    /** The step at which a lane came to rest, or the last where it has not. */
    int restedAt(int lane) {
        return Math.min(rest.since(lane), descent.steps());
    }

    int place(int lane) {
        return place[lane];
    }

    double x(int i, int lane) {
        return descent.x(i, lane);
    }

    double range(int lane) {
        return range[lane];
    }

    void setRange(int lane, double width) {
        range[lane] = width;
    }

    /** Takes all further. @param states where these steps lead, or null */
    void go(int count, States states) {
        if (plain || descent.steps() + count > plan.steps() - Judge.STANDING) {
            lookBack(count);
        }
        if (leaping) {
            leap(count, states);
        } else {
            walk(count, states);
        }
    }

    /** Remembers where the lanes stand, about to be taken so many steps further. */
    private void lookBack(int count) {
        double[][] spent = earlier;
        earlier = before;
        before = spent;
        takenEarlier = taken;
        taken = count;
        for (int i = 0; i < before.length; i++) {
            descent.copyX(i, before[i]);
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

    /** Ends those that were far away before they were last taken further and are still further away after it, and do not slow down. */
    void endLeaving() {
        int lanes = descent.lanes();
        for (double[] coordinate : before) {
            for (int l = 0; l < lanes; l++) {
                if (Math.abs(coordinate[l]) > Judge.FAR && open[l] && isLeaving(l)) {
                    end(l, Outcome.DIVERGED.code(0), descent.steps());
                }
            }
        }
    }

    private boolean isLeaving(int lane) {
        boolean leaving = false;
        for (int i = 0; i < before.length; i++) {
            leaving |= Math.abs(before[i][lane]) > Judge.FAR && isFar(lane, i, before[i][lane]) && Math.abs(descent.x(i, lane)) > Math.abs(before[i][lane])
                    && !slows(lane, i);
        }
        return leaving;
    }

    /** Whether a lane is far from its start and does not slow down. */
    boolean isLost(int lane) {
        boolean lost = false;
        for (int i = 0; i < before.length; i++) {
            lost |= Math.abs(descent.x(i, lane)) > Judge.FAR && isFar(lane, i, descent.x(i, lane)) && !slows(lane, i);
        }
        return lost;
    }

    /** Whether steps along a coordinate have become shorter: then it may come to rest, however far away. */
    private boolean slows(int lane, int i) {
        double latest = Math.abs(descent.x(i, lane) - before[i][lane]) / taken;
        return takenEarlier > 0 && latest < Orbit.SLOWER * Math.abs(before[i][lane] - earlier[i][lane]) / takenEarlier;
    }

    private boolean isFar(int lane, int i, double x) {
        double start = survey.start(cells[place[lane]], i);
        return Math.abs(x - start) > Judge.FAR * (1 + Math.abs(start));
    }

    /** Lists open lanes at rest, rising. @return how many there are */
    int listResting(int[] lanes) {
        int resting = rest.list(lanes);
        int count = 0;
        for (int k = 0; k < resting; k++) {
            if (open[lanes[k]]) {
                lanes[count++] = lanes[k];
            }
        }
        return count;
    }

    /** Lists open lanes that the last steps have not moved at all. @return how many there are */
    int listUnmoved(int[] lanes) {
        int count = 0;
        for (int l = 0; l < descent.lanes(); l++) {
            boolean moved = taken != 1 || takenEarlier != 1;
            for (int i = 0; i < before.length; i++) {
                moved |= descent.x(i, l) != before[i][l] || before[i][l] != earlier[i][l];
            }
            if (open[l] && !moved) {
                lanes[count++] = l;
            }
        }
        return count;
    }

    /** Notes an outcome, which may not be the last word. */
    void note(int lane, int code, int step) {
        findings.note(place[lane], code, step);
    }

    void end(int lane, int code, int step) {
        note(lane, code, step);
        close(lane);
    }

    /** Ends a lane that has come to the bottom at a point. */
    void endReached(int lane, double[] point, int step) {
        findings.reach(place[lane], point, step);
        close(lane);
    }

    void close(int lane) {
        open[lane] = false;
        some = true;
    }

    /** State k of the orbit of a lane's cell, where the plan keeps them. */
    void keep(int lane, int k, double x) {
        findings.keep(place[lane], k, x);
    }

    /** Follows the lanes further, and keeps states as long as there is room for them. @param from how many are kept */
    void keepFurther(int from) {
        for (int k = from; k < Survey.ORBIT; k++) {
            descent.step();
            for (int l = 0; l < descent.lanes(); l++) {
                keep(l, k, descent.x(0, l));
            }
        }
    }

    /** Drops those that are not open. */
    void drop() {
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
            Batch.drop(ended, count, lanes, earlier);
            Batch.drop(ended, count, lanes, range);
            Batch.drop(ended, count, lanes, place);
            rest.drop(ended, count, lanes);
            descent.drop(ended, count);
            Arrays.fill(open, 0, lanes, true);
        }
    }
}
