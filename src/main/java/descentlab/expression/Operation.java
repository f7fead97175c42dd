package descentlab.expression;

import java.util.List;

/** Every operation of a formula: its names as they can be typed, the one shown first, and how many arguments it takes. */
public enum Operation {
    ADD(2), SUBTRACT(2), MULTIPLY(2), DIVIDE(2), POWER(2), NEGATE(1),
    MIN(2, "min"), MAX(2, "max"),
    SIN(1, "sin"), COS(1, "cos"), TAN(1, "tan", "tg"), COT(1, "cot", "ctg"), SEC(1, "sec"), CSC(1, "csc", "cosec"),
    ASIN(1, "arcsin", "asin"), ACOS(1, "arccos", "acos"), ATAN(1, "arctan", "atan"),
    SINH(1, "sinh"), COSH(1, "cosh"), TANH(1, "tanh"),
    ASINH(1, "arsinh", "asinh", "arcsinh"), ACOSH(1, "arcosh", "acosh", "arccosh"), ATANH(1, "artanh", "atanh", "arctanh"),
    EXP(1, "exp"), LOG(1, "ln", "log"), LOG10(1, "log10", "lg"), LOG2(1, "log2"), SQRT(1, "sqrt"), CBRT(1, "cbrt"),
    ABS(1, "abs"), SIGN(1, "sign", "sgn"), FLOOR(1, "floor"), CEIL(1, "ceil"),
    SIGMOID(1, "sigmoid"), RELU(1, "relu"), SOFTPLUS(1, "softplus"),
    /** 1 where u &gt; 0, else 0: the derivative of relu, PyTorch's at 0. */
    POSITIVE(1),
    /** 1 where a &gt; b, ½ where equal, else 0: the derivative of max by a, PyTorch's at a tie. */
    GREATER(2),
    /** The derivative of softplus: sigmoid, but 1 where PyTorch's softplus is the identity. */
    SOFTPLUS_SLOPE(1);

    private final int arity;
    private final List<String> names;

    Operation(int arity, String... names) {
        this.arity = arity;
        this.names = List.of(names);
    }

    public int arity() {
        return arity;
    }

    /** As they can be typed, in lower case; empty for what is written with signs. */
    public List<String> names() {
        return names;
    }
}
