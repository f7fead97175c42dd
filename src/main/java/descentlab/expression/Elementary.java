package descentlab.expression;

/**
 * The elementary functions that browsers' or TeaVM's Math lacks or computes naively, to a few units in the last place on every platform, from exp and
 * log alone. Sources: Kahan's forms of expm1 and log1p (in Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., section 1.14.1).
 */
public final class Elementary {
    private static final double LN2 = 0.6931471805599453;
    private static final double LN10 = 2.302585092994046;
    /** From here on e^-2x no longer changes 1. */
    static final double LARGE = 22;
    /** torch.nn.functional.softplus is the identity above this. */
    private static final double SOFTPLUS_THRESHOLD = 20;

    private Elementary() {
    }

    public static double log1p(double x) {
        double u = 1 + x;
        return u == 1 ? x : u - u != 0 ? Logarithm.of(u) : x / (u - 1) * Logarithm.of(u);
    }

    static double expm1(double x) {
        double u = Exponential.of(x);
        if (u == 1) {
            return x;
        }
        double less = u - 1;
        return less == -1 || u == Double.POSITIVE_INFINITY || Math.abs(x) > 1 ? less : x / Logarithm.of(u) * less;
    }

    static double sinh(double x) {
        double a = Math.abs(x);
        double sign = x < 0 ? -0.5 : 0.5;
        if (a > 709) {
            double half = Exponential.of(0.5 * a);
            return sign * half * half;
        }
        double e = expm1(a);
        return a < LARGE ? sign * (e + e / (e + 1)) : sign * Exponential.of(a);
    }

    static double cosh(double x) {
        double a = Math.abs(x);
        if (a > 709) {
            double half = Exponential.of(0.5 * a);
            return 0.5 * half * half;
        }
        double e = Exponential.of(a);
        return 0.5 * (e + 1 / e);
    }

    static double tanh(double x) {
        double a = Math.abs(x);
        if (a > LARGE) {
            return x < 0 ? -1 : 1;
        }
        double e = expm1(2 * a);
        double tanh = e / (e + 2);
        return x < 0 ? -tanh : tanh;
    }

    static double asinh(double x) {
        double a = Math.abs(x);
        double asinh = a > 1e8 ? Logarithm.of(a) + LN2 : log1p(a + a * a / (1 + Math.sqrt(1 + a * a)));
        return x < 0 ? -asinh : asinh;
    }

    static double acosh(double x) {
        return x > 1e8 ? Logarithm.of(x) + LN2 : log1p(x - 1 + Math.sqrt((x - 1) * (x + 1)));
    }

    static double atanh(double x) {
        double a = Math.abs(x);
        double atanh = 0.5 * log1p(2 * a / (1 - a));
        return x < 0 ? -atanh : atanh;
    }

    static double log10(double x) {
        double guess = Logarithm.of(x) / LN10;
        return exactPower(guess, 10, x);
    }

    static double log2(double x) {
        double guess = Logarithm.of(x) / LN2;
        return exactPower(guess, 2, x);
    }

    /** A logarithm that is a whole number is exactly that. */
    private static double exactPower(double guess, double base, double x) {
        double whole = Math.floor(guess + 0.5);
        return Math.abs(guess - whole) < 1e-12 * (1 + Math.abs(whole)) && Math.pow(base, whole) == x ? whole : guess;
    }

    /** One Newton step mends the rounding of the power. */
    static double cbrt(double x) {
        if (x == 0 || x - x != 0) {
            return x;
        }
        double a = Math.abs(x);
        double root = Math.pow(a, 1.0 / 3);
        root -= (root - a / (root * root)) / 3;
        return x < 0 ? -root : root;
    }

    static double sigmoid(double x) {
        if (x >= 0) {
            return 1 / (1 + Exponential.of(-x));
        }
        double e = Exponential.of(x);
        return e / (1 + e);
    }

    static double softplus(double x) {
        return x > SOFTPLUS_THRESHOLD ? x : log1p(Exponential.of(x));
    }

    static double softplusSlope(double x) {
        return x > SOFTPLUS_THRESHOLD ? 1 : sigmoid(x);
    }

    static double sign(double x) {
        return x > 0 ? 1 : x < 0 ? -1 : x;
    }
}
