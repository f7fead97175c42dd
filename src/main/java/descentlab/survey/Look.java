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

    /** As {@link Orbit#span}. */
    Span span(int lane) {
        int widest = 0;
        for (int i = 1; i < states.low().length; i++) {
            widest = width(lane, i) > width(lane, widest) ? i : widest;
        }
        return new Span(widest, states.low()[widest][lane], states.high()[widest][lane]);
    }

    /** As {@link Orbit#turning}; seen from few states where it turns often. */
    boolean turning(int lane) {
        int i = span(lane).coordinate();
        for (int back = 0; back + 2 < States.COUNT; back++) {
            if ((x(lane, i, back) - x(lane, i, back + 1)) * (x(lane, i, back + 1) - x(lane, i, back + 2)) < 0) {
                return true;
            }
        }
        return false;
    }
}
