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

    private record Instruction(Operation operation, int p, int q) {
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
    private final Numbering<Instruction> instructions = new Numbering<>();
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

    private int emit(Operation operation, int p, int q) {
        return instructions.of(new Instruction(operation, p, q));
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
        int length = instructions.order.size();
        Kernel[] kernels = new Kernel[length];
        int[] p = new int[length];
        int[] q = new int[length];
        int[] r = new int[length];
        for (int k = 0; k < length; k++) {
            Instruction instruction = instructions.order.get(k);
            kernels[k] = Kernels.of(instruction.operation);
            p[k] = registers[instruction.p];
            q[k] = registers[instruction.q];
            r[k] = registers[instructions.of(instruction)];
        }
        for (int k = 0; k < outputs.length; k++) {
            outputs[k] = registers[outputs[k]];
        }
        return new Tape(kernels, p, q, r, outputs, variableIndices(), constantValues(), count);
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
        for (int k = 0; k < instructions.order.size(); k++) {
            lastUses[instructions.order.get(k).p] = k;
            lastUses[instructions.order.get(k).q] = k;
        }
        for (int output : outputs) {
            lastUses[output] = Integer.MAX_VALUE;
        }
        return lastUses;
    }

    /**
     * Gives each instruction's value a register behind the first ones, which hold variables and constants: a free one if there is one, which may be
     * one that the instruction itself reads for the last time. Returns the number of registers.
     */
    private int share(int[] registers, int first, int[] lastUses) {
        List<Integer> free = new ArrayList<>();
        int count = first;
        for (int k = 0; k < instructions.order.size(); k++) {
            Instruction instruction = instructions.order.get(k);
            int p = registers[instruction.p];
            int q = registers[instruction.q];
            if (lastUses[instruction.p] == k && p >= first) {
                free.add(p);
            }
            if (lastUses[instruction.q] == k && q >= first && q != p) {
                free.add(q);
            }
            registers[instructions.of(instruction)] = free.isEmpty() ? count++ : free.remove(free.size() - 1);
        }
        return count;
    }
}
