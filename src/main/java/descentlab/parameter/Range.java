package descentlab.parameter;

import descentlab.message.Numerals;

/** The numbers from {@code from} to {@code to}, an end included or not, or the whole ones of them; {@link #text} writes it as 0 ≤ name &lt; 1. */
public record Range(double from, boolean fromIncluded, double to, boolean toIncluded, boolean whole) {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    /** Every finite number. */
    public static final Range FINITE = new Range(-INFINITY, false, INFINITY, false, false);
    public static final Range NOT_NEGATIVE = new Range(0, true, INFINITY, false, false);
    public static final Range POSITIVE = new Range(0, false, INFINITY, false, false);
    /** 0 included, 1 not: what a decay of an average has to be in. */
    public static final Range FRACTION = new Range(0, true, 1, false, false);
    /** 0 and 1 included. */
    public static final Range SHARE = new Range(0, true, 1, true, false);
    public static final Range COUNT = new Range(1, true, INFINITY, false, true);
    public static final Range COUNT_OR_ZERO = new Range(0, true, INFINITY, false, true);

    public boolean contains(double value) {
        boolean inside = (fromIncluded ? value >= from : value > from) && (toIncluded ? value <= to : value < to);
        return inside && (!whole || value == Math.floor(value));
    }

    public String text(String name) {
        String below = from == -INFINITY ? "" : Numerals.brief(from) + (fromIncluded ? " ≤ " : " < ");
        String above = to == INFINITY ? "" : (toIncluded ? " ≤ " : " < ") + Numerals.brief(to);
        return below + name + above;
    }
}
