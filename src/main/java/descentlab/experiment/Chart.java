package descentlab.experiment;

import descentlab.message.Numerals;

/**
 * A picture of many descents, as an experiment's text says it: {@code survey=atlas&lr=0.001..2&x0=-6..6}.
 *
 * @param lr       the rates across
 * @param up       what stands upwards: starts, of the second coordinate for basins, momenta or the x of a bifurcation diagram; null where nothing does
 * @param across   the starts across of basins, else null
 * @param width    pixels, or 0: as many as there is room for
 * @param height   likewise
 */
public record Chart(Kind kind, Interval lr, Interval across, Interval up, int width, int height) implements Vocabulary.Part {
    /** The kinds of pictures, the names being those of the text. */
    public enum Kind {
        SWEEP("lr"), BIFURCATION("lr", "x"), ATLAS("lr", "x0"), BASINS("x0"), MOMENTUM("lr", "momentum"), RANGE("lr");

        private final String[] keys;

        Kind(String... keys) {
            this.keys = keys;
        }

        /** As it is written. */
        public String word() {
            return name().toLowerCase();
        }

        /** Whether its ranges are given by this key. */
        boolean takes(String key) {
            boolean takes = false;
            for (String each : keys) {
                takes |= each.equals(key);
            }
            return takes;
        }

        public boolean hasRates() {
            return takes("lr");
        }

        /** Whether it is one for functions of so many coordinates. */
        public boolean fits(int dimension) {
            return this == BASINS ? dimension == 2 : dimension == 1 || this != ATLAS && this != BIFURCATION;
        }
    }

    /** From and to, finite, from below to. */
    public record Interval(double from, double to) {
        /** Numbers nearer to each other than this part of them have no digits left for what lies between. */
        private static final double NARROWEST = 2e-12;

        /** Whether it can be cut into pixels. @param logarithmic whether these are even in their logarithms */
        public boolean isWide(boolean logarithmic) {
            double low = logarithmic ? Math.log(from) : from;
            double high = logarithmic ? Math.log(to) : to;
            return high - low > NARROWEST * Math.max(Math.abs(low), Math.abs(high));
        }

        String text() {
            return Numerals.exact(from) + ".." + Numerals.exact(to);
        }
    }

    /** Over another window; what is null stays. */
    public Chart with(Interval acrossNow, Interval upNow) {
        Interval first = acrossNow != null ? acrossNow : kind.hasRates() ? lr : across;
        return new Chart(kind, kind.hasRates() ? first : null, kind.hasRates() ? null : first, upNow != null ? upNow : up, width, height);
    }

    /** What the left to right side shows. */
    public Interval sideways() {
        return kind.hasRates() ? lr : across;
    }

    /** Ranges that are not set are left out. */
    @Override
    public String text() {
        StringBuilder text = new StringBuilder("&survey=").append(kind.word());
        append(text, "lr", lr);
        if (kind == Kind.BASINS && across != null && up != null) {
            text.append("&x0=").append(across.text()).append(',').append(up.text());
        }
        append(text, "x0", kind == Kind.ATLAS ? up : null);
        append(text, "x", kind == Kind.BIFURCATION ? up : null);
        append(text, "momentum", kind == Kind.MOMENTUM ? up : null);
        text.append(width > 0 ? "&width=" + width : "").append(height > 0 ? "&height=" + height : "");
        return text.toString();
    }

    private static void append(StringBuilder text, String key, Interval range) {
        if (range != null) {
            text.append('&').append(key).append('=').append(range.text());
        }
    }
}
