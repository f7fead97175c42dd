package descentlab.expression;

import descentlab.expression.Graph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes a {@link Tape}: first every value has a number of its own, then values share registers, as each is free again after its last use. */
final class Compiler {
    /** Whole powers up to this are products, which is faster than Math.pow; x·x·x is also what PyTorch computes for x^3. */
    private static final int LARGEST_PRODUCT = 64;

    /** An operation on values. */
    private record Call(Operation operation, int p, int q) {
    }

    /** What the values are, each given its number when it is first seen. */
    private final class Numbering<T> {
        private final Map<T, Integer> numbers = new HashMap<>();
        private final List<T> order = new ArrayList<>();

        int of(T each) {
            Integer known = numbers.get(each);
            if (known != null) {
                return known;
            }
            order.add(each);
            numbers.put(each, values);
            return values++;
        }
    }

    private final Graph graph;
    private final Numbering<Integer> variables = new Numbering<>();
    private final Numbering<Double> constants = new Numbering<>();
    private final Numbering<Call> calls = new Numbering<>();
    private int values;

    Compiler(Graph graph) {
        this.graph = graph;
    }

    Tape compile(int[] nodes) {
        boolean[] used = used(nodes);
        int[] valueOf = new int[used.length];
        for (int i = 0; i < used.length; i++) {
            if (used[i]) {
                valueOf[i] = value(graph.node(i), valueOf);
            }
        }
        int[] outputs = new int[nodes.length];
        for (int k = 0; k < nodes.length; k++) {
            outputs[k] = valueOf[nodes[k]];
        }
        return tape(outputs);
    }

    private boolean[] used(int[] nodes) {
        int last = -1;
        for (int node : nodes) {
            last = Math.max(last, node);
        }
        boolean[] used = new boolean[last + 1];
        for (int node : nodes) {
            used[node] = true;
        }
        for (int i = last; i >= 0; i--) {
            Node node = graph.node(i);
            if (used[i] && node.operation() != null) {
                used[node.a()] = true;
                if (node.b() != Graph.NONE && !isProduct(node) && !isRoot(node)) {
                    used[node.b()] = true;
                }
            }
        }
        return used;
    }

    private int value(Node node, int[] valueOf) {
        if (node.isConstant()) {
            return constant(node.value());
        }
        if (node.isVariable()) {
            return variables.of(node.a());
        }
        int a = valueOf[node.a()];
        if (isProduct(node) || isRoot(node)) {
            double exponent = exponent(node);
            int power = isRoot(node) ? emit(Operation.SQRT, a, a) : product(a, (int) Math.abs(exponent));
            return exponent > 0 ? power : emit(Operation.DIVIDE, constant(1), power);
        }
        return emit(node.operation(), a, node.b() == Graph.NONE ? a : valueOf[node.b()]);
    }

    /** The constant exponent of a power, else NaN. */
    private double exponent(Node node) {
        return node.operation() == Operation.POWER && graph.node(node.b()).isConstant() ? graph.node(node.b()).value() : Double.NaN;
    }

    private boolean isProduct(Node node) {
        double exponent = exponent(node);
        return exponent == Math.floor(exponent) && exponent != 0 && Math.abs(exponent) <= LARGEST_PRODUCT;
    }

    /** As in PyTorch, where x^0.5 is the square root. */
    private boolean isRoot(Node node) {
        return Math.abs(exponent(node)) == 0.5;
    }

    private int product(int base, int exponent) {
        if (exponent == 1) {
            return base;
        }
        int half = product(base, exponent / 2);
        int square = emit(Operation.MULTIPLY, half, half);
        return exponent % 2 == 0 ? square : emit(Operation.MULTIPLY, square, base);
    }

    private int constant(double value) {
        return constants.of(value);
    }

    /** A sine comes with its cosine, whose number follows it. */
    private int emit(Operation operation, int p, int q) {
        if (operation == Operation.COS) {
            return emit(Operation.SIN, p, q) + 1;
        }
        int before = values;
        int number = calls.of(new Call(operation, p, q));
        if (operation == Operation.SIN && number == before) {
            values++;
        }
        return number;
    }

    private Tape tape(int[] outputs) {
        int[] registers = new int[values];
        int count = 0;
        for (int variable : variables.order) {
            registers[variables.of(variable)] = count++;
        }
        for (double constant : constants.order) {
            registers[constants.of(constant)] = count++;
        }
        count = share(registers, count, lastUses(outputs));
        Instruction[] code = new Instruction[calls.order.size()];
        for (int k = 0; k < code.length; k++) {
            Call call = calls.order.get(k);
            int value = calls.of(call);
            int second = call.operation == Operation.SIN ? value + 1 : value;
            code[k] = new Instruction(call.operation, registers[call.p], registers[call.q], registers[value], registers[second]);
        }
        for (int k = 0; k < outputs.length; k++) {
            outputs[k] = registers[outputs[k]];
        }
        return new Tape(code, outputs, graph.variables(), variableIndices(), constantValues(), count);
    }

    private int[] variableIndices() {
        int[] indices = new int[variables.order.size()];
        for (int v = 0; v < indices.length; v++) {
            indices[v] = variables.order.get(v);
        }
        return indices;
    }

    private double[] constantValues() {
        double[] all = new double[constants.order.size()];
        for (int c = 0; c < all.length; c++) {
            all[c] = constants.order.get(c);
        }
        return all;
    }

    /** For each value the last instruction that reads it; an output is needed to the end. */
    private int[] lastUses(int[] outputs) {
        int[] lastUses = new int[values];
        for (int k = 0; k < calls.order.size(); k++) {
            lastUses[calls.order.get(k).p] = k;
            lastUses[calls.order.get(k).q] = k;
        }
        for (int output : outputs) {
            lastUses[output] = Integer.MAX_VALUE;
        }
        return lastUses;
    }

    /**
     * Gives each instruction's value a register behind the first ones, which hold variables and constants: a free one if there is one, but not one
     * that the instruction itself reads. Returns the number of registers.
     */
    private int share(int[] registers, int first, int[] lastUses) {
        List<Integer> free = new ArrayList<>();
        int count = first;
        for (int k = 0; k < calls.order.size(); k++) {
            Call call = calls.order.get(k);
            int value = calls.of(call);
            int results = call.operation == Operation.SIN ? 2 : 1;
            for (int i = value; i < value + results; i++) {
                registers[i] = free.isEmpty() ? count++ : free.remove(free.size() - 1);
            }
            int p = registers[call.p];
            int q = registers[call.q];
            if (lastUses[call.p] == k && p >= first) {
                free.add(p);
            }
            if (lastUses[call.q] == k && q >= first && q != p) {
                free.add(q);
            }
            for (int i = value; i < value + results; i++) {
                if (lastUses[i] <= k) {
                    free.add(registers[i]);
                }
            }
        }
        return count;
    }
}
