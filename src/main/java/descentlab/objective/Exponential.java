package descentlab.objective;

/**
 * eˣ for kernels over many examples, to about one unit in the last place and a few times as fast as a browser's: x = n·ln 2/32 + r, and e^r by its
 * series, the rest from tables. Source: Tang, Table-driven implementation of the exponential function, 1989.
 */
final class Exponential {
    static final Exponential SHARED = new Exponential();

    private static final double PARTS = 32;
    private static final double PER_PART = PARTS / Math.log(2);
    /** ln 2 in two parts, so that n times the first has no rounding. */
    private static final double LN2_HIGH = 6.93147180369123816490e-01 / PARTS;
    private static final double LN2_LOW = 1.90821492927058770002e-10 / PARTS;
    /** Outside of these the value is no double any more but 0 or infinite; it is that at the bound. */
    private static final double LOWEST = -745;
    private static final double HIGHEST = 709;
    private static final int LEAST_POWER = -1080;
    /** e^±44 is nothing beside 1, or 1 beside it: tanh is ±1 from half of that on. */
    private static final double FLAT = 44;
    /**
     * Added before the fraction is cut off, so that n is the nearest whole number on either side of 0 and no branch depends on the sign: beyond 745 and
     * beyond 44 in units of ln 2/32, so that NaN, which is cut to 0, has a place in the tables too.
     */
    private static final int ZERO = 34_400;
    private static final int MODERATE_ZERO = 2040;

    private final double[] roots = new double[(int) PARTS];
    private final double[] powers = new double[1024 - LEAST_POWER];
    /** 2^(n/32) for the n of ±44, the middle one for 0. */
    private final double[] moderate = new double[2 * MODERATE_ZERO + 1];

    private Exponential() {
        for (int k = 0; k < roots.length; k++) {
            roots[k] = Math.pow(2, k / PARTS);
        }
        for (int k = 0; k < powers.length; k++) {
            powers[k] = Math.pow(2, k + LEAST_POWER);
        }
        for (int k = 0; k < moderate.length; k++) {
            int n = k - MODERATE_ZERO;
            moderate[k] = roots[n & 31] * powers[(n >> 5) - LEAST_POWER];
        }
    }

    double exp(double x) {
        double held = x < LOWEST ? LOWEST : x > HIGHEST ? HIGHEST : x;
        int n = (int) (held * PER_PART + (ZERO + 0.5)) - ZERO;
        double scale = roots[n & 31] * powers[(n >> 5) - LEAST_POWER];
        return scale + scale * series(held - n * LN2_HIGH - n * LN2_LOW);
    }

    /** e²ˣ − 1 over e²ˣ + 1, without loss of digits near 0. */
    double tanh(double x) {
        double twice = 2 * x;
        double held = twice > FLAT ? FLAT : twice < -FLAT ? -FLAT : twice;
        int place = (int) (held * PER_PART + (MODERATE_ZERO + 0.5));
        int n = place - MODERATE_ZERO;
        double scale = moderate[place];
        double less = scale - 1 + scale * series(held - n * LN2_HIGH - n * LN2_LOW);
        return less / (less + 2);
    }

    double sigmoid(double x) {
        return 1 / (1 + exp(-x));
    }

    /** e^r − 1 for |r| ≤ ln 2/64. */
    private static double series(double r) {
        return r + r * r * (1.0 / 2 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120 + r * (1.0 / 720)))));
    }
}
