package descentlab.expression;

import descentlab.expression.Expression.Call;
import descentlab.expression.Expression.Number;
import descentlab.expression.Expression.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Formulas as a directed acyclic graph in which equal parts are one node. Nodes are numbered so that arguments come before what uses them. New nodes
 * are simplified only where that changes no bit of any value: nothing is reassociated, and u + 0 (which is 0 for −0), 0·u, u/u and u − u stay, so
 * that rounding, overflow and NaN are those of the formula as written and of the plain chain rule, which is what PyTorch computes. What is shown is
 * simplified further.
 */
public final class Graph {
    /** No argument. */
    static final int NONE = -1;

    /** A constant (operation null, value), a variable (operation null, a = its index), or an operation on nodes a and b. */
    record Node(Operation operation, int a, int b, double value) {
        boolean isConstant() {
            return operation == null && a == NONE;
        }

        boolean isVariable() {
            return operation == null && a != NONE;
        }
    }

    private final List<String> variables;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Node, Integer> numbers = new HashMap<>();

    /** @param variables the names of the coordinates, in their order */
    public Graph(List<String> variables) {
        this.variables = variables;
    }

    Node node(int number) {
        return nodes.get(number);
    }

    int variables() {
        return variables.size();
    }

    String variableName(int index) {
        return variables.get(index);
    }

    /** Whether a formula that was added has the variable of this index in it. */
    public boolean uses(int variable) {
        return numbers.containsKey(new Node(null, variable, NONE, 0));
    }

    /** Whether a formula that was added, or a derivative, has one of these operations in it. */
    public boolean usesAny(Operation... operations) {
        boolean uses = false;
        for (Node node : nodes) {
            for (Operation operation : operations) {
                uses |= node.operation == operation;
            }
        }
        return uses;
    }

    /** Whether the formulas that were added, and their derivatives, have neither kinks nor jumps nor poles. */
    public boolean isSmooth() {
        boolean smooth = true;
        for (Node node : nodes) {
            smooth &= node.operation == null || isSmooth(node);
        }
        return smooth;
    }

    private boolean isSmooth(Node node) {
        return switch (node.operation) {
            case ADD, SUBTRACT, MULTIPLY, NEGATE, SIN, COS, ATAN, SINH, COSH, TANH, ASINH, EXP, SIGMOID -> true;
            case DIVIDE -> nodes.get(node.b).isConstant();
            case POWER -> nodes.get(node.b).value >= 0 && nodes.get(node.b).value == Math.floor(nodes.get(node.b).value) && nodes.get(node.b).isConstant();
            default -> false;
        };
    }

    int constant(double value) {
        return intern(new Node(null, NONE, NONE, value));
    }

    int variable(int index) {
        return intern(new Node(null, index, NONE, 0));
    }

    /** The node of a formula. */
    public int add(Expression expression) {
        return add(expression, null);
    }

    /**
     * The node of a formula in which the variables stand for other nodes. A sum of a thousand terms is as deep on its left, where this therefore does
     * not recur.
     *
     * @param meanings the node of each variable; null where each stands for itself
     */
    int add(Expression expression, int[] meanings) {
        List<Call> calls = new ArrayList<>();
        Expression left = expression;
        while (left instanceof Call call) {
            calls.add(call);
            left = call.arguments().get(0);
        }
        int number = left instanceof Number leaf ? constant(leaf.value()) : meaning(variables.indexOf(((Variable) left).name()), meanings);
        for (int i = calls.size() - 1; i >= 0; i--) {
            Call call = calls.get(i);
            number = call.arguments().size() == 1 ? call(call.operation(), number) : call(call.operation(), number, add(call.arguments().get(1), meanings));
        }
        return number;
    }

    private int meaning(int variable, int[] meanings) {
        return meanings == null ? variable(variable) : meanings[variable];
    }

    /** Back to a tree, for typesetting, see {@link Notation}. Parts that are shared are shared objects. */
    public Expression expression(int number) {
        return Notation.of(this, number);
    }

