package descentlab.expression;

import descentlab.expression.Expression.Call;
import descentlab.expression.Expression.Number;
import descentlab.expression.Expression.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Formulas as a directed acyclic graph in which equal parts are one node. Nodes are numbered so that arguments come before what uses them. New nodes are
 * simplified, but never so that a value that was infinite or NaN no longer is, and terms are not reordered: rounding and overflow stay those of the
 * formula as written and of the plain chain rule, which is what PyTorch computes.
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

    public Graph(List<String> variables) {
        this.variables = variables;
    }

    int size() {
        return nodes.size();
    }

    int variables() {
        return variables.size();
    }

    Node node(int number) {
        return nodes.get(number);
    }

    int constant(double value) {
        return intern(new Node(null, NONE, NONE, value));
    }

    int variable(int index) {
        return intern(new Node(null, index, NONE, 0));
    }

    public int add(Expression expression) {
        if (expression instanceof Number number) {
            return constant(number.value());
        } else if (expression instanceof Variable variable) {
            return variable(variables.indexOf(variable.name()));
        }
        Call call = (Call) expression;
        int a = add(call.arguments().get(0));
        return call.arguments().size() == 1 ? call(call.operation(), a) : call(call.operation(), a, add(call.arguments().get(1)));
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
        if (operation == Operation.NEGATE) {
            return negate(a, node);
        }
        return intern(new Node(operation, a, NONE, 0));
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

    private boolean is(int node, double value) {
        return nodes.get(node).isConstant() && nodes.get(node).value == value;
    }

    private boolean isNegation(int node) {
        return nodes.get(node).operation == Operation.NEGATE;
    }

    /** A constant times something. */
    private boolean isMultiple(int node) {
        return nodes.get(node).operation == Operation.MULTIPLY && nodes.get(nodes.get(node).a).isConstant();
    }

    private int negate(int a, Node node) {
        if (node.operation == Operation.NEGATE) {
            return node.a;
        }
        if (isMultiple(a)) {
            return product(constant(-nodes.get(node.a).value), node.b);
        }
        return node.operation == Operation.SUBTRACT ? difference(node.b, node.a) : intern(new Node(Operation.NEGATE, a, NONE, 0));
    }

    private int sum(int a, int b) {
        if (is(a, 0) || is(b, 0)) {
            return is(a, 0) ? b : a;
        }
        if (a == b) {
            return product(constant(2), a);
        }
        if (isNegation(b)) {
            return difference(a, nodes.get(b).a);
        }
        return isNegation(a) ? difference(b, nodes.get(a).a) : intern(new Node(Operation.ADD, a, b, 0));
    }

    private int difference(int a, int b) {
        if (is(b, 0)) {
            return a;
        }
        if (is(a, 0)) {
            return call(Operation.NEGATE, b);
        }
        return isNegation(b) ? sum(a, nodes.get(b).a) : intern(new Node(Operation.SUBTRACT, a, b, 0));
    }

    /** Constants go to the left and are multiplied into one. */
    private int product(int a, int b) {
        if (nodes.get(b).isConstant() && !nodes.get(a).isConstant()) {
            return product(b, a);
        }
        if (is(a, 1)) {
            return b;
        }
        if (is(a, -1)) {
            return call(Operation.NEGATE, b);
        }
        if (nodes.get(a).isConstant()) {
            return multiple(nodes.get(a).value, a, b);
        }
        if (isNegation(a)) {
            return call(Operation.NEGATE, product(nodes.get(a).a, b));
        }
        if (isNegation(b)) {
            return call(Operation.NEGATE, product(a, nodes.get(b).a));
        }
        if (isMultiple(a) || isMultiple(b)) {
            Node multiple = nodes.get(isMultiple(a) ? a : b);
            int rest = isMultiple(a) ? product(multiple.b, b) : product(a, multiple.b);
            return product(multiple.a, rest);
        }
        return intern(new Node(Operation.MULTIPLY, a, b, 0));
    }

    private int multiple(double factor, int constant, int b) {
        if (isNegation(b)) {
            return product(constant(-factor), nodes.get(b).a);
        }
        if (isMultiple(b)) {
            return product(constant(factor * nodes.get(nodes.get(b).a).value), nodes.get(b).b);
        }
        return intern(new Node(Operation.MULTIPLY, constant, b, 0));
    }

    private int quotient(int a, int b) {
        if (is(b, 1)) {
            return a;
        }
        if (isNegation(a)) {
            return call(Operation.NEGATE, quotient(nodes.get(a).a, b));
        }
        if (isMultiple(a) && nodes.get(b).isConstant() && !is(b, 0)) {
            return product(constant(nodes.get(nodes.get(a).a).value / nodes.get(b).value), nodes.get(a).b);
        }
        return intern(new Node(Operation.DIVIDE, a, b, 0));
    }

    private int power(int a, int b) {
        if (is(b, 1)) {
            return a;
        }
        if (is(b, 0)) {
            return constant(1);
        }
        return is(a, Math.E) ? call(Operation.EXP, b) : intern(new Node(Operation.POWER, a, b, 0));
    }

    /** Back to a tree, for typesetting; parts that are shared are shared objects. */
    public Expression expression(int number) {
        Expression[] trees = new Expression[number + 1];
        for (int i = 0; i <= number; i++) {
            Node node = nodes.get(i);
            trees[i] = node.isConstant() ? new Number(node.value) : node.isVariable() ? new Variable(variables.get(node.a))
                    : node.b == NONE ? Expression.call(node.operation, trees[node.a]) : Expression.call(node.operation, trees[node.a], trees[node.b]);
        }
        return trees[number];
    }
}
