package descentlab.survey;

/**
 * A side of a map: so many values of one quantity in even steps, or in even ratios where it is logarithmic. Each value is rounded to as many digits as
 * it needs to be told apart from its neighbours, so that a person can read it, type it, and see the very run that the map shows.
 *
 * @param from  of the first pixel's outer edge; positive where logarithmic
 * @param to    of the last pixel's outer edge, above {@code from}
 * @param count how many pixels, ≥ 1
 */
public record Scale(Quantity quantity, double from, double to, boolean logarithmic, int count) {
    /** What changes along a side. */
    public enum Quantity { RATE, MOMENTUM, X, Y }

    /** Rounding moves a value by less than this part of a pixel. */
    private static final double PART = 0.1;
    private static final double MOST_DIGITS = 15;

    /** The value in the middle of pixel k. */
    public double value(int k) {
        double place = (k + 0.5) / count;
        double value = at(place);
        return rounded(value, PART * Math.min(at(place + 0.5 / count) - value, value - at(place - 0.5 / count)));
    }

    /** The value at a place from 0 to 1. */
    public double at(double place) {
        return logarithmic ? from * Math.pow(to / from, place) : from + (to - from) * place;
    }

    /** The same, rounded to a tenth of a pixel, so that the edges of a part have short numbers. */
    public double edge(double place) {
        return rounded(at(place), PART * Math.abs(at(place + 1.0 / count) - at(place)));
    }

    /** Where a value stands, from 0 to 1 within the scale. */
    public double place(double value) {
        return logarithmic ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
    }

    /** The number with the fewest decimals within about {@code by} of a value. */
    static double rounded(double value, double by) {
        double decimals = Math.ceil(-Math.log(2 * by) / Math.log(10) - 1e-9);
        double digits = decimals + Math.ceil(Math.log(Math.abs(value)) / Math.log(10));
        if (!(digits < MOST_DIGITS) || Math.abs(decimals) > 22) {
            return value == 0 || digits < 0 ? 0 : value;
        }
        double unit = Math.pow(10, Math.abs(decimals));
        return decimals > 0 ? Math.floor(value * unit + 0.5) / unit : Math.floor(value / unit + 0.5) * unit;
    }

    /** The same side with another number of pixels. */
    public Scale withCount(int count) {
        return new Scale(quantity, from, to, logarithmic, count);
    }
}
