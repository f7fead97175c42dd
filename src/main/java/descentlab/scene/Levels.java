package descentlab.scene;

import java.util.Arrays;

/**
 * The values at which isolines are drawn, ascending: evenly spaced where the function's values spread evenly, at powers of ten above its lowest value
 * where they grow by orders of magnitude (a valley with steep walls), and at quantiles where neither does it justice (poles).
 */
public record Levels(double[] values) {
    private static final int MOST = 14;
    /** How much of the whole range the middle 80 % of the values must span for an even spacing to show them, and of the range of their logarithms. */
    private static final double EVEN = 0.45;
    private static final double EVEN_LOGARITHMS = 0.25;
    /** What the powers of ten are multiplied by, the finest spacing first. */
    private static final double[][] DIGITS = {{1, 2, 5}, {1, 3}, {1}};
    /** Fewer lines than this show nothing. */
    private static final int FEW = 4;
    private static final double WIDEST = 1e300;
    private static final int MOST_SORTED = 4000;

    public static Levels of(Field field) {
        double[] sorted = finite(field.values());
        if (sorted.length == 0 || !(sorted[sorted.length - 1] > sorted[0])) {
            return new Levels(new double[0]);
        }
        double[] withoutPit = withoutPit(sorted);
        if (spread(withoutPit) >= EVEN) {
            return linear(withoutPit[0], sorted[sorted.length - 1]);
        }
        double base = base(sorted);
        double[] logarithms = new double[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            logarithms[i] = Math.log(Math.max(sorted[i] - base, Double.MIN_NORMAL)) / Math.log(10);
        }
        int from = sorted.length / 100;
        double[] kept = Arrays.copyOfRange(logarithms, from, sorted.length);
        Levels logarithmic = logarithmic(base, kept[0], kept[kept.length - 1]);
        return spread(kept) >= EVEN_LOGARITHMS && logarithmic.count() >= FEW ? logarithmic : quantiles(sorted);
    }

    /** Without the lowest few, where these go deeper than all the rest: the edge of a logarithm. */
    private static double[] withoutPit(double[] sorted) {
        int from = sorted.length / 40;
        boolean pit = sorted[from] - sorted[0] > sorted[sorted.length - 1] - sorted[from];
        return pit ? Arrays.copyOfRange(sorted, from, sorted.length) : sorted;
    }

    /** The share of the range that the middle 80 % take. */
    private static double spread(double[] sorted) {
        int n = sorted.length - 1;
        return (sorted[n - n / 10] - sorted[n / 10]) / (sorted[n] - sorted[0]);
    }

    /** What logarithms count from: 0, or the lowest value where that is below or far above 0. */
    private static double base(double[] sorted) {
        double low = sorted[0];
        double tenth = sorted[sorted.length / 10];
        return low >= 0 && low < 0.5 * tenth ? 0 : low;
    }

    /** The finite values, sorted: of very many some thousands at even distances, and the least and the greatest of all. */
    private static double[] finite(double[] values) {
        int every = 1 + values.length / MOST_SORTED;
        double[] finite = new double[values.length / every + 3];
        int count = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < values.length; k++) {
            double value = values[k];
            if (Math.abs(value) < WIDEST) {
                low = Math.min(low, value);
                high = Math.max(high, value);
                if (k % every == 0) {
                    finite[count++] = value;
                }
            }
        }
        if (count > 0) {
            finite[count++] = low;
            finite[count++] = high;
        }
        double[] sorted = Arrays.copyOf(finite, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** At multiples of 1, 2 or 5 times a power of ten. */
    private static Levels linear(double low, double high) {
        double step = Math.pow(10, Math.floor(Math.log((high - low) / MOST) / Math.log(10)));
        for (int i = 1; (high - low) / step > MOST; i++) {
            step *= i % 3 == 2 ? 2.5 : 2;
        }
        double first = Math.ceil(low / step);
        int count = (int) Math.max(0, Math.floor(high / step) - first + 1);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = (first + i) * step;
        }
        return new Levels(values);
    }

    /** At 1, 2 and 5, at 1 and 3, or at 1 alone, times the powers of ten, or times some of them. */
    private static Levels logarithmic(double base, double low, double high) {
        double decades = high - low;
        double[] digits = DIGITS[decades * 3 <= MOST ? 0 : decades * 2 <= MOST ? 1 : 2];
        int every = digits.length > 1 ? 1 : (int) Math.ceil(decades / MOST);
        double[] values = new double[4 * MOST];
        int count = 0;
        for (int power = (int) Math.floor(low / every) * every; power <= high; power += every) {
            for (double digit : digits) {
                double above = Math.log(digit) / Math.log(10) + power;
                if (above >= low && above <= high && count < values.length) {
                    values[count++] = base + digit * Math.pow(10, power);
                }
            }
        }
        return new Levels(ascending(Arrays.copyOf(values, count)));
    }

    private static Levels quantiles(double[] sorted) {
        double[] values = new double[MOST];
        for (int k = 0; k < MOST; k++) {
            values[k] = twoDigits(sorted[(int) ((k + 1.0) / (MOST + 1) * (sorted.length - 1))]);
        }
        return new Levels(ascending(values));
    }

    private static double twoDigits(double value) {
        double unit = Math.pow(10, Math.floor(Math.log(Math.abs(value)) / Math.log(10)) - 1);
        return unit > 0 ? Math.floor(value / unit + 0.5) * unit : value;
    }

    /** Without those that are not above the one before. */
    private static double[] ascending(double[] values) {
        int kept = 0;
        for (double value : values) {
            if (kept == 0 || value > values[kept - 1]) {
                values[kept++] = value;
            }
        }
        return Arrays.copyOf(values, kept);
    }

    public int count() {
        return values.length;
    }

    double largest() {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /**
     * Where a value lies among the levels: k at level k, between k and k + 1 between two, from −1 to {@code count} in all, so that bands are of one
     * colour from one whole number to the next; NaN for NaN.
     */
    double position(double value) {
        int n = values.length;
        if (value != value) {
            return Double.NaN;
        }
        if (n < 2) {
            return n == 0 ? -0.5 : value >= values[0] ? 0.5 : -0.5;
        }
        int low = 0;
        int high = n - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (values[middle] <= value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double position = low + (value - values[low]) / (values[low + 1] - values[low]);
        return Math.max(-1 + 1e-9, Math.min(n - 1e-9, position));
    }
}
