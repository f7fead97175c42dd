package descentlab.expression;

/**
 * The natural logarithm for lanes, within 1 unit in the last place and with the same bits on every platform, which Math.log does not promise:
 * ln x = k·ln 2 + ln m with m between √½ and √2, and ln m = 2·artanh(s), s = (m − 1)/(m + 1). Outside the range of single precision, whose exponent
 * Java reaches faster than that of a double in a browser, Math does it. {@link Elementals} writes the same, operation by operation, as WebAssembly.
 * Source: Muller, Elementary Functions, 3rd ed., 2016, section 11.4; Remez's algorithm.
 */
final class Logarithm {
    static final double SMALLEST = 0x1p-126;
    static final double LARGEST = 0x1p127;
    /** √½ in single precision, as its bits. */
    static final int ROOT_HALF = 0x3F3504F3;
    /** 2·artanh(s) = 2s + s·(s²·L0 + s⁴·L1 + …) */
    static final double L0 = 0.6666666666666734;
    static final double L1 = 0.3999999999941664;
    static final double L2 = 0.2857142874202818;
    static final double L3 = 0.2222219860505552;
    static final double L4 = 0.18183562851058346;
    static final double L5 = 0.15314084854786544;
    static final double L6 = 0.1479563311825661;

    private Logarithm() {
    }

    static double of(double x) {
        if (x < SMALLEST || x >= LARGEST) {
            return Math.log(x);
        }
        int k = Float.floatToRawIntBits((float) x) - ROOT_HALF >> 23;
        double f = x * Powers.ofTwo(-k) - 1;
        double s = f / (2 + f);
        double s2 = s * s;
        double s4 = s2 * s2;
        double half = 0.5 * f * f;
        double rest = s2 * (L0 + s4 * (L2 + s4 * (L4 + s4 * L6))) + s4 * (L1 + s4 * (L3 + s4 * L5));
        return k * Exponential.LN2_1 - (half - (s * (half + rest) + k * Exponential.LN2_2) - f);
    }

    static void of(double[] r, double[] x, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = of(x[l]);
        }
    }
}
