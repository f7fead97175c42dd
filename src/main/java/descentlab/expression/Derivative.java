package descentlab.expression;

import static descentlab.expression.Operation.ADD;
import static descentlab.expression.Operation.DIVIDE;
import static descentlab.expression.Operation.GREATER;
import static descentlab.expression.Operation.MULTIPLY;
import static descentlab.expression.Operation.NEGATE;
import static descentlab.expression.Operation.POWER;
import static descentlab.expression.Operation.SUBTRACT;

import descentlab.expression.Graph.Node;

/**
 * The symbolic derivative of a node of a graph, added to the same graph, by the chain rule. Where the derivative of a part is 0 because the variable
 * is not in it, the part is left out and never multiplied by 0. At kinks the rules are PyTorch's: 0 for abs and relu at 0, half to each at a tie of
 * min and max.
 */
public final class Derivative {
    /** The derivative of what does not depend on the variable. */
    private static final int ZERO = -1;

    private final Graph graph;
    private final int variable;
    private final int[] derivatives;

    private Derivative(Graph graph, int node, int variable) {
        this.graph = graph;
        this.variable = variable;
        derivatives = new int[node + 1];
    }

    /** The node of ∂node/∂variable. */
    public static int of(Graph graph, int node, int variable) {
        return new Derivative(graph, node, variable).of(node);
    }

    private int of(int node) {
        boolean[] used = new boolean[node + 1];
        used[node] = true;
        for (int i = node; i >= 0; i--) {
            Node each = graph.node(i);
            if (used[i] && each.operation() != null) {
                used[each.a()] = true;
                if (each.b() != Graph.NONE) {
                    used[each.b()] = true;
                }
            }
        }
        for (int i = 0; i <= node; i++) {
            derivatives[i] = used[i] ? derivative(i, graph.node(i)) : ZERO;
        }
        return derivatives[node] == ZERO ? graph.constant(0) : derivatives[node];
    }

    private int derivative(int number, Node node) {
        if (node.operation() == null) {
            return node.isVariable() && node.a() == variable ? graph.constant(1) : ZERO;
        }
        int da = derivatives[node.a()];
        if (node.b() != Graph.NONE) {
            int db = derivatives[node.b()];
            return da == ZERO && db == ZERO ? ZERO : binary(number, node, da, db);
        }
        if (da == ZERO) {
            return ZERO;
        }
        return unary(number, node.operation(), node.a(), da);
    }

    private int binary(int number, Node node, int da, int db) {
        int a = node.a();
        int b = node.b();
        return switch (node.operation()) {
            case ADD -> sum(da, db);
            case SUBTRACT -> sum(da, db == ZERO ? ZERO : negated(db));
            case MULTIPLY -> sum(da == ZERO ? ZERO : times(da, b), db == ZERO ? ZERO : times(a, db));
            case DIVIDE -> quotient(number, b, da, db);
            case POWER -> power(number, a, b, da, db);
            case MAX -> sum(weighted(da, a, b), weighted(db, b, a));
            case MIN -> sum(weighted(da, b, a), weighted(db, a, b));
            default -> ZERO;
        };
    }

    private int sum(int a, int b) {
        return a == ZERO ? b : b == ZERO ? a : graph.call(ADD, a, b);
    }

    private int weighted(int derivative, int greater, int less) {
        return derivative == ZERO ? ZERO : times(derivative, graph.call(GREATER, greater, less));
    }

    /** PyTorch's form: its second term is (a/b)/b and not a/b², which overflows earlier. */
    private int quotient(int f, int b, int da, int db) {
        if (db == ZERO && graph.node(b).isConstant()) {
            return scaledByReciprocal(da, graph.node(b).value());
        }
        int byDividend = da == ZERO ? ZERO : over(da, b);
        int byDivisor = db == ZERO ? ZERO : negated(times(db, over(f, b)));
        return sum(byDividend, byDivisor);
    }

    private int power(int f, int base, int exponent, int dBase, int dExponent) {
        int byBase = ZERO;
        if (dBase != ZERO) {
            int lower = graph.call(SUBTRACT, exponent, graph.constant(1));
            byBase = times(times(exponent, graph.call(POWER, base, lower)), dBase);
        }
        int byExponent = dExponent == ZERO ? ZERO : times(dExponent, times(f, graph.call(Operation.LOG, base)));
        return sum(byBase, byExponent);
    }

    /**
     * As in PyTorch's derivatives.yaml, term by term.
     *
     * @param f the node itself; u its argument, du the argument's derivative
     */
    private int unary(int f, Operation operation, int u, int du) {
        return switch (operation) {
            case NEGATE -> negated(du);
            case SIN -> times(du, graph.call(Operation.COS, u));
            case COS -> negated(times(du, graph.call(Operation.SIN, u)));
            case TAN -> times(du, graph.call(ADD, one(), squared(f)));
            case COT -> negated(times(du, graph.call(ADD, one(), squared(f))));
            case SEC -> times(du, times(f, graph.call(Operation.TAN, u)));
            case CSC -> negated(times(du, times(f, graph.call(Operation.COT, u))));
            case ASIN -> over(du, root(graph.call(SUBTRACT, one(), squared(u))));
            case ACOS -> negated(over(du, root(graph.call(SUBTRACT, one(), squared(u)))));
            case ATAN -> over(du, graph.call(ADD, one(), squared(u)));
            case SINH -> times(du, graph.call(Operation.COSH, u));
            case COSH -> times(du, graph.call(Operation.SINH, u));
            case TANH -> times(du, graph.call(SUBTRACT, one(), squared(f)));
            case ASINH -> over(du, root(graph.call(ADD, squared(u), one())));
            case ACOSH -> over(du, root(graph.call(SUBTRACT, squared(u), one())));
            case ATANH -> over(du, graph.call(SUBTRACT, one(), squared(u)));
            case EXP -> times(du, f);
            case LOG -> over(du, u);
            case LOG10 -> over(du, times(graph.constant(Math.log(10)), u));
            case LOG2 -> over(du, times(graph.constant(Math.log(2)), u));
            case SQRT -> over(du, times(graph.constant(2), f));
            case CBRT -> over(du, times(graph.constant(3), squared(f)));
            case ABS -> times(du, graph.call(Operation.SIGN, u));
            case SIGMOID, SOFTPLUS_SLOPE -> times(du, times(f, graph.call(SUBTRACT, one(), f)));
            case RELU -> times(du, graph.call(Operation.POSITIVE, u));
            case SOFTPLUS -> times(du, graph.call(Operation.SOFTPLUS_SLOPE, u));
            default -> ZERO;
        };
    }

    private int one() {
        return graph.constant(1);
    }

    private int times(int a, int b) {
        return graph.call(MULTIPLY, a, b);
    }

    private int over(int a, int b) {
        return graph.call(DIVIDE, a, b);
    }

    private int negated(int a) {
        return graph.call(NEGATE, a);
    }

    private int squared(int a) {
        return graph.call(POWER, a, graph.constant(2));
    }

    private int root(int a) {
        return graph.call(Operation.SQRT, a);
    }

    /** As PyTorch's chain rule, which divides 1 by the constant and then multiplies: it differs from u′/c in the last digit. */
    private int scaledByReciprocal(int derivative, double divisor) {
        return derivative == ZERO ? ZERO : graph.call(MULTIPLY, graph.constant(1 / divisor), derivative);
    }
}
