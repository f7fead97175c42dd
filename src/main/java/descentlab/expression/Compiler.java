package descentlab.expression;

import descentlab.expression.Graph.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a {@link Tape}: first every value has a number of its own, then values share registers, as each is free again after its last use. */
final class Compiler {
    /** Whole powers up to this are products, which is faster than Math.pow; x·x·x is also what PyTorch computes for x^3. */
    private static final int LARGEST_PRODUCT = 64;

    private record Instruction(Operation operation, int p, int q) {
    }

    private final Graph graph;
    private final Map<Integer, Integer> variables = new LinkedHashMap<>();
    private final Map<Double, Integer> constants = new LinkedHashMap<>();
    private final Map<Instruction, Integer> instructions = new LinkedHashMap<>();
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
            return variables.computeIfAbsent(node.a(), key -> values++);
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
        return constants.computeIfAbsent(value, key -> values++);
    }

    private int emit(Operation operation, int p, int q) {
        return instructions.computeIfAbsent(new Instruction(operation, p, q), key -> values++);
    }

    private Tape tape(int[] outputs) {
        int[] registers = new int[values];
        int count = 0;
        for (int value : variables.values()) {
            registers[value] = count++;
        }
        for (int value : constants.values()) {
            registers[value] = count++;
        }
        count = share(registers, count, lastUses(outputs));
        int length = instructions.size();
        Operation[] operations = new Operation[length];
        int[] p = new int[length];
        int[] q = new int[length];
        int[] r = new int[length];
        int at = 0;
        for (Map.Entry<Instruction, Integer> entry : instructions.entrySet()) {
            operations[at] = entry.getKey().operation;
            p[at] = registers[entry.getKey().p];
            q[at] = registers[entry.getKey().q];
            r[at++] = registers[entry.getValue()];
        }
        for (int k = 0; k < outputs.length; k++) {
            outputs[k] = registers[outputs[k]];
        }
        return new Tape(operations, p, q, r, outputs, variableIndices(), constantValues(), count);
    }

    private int[] variableIndices() {
        int[] indices = new int[variables.size()];
        int at = 0;
        for (int index : variables.keySet()) {
            indices[at++] = index;
        }
        return indices;
    }

    private double[] constantValues() {
        double[] all = new double[constants.size()];
        int at = 0;
        for (double value : constants.keySet()) {
            all[at++] = value;
        }
        return all;
    }

    /** For each value the last instruction that reads it; outputs, variables and constants are needed to the end. */
    private int[] lastUses(int[] outputs) {
        int[] lastUses = new int[values];
        int at = 0;
        for (Instruction instruction : instructions.keySet()) {
            lastUses[instruction.p] = at;
            lastUses[instruction.q] = at++;
        }
        List<Integer> lasting = new ArrayList<>(variables.values());
        lasting.addAll(constants.values());
        for (int output : outputs) {
            lasting.add(output);
        }
        for (int value : lasting) {
            lastUses[value] = Integer.MAX_VALUE;
        }
        return lastUses;
    }

    /** Gives each instruction's value a register that is free; it may be one that the instruction itself reads for the last time. Returns their number. */
    private int share(int[] registers, int first, int[] lastUses) {
        List<Integer> free = new ArrayList<>();
        int count = first;
        int at = 0;
        for (Map.Entry<Instruction, Integer> entry : instructions.entrySet()) {
            Instruction instruction = entry.getKey();
            if (lastUses[instruction.p] == at) {
                free.add(registers[instruction.p]);
            }
            if (instruction.q != instruction.p && lastUses[instruction.q] == at) {
                free.add(registers[instruction.q]);
            }
            registers[entry.getValue()] = free.isEmpty() ? count++ : free.remove(free.size() - 1);
            at++;
        }
        return count;
    }
}