    private int intern(Node node) {
        Integer known = numbers.get(node);
        if (known != null) {
            return known;
        }
        nodes.add(node);
        numbers.put(node, nodes.size() - 1);
        return nodes.size() - 1;
    }

    int call(Operation operation, int a) {
        Node node = nodes.get(a);
        if (node.isConstant()) {
            return constant(Kernels.value(operation, node.value, 0));
        }
        return operation == Operation.NEGATE ? negative(a) : intern(new Node(operation, a, NONE, 0));
    }

    int call(Operation operation, int a, int b) {
        Node left = nodes.get(a);
        Node right = nodes.get(b);
        if (left.isConstant() && right.isConstant()) {
            return constant(Kernels.value(operation, left.value, right.value));
        }
        return switch (operation) {
            case ADD -> sum(a, b);
            case SUBTRACT -> difference(a, b);
            case MULTIPLY -> product(a, b);
            case DIVIDE -> quotient(a, b);
            case POWER -> power(a, b);
            default -> intern(new Node(operation, a, b, 0));
        };
    }

    /** a + b is b + a bit for bit, as a·b is b·a. */
    private int commutative(Operation operation, int a, int b) {
        Integer swapped = numbers.get(new Node(operation, b, a, 0));
        return swapped != null ? swapped : intern(new Node(operation, a, b, 0));
    }

    private boolean is(int node, double value) {
        return nodes.get(node).isConstant() && nodes.get(node).value == value;
    }

    private boolean isNegative(int node) {
        return nodes.get(node).operation == Operation.NEGATE;
    }

    private int negative(int a) {
        Node node = nodes.get(a);
        if (node.operation == Operation.NEGATE) {
            return node.a;
        }
        if (node.operation == Operation.MULTIPLY && nodes.get(node.a).isConstant()) {
            return product(constant(-nodes.get(node.a).value), node.b);
        }
        return intern(new Node(Operation.NEGATE, a, NONE, 0));
    }

    private int sum(int a, int b) {
        if (a == b) {
            return product(constant(2), a);
        }
        if (isNegative(b)) {
            return difference(a, nodes.get(b).a);
        }
        return isNegative(a) ? difference(b, nodes.get(a).a) : commutative(Operation.ADD, a, b);
    }

    private int difference(int a, int b) {
        return isNegative(b) ? sum(a, nodes.get(b).a) : intern(new Node(Operation.SUBTRACT, a, b, 0));
    }

    /** A constant stands on the left; signs are collected. */
    private int product(int a, int b) {
        if (nodes.get(b).isConstant() && !nodes.get(a).isConstant()) {
            return product(b, a);
        }
        if (is(a, 1) || is(a, -1)) {
            return is(a, 1) ? b : call(Operation.NEGATE, b);
        }
        if (isNegative(b)) {
            int factor = nodes.get(b).a;
            return nodes.get(a).isConstant() ? product(constant(-nodes.get(a).value), factor) : call(Operation.NEGATE, product(a, factor));
        }
        return isNegative(a) ? call(Operation.NEGATE, product(nodes.get(a).a, b)) : commutative(Operation.MULTIPLY, a, b);
    }

    private int quotient(int a, int b) {
        if (is(b, 1) || is(b, -1)) {
            return is(b, 1) ? a : call(Operation.NEGATE, a);
        }
        if (isNegative(a)) {
            return call(Operation.NEGATE, quotient(nodes.get(a).a, b));
        }
        return isNegative(b) ? call(Operation.NEGATE, quotient(a, nodes.get(b).a)) : intern(new Node(Operation.DIVIDE, a, b, 0));
    }

    /** u⁰ is 1 even where u is NaN, as in C99. The base e is the function exp, as a person who writes e^x means it. */
    private int power(int a, int b) {
        if (is(b, 0) || is(b, 1)) {
            return is(b, 1) ? a : constant(1);
        }
        return is(a, Math.E) ? call(Operation.EXP, b) : intern(new Node(Operation.POWER, a, b, 0));
    }
}
