package descentlab.expression;

/**
 * The exponential function for lanes, within 1 unit in the last place and with the same bits on every platform, which Math.exp does not promise:
 * e^x = 2^k·e^r with |r| ≤ ln(2)/2, where ln 2 has two parts. {@link Elementals} writes the same, operation by operation, as WebAssembly.
 * Source: Muller, Elementary Functions, 3rd ed., 2016, sections 3.2 and 11.2; the coefficients interpolate at Chebyshev's points.
 */
final class Exponential {
    static final double LOG2_E = 1.4426950408889634;
    /** The first 42 bits of ln 2, so that its multiples are exact, and the rest. */
    static final double LN2_1 = 0x1.62e42fefa38p-1;
    static final double LN2_2 = 5.497923018708371e-14;
    /** Beyond these the result is infinity or 0. */
    static final double HIGHEST = 710;
    static final double LOWEST = -746;
    /** e^r = 1 + r + r²·(E0 + E1·r + …) */
    static final double E0 = 0.5;
    static final double E1 = 0.16666666666666669;
    static final double E2 = 0.041666666666624164;
    static final double E3 = 0.008333333333330065;
    static final double E4 = 0.001388888891719689;
    static final double E5 = 0.00019841269863040675;
    static final double E6 = 2.480152132210459e-05;
    static final double E7 = 2.7557268480106926e-06;
    static final double E8 = 2.762007600563138e-07;
    static final double E9 = 2.5100375929185925e-08;
    /** Where 2^k is a normal number. */
    static final double NORMAL = 708;

    private Exponential() {
    }

    static double of(double x) {
        double a = HIGHEST < x ? HIGHEST : x;
        a = a < LOWEST ? LOWEST : a;
        double k = a * LOG2_E + SineCosine.ROUNDER - SineCosine.ROUNDER;
        double head = a - k * LN2_1;
        double less = k * LN2_2;
        double r = head - less;
        double r2 = r * r;
        double p = E0 + r * E1 + r2 * (E2 + r * E3 + r2 * (E4 + r * E5 + r2 * (E6 + r * E7 + r2 * (E8 + r * E9))));
        double power = head - (less - r2 * p) + 1;
        int exponent = (int) k;
        if (Math.abs(a) <= NORMAL) {
            return power * Powers.ofTwo(exponent);
        }
        int half = exponent >> 1;
        return power * Powers.ofTwo(half) * Powers.ofTwo(exponent - half);
    }

    static void of(double[] r, double[] x, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = of(x[l]);
        }
    }
}
