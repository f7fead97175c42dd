package descentlab.survey;

import descentlab.descent.Orbit;
import descentlab.descent.Verdict.Span;
import descentlab.expression.States;

/** The latest states of many lanes, as many as an {@link Orbit} has. */
final class Look {
    private final States states;
    private final Orbit orbit;

    Look(int dimension, int lanes) {
        states = States.of(dimension, lanes);
        orbit = new Orbit(dimension);
    }

    States states() {
        return states;
    }

    /** xᵢ so many steps before the last. */
    double x(int lane, int i, int back) {
        return states.values()[States.COUNT - 1 - back][i][lane];
    }

    private double width(int lane, int i) {
        return states.high()[i][lane] - states.low()[i][lane];
    }

    /** As {@link Orbit#period}; most lanes need no closer look for it. */
    int period(int lane) {
        boolean mayRepeat = true;
        for (int i = 0; i < states.low().length; i++) {
            mayRepeat &= states.nearest()[i][lane] <= Orbit.CLOSED * width(lane, i);
        }
        if (!mayRepeat) {
            return 0;
        }
        orbit.set(states.values(), lane);
        return orbit.period();
    }

    /** The coordinate that moves most. */
    private int widest(int lane) {
        int widest = 0;
        for (int i = 1; i < states.low().length; i++) {
            widest = width(lane, i) > width(lane, widest) ? i : widest;
        }
        return widest;
    }

    /** As {@link Orbit#span}, how far it goes. */
    double width(int lane) {
        return width(lane, widest(lane));
    }

    /** Whether an orbit is no wider than this, in units of 1 + |x|. */
    boolean isNarrow(int lane, double part) {
        int widest = widest(lane);
        return width(lane, widest) <= part * (1 + Math.abs(states.low()[widest][lane]));
    }

    /** As {@link Orbit#span}. */
    Span span(int lane) {
        int widest = widest(lane);
        return new Span(widest, states.low()[widest][lane], states.high()[widest][lane]);
    }

    /** As {@link Orbit#turning}; seen from few states where it turns often. */
    boolean isTurning(int lane) {
        int i = widest(lane);
        double after = x(lane, i, 0);
        double here = x(lane, i, 1);
        for (int back = 2; back < States.COUNT; back++) {
            double before = x(lane, i, back);
            if ((after - here) * (here - before) < 0) {
                return true;
            }
            after = here;
            here = before;
        }
        return false;
    }
}
