package descentlab.experiment;

import descentlab.expression.Expression;
import descentlab.expression.Expression.Call;
import descentlab.expression.Expression.Number;
import descentlab.expression.Expression.Variable;
import descentlab.expression.Operation;
import descentlab.message.Numerals;
import java.util.List;

/** A language that a run can be copied in, and how a formula is written in it. */
public enum Language {
    PYTORCH("torch."), NUMPY("np."), JAVA("Math.");

    private final String library;

    Language(String library) {
        this.library = library;
    }

    String library() {
        return library;
    }

    /** A number that stays a fraction in Java: 1.0 and not 1. */
    static String number(double value) {
        String text = Numerals.exact(value);
        return text.indexOf('.') < 0 && text.indexOf('e') < 0 ? text + ".0" : text;
    }

    /** A formula of x and y, which stand in an array x. */
    String code(Expression expression) {
        if (expression instanceof Number number) {
            String text = number(number.value());
            return number.value() < 0 ? "(" + text + ")" : text;
        } else if (expression instanceof Variable variable) {
            return variable.name().equals("x") ? "x[0]" : "x[1]";
        }
        Call call = (Call) expression;
        String a = code(call.arguments().get(0));
        String b = call.arguments().size() > 1 ? code(call.arguments().get(1)) : "";
        return switch (call.operation()) {
            case ADD -> "(" + a + " + " + b + ")";
            case SUBTRACT -> "(" + a + " - " + b + ")";
            case MULTIPLY -> a + " * " + b;
            case DIVIDE -> "(" + a + " / (" + b + "))";
            case NEGATE -> "(-" + a + ")";
            case POWER -> this == JAVA ? "Math.pow(" + a + ", " + b + ")" : "(" + a + ") ** (" + b + ")";
            default -> function(call.operation(), tensor(call, 0, a), b.isEmpty() ? b : tensor(call, 1, b));
        };
    }

    /** PyTorch's functions take no plain numbers. */
    private String tensor(Call call, int argument, String code) {
        return this == PYTORCH && isConstant(call.arguments().get(argument)) ? "torch.tensor(" + code + ")" : code;
    }

    private static boolean isConstant(Expression expression) {
        boolean constant = !(expression instanceof Variable);
        if (expression instanceof Call call) {
            for (Expression argument : call.arguments()) {
                constant &= isConstant(argument);
            }
        }
        return constant;
    }

    private String function(Operation operation, String a, String b) {
        return switch (operation) {
            case COT -> "(1 / " + call("tan", a) + ")";
            case SEC -> "(1 / " + call("cos", a) + ")";
            case CSC -> "(1 / " + call("sin", a) + ")";
            case ASIN, ACOS, ATAN -> call((this == NUMPY ? "arc" : "a") + operation.names().get(0).substring(3), a);
            case ASINH, ACOSH, ATANH -> inverseHyperbolic(operation, a);
            case LOG -> call("log", a);
            case LOG2 -> this == JAVA ? "(Math.log(" + a + ") / Math.log(2))" : call("log2", a);
            case CBRT -> this == PYTORCH ? "torch.sign(" + a + ") * torch.abs(" + a + ") ** (1 / 3)" : call("cbrt", a);
            case SIGN -> call(this == JAVA ? "signum" : "sign", a);
            case SIGMOID, SOFTPLUS_SLOPE -> "(1 / (1 + " + call("exp", "-(" + a + ")") + "))";
            case RELU -> this == PYTORCH ? "torch.relu(" + a + ")" : call(this == JAVA ? "max" : "maximum", a + ", 0.0");
            case SOFTPLUS -> this == PYTORCH ? "torch.nn.functional.softplus(" + a + ")" : this == NUMPY ? "np.logaddexp(0.0, " + a + ")"
                    : "(Math.max(" + a + ", 0.0) + Math.log1p(Math.exp(-Math.abs(" + a + "))))";
            case MIN, MAX -> call(operation.names().get(0) + (this == JAVA ? "" : "imum"), a + ", " + b);
            case POSITIVE -> this == JAVA ? "(" + a + " > 0 ? 1.0 : 0.0)" : "np.heaviside(" + a + ", 0.0)";
            case GREATER -> this == JAVA ? "(1 + Math.signum(" + a + " - " + b + ")) / 2" : "np.heaviside(" + a + " - " + b + ", 0.5)";
            default -> call(operation.names().get(0), a);
        };
    }

    private String inverseHyperbolic(Operation operation, String a) {
        if (this != JAVA) {
            return call((this == NUMPY ? "arc" : "a") + operation.names().get(0).substring(2), a);
        }
        return switch (operation) {
            case ASINH -> "Math.signum(" + a + ") * Math.log(Math.abs(" + a + ") + Math.sqrt(" + a + " * " + a + " + 1))";
            case ACOSH -> "Math.log(" + a + " + Math.sqrt(" + a + " * " + a + " - 1))";
            default -> "(Math.log((1 + " + a + ") / (1 - " + a + ")) / 2)";
        };
    }

    private String call(String function, String arguments) {
        return library + function + "(" + arguments + ")";
    }

    /** The formulas, separated by commas. */
    String list(List<Expression> formulas) {
        StringBuilder text = new StringBuilder();
        for (Expression formula : formulas) {
            text.append(text.isEmpty() ? "" : ", ").append(code(formula));
        }
        return text.toString();
    }
}
