package descentlab.descent;

import descentlab.descent.Verdict.Span;

/** The latest states of one run, enough to see a period of up to {@link #LONGEST_PERIOD} three times over. */
public final class Orbit {
    public static final int LONGEST_PERIOD = 16;
    public static final int LENGTH = 3 * LONGEST_PERIOD;
    /** A cycle has closed when each state is this near to the one a period before, measured in the size of the cycle and of the state. */
    private static final double CLOSED = 1e-9;
    /**
     * Near a doubling a cycle comes close with its two halves taking turns, so that twice its period closes first: a part of a closed period that
     * is this near to closing is the period.
     */
    private static final double CLOSING = 1e-5;

    private final double[][] states = new double[LENGTH][];
    private final double[] spans;
    private int count;

    public Orbit(int dimension) {
        spans = new double[dimension];
        for (int k = 0; k < LENGTH; k++) {
            states[k] = new double[dimension];
        }
    }

    void add(Descent descent, int lane) {
        double[] state = states[count++ % LENGTH];
        for (int i = 0; i < state.length; i++) {
            state[i] = descent.x(i, lane);
        }
    }

    /** Takes the states of one lane: states[k][i][lane], the latest last. */
    public void set(double[][][] from, int lane) {
        for (int k = 0; k < LENGTH; k++) {
            double[] state = states[k];
            for (int i = 0; i < state.length; i++) {
                state[i] = from[k][i][lane];
            }
        }
        count = LENGTH;
    }

    boolean full() {
        return count >= LENGTH;
    }

    /** Coordinate i, {@code back} steps ago; valid below {@link #LENGTH} once {@link #full}. */
    private double x(int i, int back) {
        return states[(count - 1 - back) % LENGTH][i];
    }

    /** Between which values the coordinate that moves most goes. */
    public Span span() {
        Span widest = span(0);
        for (int i = 1; i < states[0].length; i++) {
            Span span = span(i);
            widest = span.width() > widest.width() ? span : widest;
        }
        return widest;
    }

    private Span span(int i) {
        double low = x(i, 0);
        double high = low;
        for (int back = 1; back < LENGTH; back++) {
            low = Math.min(low, x(i, back));
            high = Math.max(high, x(i, back));
        }
        return new Span(i, low, high);
    }

    /** The smallest period that the latest states hold, 1 for a fixed point, or 0 for none. */
    public int period() {
        for (int i = 0; i < spans.length; i++) {
            spans[i] = 0;
            for (int back = 1; back < LENGTH; back++) {
                spans[i] = Math.max(spans[i], Math.abs(x(i, back) - x(i, 0)));
            }
        }
        for (int period = 1; period <= LONGEST_PERIOD; period++) {
            if (repeats(period, CLOSED)) {
                return smallestPart(period);
            }
        }
        return 0;
    }

    private int smallestPart(int period) {
        int part = 1;
        while (part < period && (period % part != 0 || !repeats(part, CLOSING))) {
            part++;
        }
        return part;
    }

    private boolean repeats(int period, double tolerance) {
        for (int i = 0; i < spans.length; i++) {
            double near = period == 1 ? 0 : tolerance * spans[i];
            for (int back = 0; back + period < LENGTH; back++) {
                if (!(Math.abs(x(i, back) - x(i, back + period)) <= near)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether the coordinate that moves most turns round in the latest steps. */
    public boolean turning() {
        int i = span().coordinate();
        int turns = 0;
        for (int back = 0; back + 2 < LENGTH; back++) {
            double step = x(i, back) - x(i, back + 1);
            double before = x(i, back + 1) - x(i, back + 2);
            turns += step * before < 0 ? 1 : 0;
        }
        return turns > 0;
    }
}
