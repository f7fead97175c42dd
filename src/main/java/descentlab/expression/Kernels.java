package descentlab.expression;

/** Each operation over lanes: one small loop an operation, which compilers turn into tight code, and for one value. r may be p or q. */
final class Kernels {
    private Kernels() {
    }

    static double value(Operation operation, double p, double q) {
        double[] r = {0};
        apply(operation, r, new double[] {p}, new double[] {q}, 1);
        return r[0];
    }

    static void apply(Operation operation, double[] r, double[] p, double[] q, int n) {
        switch (operation) {
            case ADD -> add(r, p, q, n);
            case SUBTRACT -> subtract(r, p, q, n);
            case MULTIPLY -> multiply(r, p, q, n);
            case DIVIDE -> divide(r, p, q, n);
            case POWER -> power(r, p, q, n);
            case MIN -> min(r, p, q, n);
            case MAX -> max(r, p, q, n);
            case GREATER -> greater(r, p, q, n);
            case NEGATE -> negate(r, p, n);
            case SIN -> sin(r, p, n);
            case COS -> cos(r, p, n);
            case EXP -> exp(r, p, n);
            case LOG -> log(r, p, n);
            case SQRT -> sqrt(r, p, n);
            case ABS -> abs(r, p, n);
            default -> rare(operation, r, p, n);
        }
    }

    private static void add(double[] r, double[] p, double[] q, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = p[l] + q[l];
        }
    }

    private static void subtract(double[] r, double[] p, double[] q, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = p[l] - q[l];
        }
    }

    private static void multiply(double[] r, double[] p, double[] q, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = p[l] * q[l];
        }
    }

    private static void divide(double[] r, double[] p, double[] q, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = p[l] / q[l];
        }
    }

    private static void power(double[] r, double[] p, double[] q, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = Math.pow(p[l], q[l]);
        }
    }

    /** NaN where either is. */
    private static void min(double[] r, double[] p, double[] q, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = p[l] != p[l] || p[l] < q[l] ? p[l] : q[l];
        }
    }

    private static void max(double[] r, double[] p, double[] q, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = p[l] != p[l] || p[l] > q[l] ? p[l] : q[l];
        }
    }

    private static void greater(double[] r, double[] p, double[] q, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = p[l] > q[l] ? 1 : p[l] < q[l] ? 0 : p[l] == q[l] ? 0.5 : Double.NaN;
        }
    }

    private static void negate(double[] r, double[] p, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = -p[l];
        }
    }

    private static void sin(double[] r, double[] p, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = Math.sin(p[l]);
        }
    }

    private static void cos(double[] r, double[] p, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = Math.cos(p[l]);
        }
    }

    private static void exp(double[] r, double[] p, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = Math.exp(p[l]);
        }
    }

    private static void log(double[] r, double[] p, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = Math.log(p[l]);
        }
    }

    private static void sqrt(double[] r, double[] p, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = Math.sqrt(p[l]);
        }
    }

    private static void abs(double[] r, double[] p, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = Math.abs(p[l]);
        }
    }

    /** The operations that are seldom used, or slow enough for a choice in each lane not to matter. */
    private static void rare(Operation operation, double[] r, double[] p, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = rare(operation, p[l]);
        }
    }

    private static double rare(Operation operation, double x) {
        return switch (operation) {
            case TAN -> Math.tan(x);
            case COT -> 1 / Math.tan(x);
            case SEC -> 1 / Math.cos(x);
            case CSC -> 1 / Math.sin(x);
            case ASIN -> Math.asin(x);
            case ACOS -> Math.acos(x);
            case ATAN -> Math.atan(x);
            case SINH -> Elementary.sinh(x);
            case COSH -> Elementary.cosh(x);
            case TANH -> Elementary.tanh(x);
            case ASINH -> Elementary.asinh(x);
            case ACOSH -> Elementary.acosh(x);
            case ATANH -> Elementary.atanh(x);
            case LOG10 -> Elementary.log10(x);
            case LOG2 -> Elementary.log2(x);
            case CBRT -> Elementary.cbrt(x);
            case SIGN -> Elementary.sign(x);
            case FLOOR -> Math.floor(x);
            case CEIL -> Math.ceil(x);
            case SIGMOID -> Elementary.sigmoid(x);
            case RELU -> x != x || x > 0 ? x : 0;
            case SOFTPLUS -> Elementary.softplus(x);
            case SOFTPLUS_SLOPE -> Elementary.softplusSlope(x);
            case POSITIVE -> x > 0 ? 1 : x <= 0 ? 0 : Double.NaN;
            default -> throw new IllegalArgumentException(operation.name());
        };
    }
}
