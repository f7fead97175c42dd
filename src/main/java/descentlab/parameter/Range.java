package descentlab.parameter;

import descentlab.message.Numerals;

/** The numbers from {@code from} to {@code to}, an end included or not; {@link #text} writes it as 0 ≤ name &lt; 1. */
public record Range(double from, boolean fromIncluded, double to, boolean toIncluded) {
    /** Every finite number. */
    public static final Range FINITE = new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);
    public static final Range NOT_NEGATIVE = new Range(0, true, Double.POSITIVE_INFINITY, false);

    public boolean contains(double value) {
        return (fromIncluded ? value >= from : value > from) && (toIncluded ? value <= to : value < to);
    }

    public String text(String name) {
        String below = from == Double.NEGATIVE_INFINITY ? "" : Numerals.brief(from) + (fromIncluded ? " ≤ " : " < ");
        String above = to == Double.POSITIVE_INFINITY ? "" : (toIncluded ? " ≤ " : " < ") + Numerals.brief(to);
        return below + name + above;
    }
}
