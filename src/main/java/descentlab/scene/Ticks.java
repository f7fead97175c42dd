package descentlab.scene;

import descentlab.message.Numerals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The marks of an axis: values 1, 2 or 5 times a power of ten apart, labelled with the decimals they need, as close as the labels allow. Each value
 * is a whole number of units of a power of ten, so a label never shows what rounding left behind.
 */
public final class Ticks {
    private static final long[] STEPS = {1, 2, 5};
    /** Exponents at which a label is written out: 0.0001 to 99999; beyond, 2·10⁵. */
    private static final int SMALLEST = -4;
    private static final int LARGEST = 4;
    private static final double LOG10 = Math.log(10);

    private final double[] values;
    private final String[] labels;
    private final double[] minor;

    private Ticks(double[] values, String[] labels, double[] minor) {
        this.values = values;
        this.labels = labels;
        this.minor = minor;
    }

    public int count() {
        return values.length;
    }

    /** Where tick i stands, in the units of the axis; for a logarithmic axis its logarithm to base 10. */
    public double value(int i) {
        return values[i];
    }

    public String label(int i) {
        return labels[i];
    }

    /** Where unlabelled ticks stand between the others; only a logarithmic axis has them. */
    public double[] minor() {
        return minor;
    }

    /**
     * Ticks of a linear axis from min to max, drawn {@code length} pixels long.
     *
     * @param room the pixels along the axis that a label takes, with the gap to the next
     */
    public static Ticks linear(double min, double max, double length, ToDoubleFunction<String> room) {
        int exponent = exponent(max - min) - 3;
        for (;; exponent++) {
            for (long step : STEPS) {
                double apart = step * power(exponent) / (max - min) * length;
                if (apart > 8 && fits(min, max, step, exponent, apart, room)) {
                    return linear(min, max, step, exponent);
                }
            }
        }
    }

    /** The ends have the longest labels, so it is enough to measure these. */
    private static boolean fits(double min, double max, long step, int exponent, double apart, ToDoubleFunction<String> room) {
        double unit = step * power(exponent);
        double first = first(min, unit);
        double last = last(max, unit);
        int top = top(first, last, unit);
        return last < first || Math.max(room.applyAsDouble(label((long) first * step, exponent, top)),
            room.applyAsDouble(label((long) last * step, exponent, top))) <= apart;
    }

    /** The first tick in units; a hair of tolerance keeps the one that stands exactly on the end of the axis. */
    private static double first(double min, double unit) {
        return Math.ceil(min / unit - 1e-6);
    }

    private static double last(double max, double unit) {
        return Math.floor(max / unit + 1e-6);
    }

    private static int top(double first, double last, double unit) {
        return exponent(Math.max(Math.abs(first), Math.abs(last)) * unit * (1 + 1e-12));
    }

    /** Ticks at whole numbers only, such as steps. */
    public static Ticks whole(double min, double max, double length, ToDoubleFunction<String> room) {
        Ticks ticks = linear(min, max, length, room);
        boolean whole = ticks.count() < 2 || ticks.value(1) - ticks.value(0) > 0.99;
        return whole ? ticks : linear(min, max, 1, 0);
    }

    private static Ticks linear(double min, double max, long step, int exponent) {
        double unit = step * power(exponent);
        double first = first(min, unit);
        double last = last(max, unit);
        int count = (int) Math.max(0, last - first + 1);
        double[] values = new double[count];
        String[] labels = new String[count];
        int top = top(first, last, unit);
        for (int i = 0; i < count; i++) {
            long units = (long) (first + i) * step;
            values[i] = exponent < 0 ? units / power(-exponent) : units * power(exponent);
            labels[i] = label(units, exponent, top);
        }
        return new Ticks(values, labels, new double[0]);
    }

