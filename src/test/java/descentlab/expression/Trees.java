package descentlab.expression;

import descentlab.expression.Expression.Call;
import descentlab.expression.Expression.Number;
import descentlab.expression.Expression.Variable;
import descentlab.message.Numerals;
import java.util.List;
import org.hipparchus.analysis.differentiation.DerivativeStructure;

/** Trees read in three more ways than the program does: as compact text, as a number, and as derivatives by Hipparchus. */
final class Trees {
    private static final double SATURATED = 6;

    private Trees() {
    }

    /** Fully bracketed: "(x + (2 · sin(x)))". */
    static String text(Expression expression) {
        if (expression instanceof Number number) {
            return number.value() == Math.PI ? "π" : number.value() == Math.E ? "e" : Numerals.exact(number.value());
        } else if (expression instanceof Variable variable) {
            return variable.name();
        }
        Call call = (Call) expression;
        String a = text(call.arguments().get(0));
        return switch (call.operation()) {
            case ADD -> "(" + a + " + " + text(call.arguments().get(1)) + ")";
            case SUBTRACT -> "(" + a + " - " + text(call.arguments().get(1)) + ")";
            case MULTIPLY -> "(" + a + " * " + text(call.arguments().get(1)) + ")";
            case DIVIDE -> "(" + a + " / " + text(call.arguments().get(1)) + ")";
            case POWER -> "(" + a + " ^ " + text(call.arguments().get(1)) + ")";
            case NEGATE -> "-" + a;
            case MIN, MAX, GREATER -> call.operation().name().toLowerCase() + "(" + a + ", " + text(call.arguments().get(1)) + ")";
            default -> call.operation().name().toLowerCase() + "(" + a + ")";
        };
    }

    /** The value at a point, read straight from the tree; powers with a constant whole exponent are products, those of e are exp. */
    static double value(Expression expression, double... point) {
        if (expression instanceof Number number) {
            return number.value();
        } else if (expression instanceof Variable variable) {
            return point[variable.name().equals("x") ? 0 : 1];
        }
        Call call = (Call) expression;
        double a = value(call.arguments().get(0), point);
        if (call.arguments().size() == 1) {
            return Kernels.value(call.operation(), a, 0);
        }
        double b = value(call.arguments().get(1), point);
        return switch (call.operation()) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case MIN -> a != a || b != b ? Double.NaN : Math.min(a, b);
            case MAX -> a != a || b != b ? Double.NaN : Math.max(a, b);
            default -> power(isConstant(call.arguments().get(0)), a, isConstant(call.arguments().get(1)), b);
        };
    }

    private static double power(boolean constantBase, double a, boolean constantExponent, double b) {
        if (constantExponent && !constantBase) {
            boolean product = b == Math.rint(b) && b != 0 && Math.abs(b) <= 64;
            double power = Math.abs(b) == 0.5 ? Math.sqrt(a) : product ? product(a, (int) Math.abs(b)) : Math.pow(a, b);
            return b < 0 && (product || b == -0.5) ? 1 / power : power;
        }
        return constantBase && !constantExponent && a == Math.E ? Exponential.of(b) : Math.pow(a, b);
    }

    private static double product(double a, int exponent) {
        if (exponent == 1) {
            return a;
        }
        double half = product(a, exponent / 2);
        return exponent % 2 == 0 ? half * half : half * half * a;
    }

    private static boolean isConstant(Expression expression) {
        return expression instanceof Number || expression instanceof Call call && call.arguments().stream().allMatch(Trees::isConstant);
    }

    /**
     * The formula on Hipparchus' derivative structures: its value and derivatives at a point. NaN where a sigmoid or tanh is saturated, as PyTorch's
     * rules for them, s(1 − s) and 1 − t², have lost digits there, and for powers of 0, for which Hipparchus gives 0 even
     * where the exponent is negative.
     *
     * @param error how far the constants that are not whole are off, relatively
     */
    static DerivativeStructure derivatives(Expression expression, List<DerivativeStructure> point, double error) {
        if (expression instanceof Number number) {
            boolean whole = number.value() == Math.rint(number.value());
            return point.get(0).getFactory().constant(whole ? number.value() : number.value() * (1 + error));
        } else if (expression instanceof Variable variable) {
            return point.get(variable.name().equals("x") ? 0 : 1);
        }
        Call call = (Call) expression;
        DerivativeStructure a = derivatives(call.arguments().get(0), point, error);
        if (call.arguments().size() == 1) {
            return unary(call.operation(), a);
        }
        DerivativeStructure b = derivatives(call.arguments().get(1), point, error);
        return switch (call.operation()) {
            case ADD -> a.add(b);
            case SUBTRACT -> a.subtract(b);
            case MULTIPLY -> a.multiply(b);
            case DIVIDE -> a.divide(b);
            case POWER -> power(a, b, isConstant(call.arguments().get(1)));
            case MIN -> a.getValue() < b.getValue() ? a : b;
            case MAX -> a.getValue() > b.getValue() ? a : b;
            default -> throw new IllegalArgumentException(call.operation().name());
        };
    }

    private static DerivativeStructure power(DerivativeStructure a, DerivativeStructure b, boolean constant) {
        boolean polynomial = constant && b.getValue() >= 0 && b.getValue() == Math.rint(b.getValue());
        if (a.getValue() == 0 && !polynomial) {
            return a.getFactory().constant(Double.NaN);
        }
        return constant ? a.pow(b.getValue()) : a.pow(b);
    }

    private static DerivativeStructure unary(Operation operation, DerivativeStructure a) {
        boolean saturates = operation == Operation.SIGMOID || operation == Operation.TANH || operation == Operation.SOFTPLUS;
        if (saturates && Math.abs(a.getValue()) > SATURATED) {
            return a.getFactory().constant(Double.NaN);
        }
        return switch (operation) {
            case NEGATE -> a.negate();
            case SIN -> a.sin();
            case COS -> a.cos();
            case TAN -> a.tan();
            case COT -> a.tan().reciprocal();
            case SEC -> a.cos().reciprocal();
            case CSC -> a.sin().reciprocal();
            case ASIN -> a.asin();
            case ACOS -> a.acos();
            case ATAN -> a.atan();
            case SINH -> a.sinh();
            case COSH -> a.cosh();
            case TANH -> a.tanh();
            case ASINH -> a.asinh();
            case ACOSH -> a.acosh();
            case ATANH -> a.atanh();
            case EXP -> a.exp();
            case LOG -> a.log();
            case LOG10 -> a.log10();
            case LOG2 -> a.log().divide(Math.log(2));
            case SQRT -> a.sqrt();
            case CBRT -> a.cbrt();
            case ABS -> a.abs();
            case SIGN -> a.sign();
            case FLOOR -> a.floor();
            case CEIL -> a.ceil();
            case SIGMOID -> a.negate().exp().add(1).reciprocal();
            case RELU -> a.getValue() > 0 ? a : a.getField().getZero();
            case SOFTPLUS -> a.exp().log1p();
            default -> throw new IllegalArgumentException(operation.name());
        };
    }
}
