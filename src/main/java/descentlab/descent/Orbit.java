package descentlab.descent;

import descentlab.descent.Verdict.Span;
import descentlab.expression.States;

/** The latest states of one run, enough to see a period of up to {@link #LONGEST_PERIOD} three times over. */
public final class Orbit {
    public static final int LONGEST_PERIOD = States.BACK;
    public static final int LENGTH = States.COUNT;
    /** A cycle has closed when each state is this near to the one a period before, measured in the size of the cycle and of the state. */
    public static final double CLOSED = 1e-9;
    /**
     * Near a doubling a cycle comes close with its two halves taking turns, so that twice its period closes first: a part of a closed period that
     * is this near to closing is the period.
     */
    private static final double CLOSING = 1e-5;
    /** Steps of the same length differ by rounding. */
    public static final double SLOWER = 1 - 1e-6;

    /** Each state twice, {@link #LENGTH} apart, so that the latest ones always stand in one piece, the latest first. */
    private final double[][] values;
    private final double[] spans;
    private int latest;
    private int count;

    public Orbit(int dimension) {
        spans = new double[dimension];
        values = new double[dimension][2 * LENGTH];
    }

    void add(Descent descent, int lane) {
        latest = latest == 0 ? LENGTH - 1 : latest - 1;
        count++;
        for (int i = 0; i < values.length; i++) {
            values[i][latest] = descent.x(i, lane);
            values[i][latest + LENGTH] = values[i][latest];
        }
    }

    /** Takes the states of one lane: states[k][i][lane], the latest last. */
    public void set(double[][][] from, int lane) {
        for (int i = 0; i < values.length; i++) {
            double[] coordinate = values[i];
            for (int k = 0; k < LENGTH; k++) {
                coordinate[LENGTH - 1 - k] = from[k][i][lane];
            }
        }
        latest = 0;
        count = LENGTH;
    }

    boolean full() {
        return count >= LENGTH;
    }

    /** Coordinate i, {@code back} steps ago; valid below {@link #LENGTH} once {@link #full}. */
    private double x(int i, int back) {
        return values[i][latest + back];
    }

    /** Between which values the coordinate that moves most goes. */
    public Span span() {
        Span widest = span(0);
        for (int i = 1; i < values.length; i++) {
            Span span = span(i);
            widest = span.width() > widest.width() ? span : widest;
        }
        return widest;
    }

    private Span span(int i) {
        double low = x(i, 0);
        double high = low;
        for (int back = 1; back < LENGTH; back++) {
            double x = x(i, back);
            low = x < low ? x : low;
            high = x > high ? x : high;
        }
        return new Span(i, low, high);
    }

    /** The smallest period that the latest states hold, 1 for a fixed point, or 0 for none. */
    public int period() {
        for (int i = 0; i < spans.length; i++) {
            double span = 0;
            for (int back = 1; back < LENGTH; back++) {
                double away = Math.abs(x(i, back) - x(i, 0));
                span = away > span ? away : span;
            }
            spans[i] = span;
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

    /** Whether the coordinate that moves most has moved less in the latest step than in the first of these: what runs away does not. */
    boolean slows() {
        int i = span().coordinate();
        return Math.abs(x(i, 0) - x(i, 1)) < SLOWER * Math.abs(x(i, LENGTH - 2) - x(i, LENGTH - 1));
    }

    /** Whether the coordinate that moves most turns round in the latest steps. */
    public boolean turning() {
        int i = span().coordinate();
        for (int back = 0; back + 2 < LENGTH; back++) {
            double step = x(i, back) - x(i, back + 1);
            double before = x(i, back + 1) - x(i, back + 2);
            if (step * before < 0) {
                return true;
            }
        }
        return false;
    }
}