    /** {@code units} · 10^exponent; the largest label of the axis is about 10^top and decides whether powers of ten are split off. */
    private static String label(long units, int exponent, int top) {
        if (units == 0) {
            return "0";
        }
        boolean written = top <= LARGEST && top >= SMALLEST || exponent < 0 && top <= LARGEST && exponent >= SMALLEST;
        if (written) {
            return Numerals.decimal(units, exponent);
        }
        String mantissa = Numerals.decimal(units, Math.min(exponent - top, 0));
        return mantissa.equals("1") ? Numerals.power(top) : mantissa.equals("−1") ? "−" + Numerals.power(top) : mantissa + "·" + Numerals.power(top);
    }

    /**
     * Ticks of a logarithmic axis from 10^min to 10^max: powers of ten, every so many as there is room, and the digits 2 to 9 between as minor ticks;
     * less than a power of ten wide, the ticks of a linear axis at their logarithms.
     */
    public static Ticks logarithmic(double min, double max, double length, ToDoubleFunction<String> room) {
        double decade = length / (max - min);
        if (max - min < 1.2) {
            return logarithms(linear(tenTo(min), tenTo(max), length * 0.7, room));
        }
        int first = (int) Math.ceil(min - 1e-9);
        int last = (int) Math.floor(max + 1e-9);
        boolean written = first >= SMALLEST + 1 && last <= LARGEST;
        double need = 0;
        for (int e : new int[] {first, last}) {
            need = Math.max(need, room.applyAsDouble(decade(e, written)));
        }
        int stride = stride(need / decade);
        List<Integer> exponents = new ArrayList<>();
        for (int e = first; e <= last; e++) {
            if (Math.floorMod(e, stride) == 0) {
                exponents.add(e);
            }
        }
        double[] values = new double[exponents.size()];
        String[] labels = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = exponents.get(i);
            labels[i] = decade(exponents.get(i), written);
        }
        return new Ticks(values, labels, stride == 1 && decade > 24 ? between(first - 1, last, min, max) : new double[0]);
    }

    /** The least of 1, 2, 5, 10, 20 … that is at least {@code need}. */
    private static int stride(double need) {
        for (int power = 1;; power *= 10) {
            for (long step : STEPS) {
                if (step * power >= need) {
                    return (int) step * power;
                }
            }
        }
    }

    private static String decade(int exponent, boolean written) {
        return written ? Numerals.decimal(1, exponent) : exponent == 0 ? "1" : Numerals.power(exponent);
    }

    private static double[] between(int first, int last, double min, double max) {
        double[] minor = new double[8 * (last - first + 1)];
        int count = 0;
        for (int e = first; e <= last; e++) {
            for (int digit = 2; digit <= 9; digit++) {
                double value = e + Math.log(digit) / LOG10;
                if (value >= min && value <= max) {
                    minor[count++] = value;
                }
            }
        }
        return Arrays.copyOf(minor, count);
    }

    private static Ticks logarithms(Ticks linear) {
        double[] values = new double[linear.count()];
        int zeros = 0;
        for (int i = 0; i < values.length; i++) {
            if (linear.value(i) <= 0) {
                zeros++;
            } else {
                values[i] = Math.log(linear.value(i)) / LOG10;
            }
        }
        return new Ticks(Arrays.copyOfRange(values, zeros, values.length), Arrays.copyOfRange(linear.labels, zeros, values.length), new double[0]);
    }

    /** The e with 10^e ≤ value &lt; 10^(e + 1), for value &gt; 0; 0 for 0. */
    private static int exponent(double value) {
        if (value <= 0) {
            return 0;
        }
        int e = (int) Math.floor(Math.log(value) / LOG10);
        return value / tenTo(e) >= 10 * (1 - 1e-12) ? e + 1 : value < tenTo(e) * (1 - 1e-12) ? e - 1 : e;
    }

    private static double power(int exponent) {
        return exponent < 0 ? 1 / tenTo(-exponent) : tenTo(exponent);
    }

    private static double tenTo(double exponent) {
        return Math.pow(10, exponent);
    }
}
