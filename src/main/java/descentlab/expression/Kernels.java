package descentlab.expression;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * The kernel of each operation. Each that is often used is one small loop of its own, which compilers turn into tight code; a tape calls them as
 * objects, since TeaVM would gather what a switch calls into one large function that browsers compile badly.
 */
final class Kernels {
    private Kernels() {
    }

    static double value(Operation operation, double p, double q) {
        return single(operation).applyAsDouble(p, q);
    }

    /** An operation on single numbers. */
    static DoubleBinaryOperator single(Operation operation) {
        Kernel kernel = of(operation);
        double[] r = new double[1];
        double[] s = new double[1];
        double[] a = new double[1];
        double[] b = new double[1];
        return (p, q) -> {
            a[0] = p;
            b[0] = q;
            kernel.apply(r, s, a, b, 1);
            return r[0];
        };
    }

    static Kernel of(Operation operation) {
        return switch (operation) {
            case ADD -> Kernels::add;
            case SUBTRACT -> Kernels::subtract;
            case MULTIPLY -> Kernels::multiply;
            case DIVIDE -> Kernels::divide;
            case POWER -> Kernels::power;
            case MIN -> Kernels::min;
            case MAX -> Kernels::max;
            case GREATER -> Kernels::greater;
            case NEGATE -> Kernels::negate;
            case SIN -> (r, s, p, q, n) -> SineCosine.of(r, s, p, n);
            case COS -> (r, s, p, q, n) -> SineCosine.of(s, r, p, n);
            case EXP -> (r, s, p, q, n) -> Exponential.of(r, p, n);
            case LOG -> (r, s, p, q, n) -> Logarithm.of(r, p, n);
            case SQRT -> Kernels::sqrt;
            case ABS -> Kernels::abs;
            case SIGN -> Kernels::sign;
            case RELU -> Kernels::relu;
            case POSITIVE -> Kernels::positive;
            case SIGMOID -> Kernels::sigmoid;
            case TANH -> Kernels::tanh;
            case TAN -> each(Math::tan);
            case COT -> each(x -> 1 / Math.tan(x));
            case SEC -> each(x -> 1 / Math.cos(x));
            case CSC -> each(x -> 1 / Math.sin(x));
            case ASIN -> each(Math::asin);
            case ACOS -> each(Math::acos);
            case ATAN -> each(Math::atan);
            case SINH -> each(Elementary::sinh);
            case COSH -> each(Elementary::cosh);
            case ASINH -> each(Elementary::asinh);
            case ACOSH -> each(Elementary::acosh);
            case ATANH -> each(Elementary::atanh);
            case LOG10 -> each(Elementary::log10);
            case LOG2 -> each(Elementary::log2);
            case CBRT -> each(Elementary::cbrt);
            case FLOOR -> each(Math::floor);
            case CEIL -> each(Math::ceil);
            case SOFTPLUS -> each(Elementary::softplus);
            case SOFTPLUS_SLOPE -> each(Elementary::softplusSlope);
        };
    }

    /** The kernel where an operand is the same number in all lanes: one array fewer to read. */
    static Kernel of(Operation operation, boolean constantP, boolean constantQ) {
        if (constantP && !constantQ) {
            switch (operation) {
                case ADD:
                    return Kernels::addToConstant;
                case SUBTRACT:
                    return Kernels::subtractFromConstant;
                case MULTIPLY:
                    return Kernels::multiplyConstant;
                default:
                    return of(operation);
            }
        }
        return constantQ && operation == Operation.SUBTRACT ? Kernels::subtractConstant : of(operation);
    }

    /** For what is seldom used, or slow enough for a call in each lane not to matter. */
    private static Kernel each(DoubleUnaryOperator function) {
        return (r, s, p, q, n) -> {
            for (int l = 0; l < n; l++) {
                r[l] = function.applyAsDouble(p[l]);
            }
        };
    }

    /** n numbers of p from a place on, to r from a place on; faster than TeaVM's System.arraycopy. */
    static void copy(double[] p, int from, double[] r, int to, int n) {
        for (int l = 0; l < n; l++) {
            r[to + l] = p[from + l];
        }
    }

    private static void add(double[] r, double[] s, double[] p, double[] q, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = p[l] + q[l];
        }
    }

    private static void subtract(double[] r, double[] s, double[] p, double[] q, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = p[l] - q[l];
        }
    }

    private static void multiply(double[] r, double[] s, double[] p, double[] q, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = p[l] * q[l];
        }
    }

    private static void addToConstant(double[] r, double[] s, double[] p, double[] q, int n) {
        double constant = p[0];
        for (int l = 0; l < n; l++) {
            r[l] = constant + q[l];
        }
    }

    private static void subtractFromConstant(double[] r, double[] s, double[] p, double[] q, int n) {
        double constant = p[0];
        for (int l = 0; l < n; l++) {
            r[l] = constant - q[l];
        }
    }

    private static void subtractConstant(double[] r, double[] s, double[] p, double[] q, int n) {
        double constant = q[0];
        for (int l = 0; l < n; l++) {
            r[l] = p[l] - constant;
        }
    }

    private static void multiplyConstant(double[] r, double[] s, double[] p, double[] q, int n) {
        double constant = p[0];
        for (int l = 0; l < n; l++) {
            r[l] = constant * q[l];
        }
    }

    private static void divide(double[] r, double[] s, double[] p, double[] q, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = p[l] / q[l];
        }
    }

    private static void power(double[] r, double[] s, double[] p, double[] q, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = Math.pow(p[l], q[l]);
        }
    }

    /** NaN where either is. */
    private static void min(double[] r, double[] s, double[] p, double[] q, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = p[l] != p[l] || p[l] < q[l] ? p[l] : q[l];
        }
    }

    private static void max(double[] r, double[] s, double[] p, double[] q, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = p[l] != p[l] || p[l] > q[l] ? p[l] : q[l];
        }
    }

    private static void greater(double[] r, double[] s, double[] p, double[] q, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = p[l] > q[l] ? 1 : p[l] < q[l] ? 0 : p[l] == q[l] ? 0.5 : Double.NaN;
        }
    }

    /** A product, since TeaVM 0.15 writes −p as 0 − p in WebAssembly, which has the wrong sign for p = 0. */
    private static void negate(double[] r, double[] s, double[] p, double[] q, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = p[l] * -1;
        }
    }

    private static void sqrt(double[] r, double[] s, double[] p, double[] q, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = Math.sqrt(p[l]);
        }
    }

    private static void abs(double[] r, double[] s, double[] p, double[] q, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = Math.abs(p[l]);
        }
    }

    private static void sign(double[] r, double[] s, double[] p, double[] q, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = Elementary.sign(p[l]);
        }
    }

    private static void relu(double[] r, double[] s, double[] p, double[] q, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = p[l] != p[l] || p[l] > 0 ? p[l] : 0;
        }
    }

    private static void positive(double[] r, double[] s, double[] p, double[] q, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = p[l] > 0 ? 1 : p[l] <= 0 ? 0 : Double.NaN;
        }
    }

    private static void sigmoid(double[] r, double[] s, double[] p, double[] q, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = Elementary.sigmoid(p[l]);
        }
    }

    private static void tanh(double[] r, double[] s, double[] p, double[] q, int n) {
        for (int l = 0; l < n; l++) {
            r[l] = Elementary.tanh(p[l]);
        }
    }
}
