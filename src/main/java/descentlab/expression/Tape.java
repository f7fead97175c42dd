package descentlab.expression;

import descentlab.expression.Graph.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Nodes of a graph compiled to one flat list of instructions over registers, each as wide as a chunk of lanes. What several outputs share is computed once;
 * registers are used again as soon as their value is dead, so that all stay in the processor's nearest cache. An instance owns its registers and is not
 * for several threads.
 */
public final class Tape {
    private static final int CHUNK = 256;
    /** Whole powers up to this are products; x·x·x is what PyTorch computes for x^3. */
    private static final int LARGEST_PRODUCT = 64;

    private final int variables;
    private final Operation[] operations;
    private final int[] p;
    private final int[] q;
    private final int[] r;
    private final int[] outputs;
    private final int[] constantRegisters;
    private final double[] constants;
    private final double[][] registers;
    private int width;

    private Tape(int variables, Compiler compiler, int[] outputs) {
        this.variables = variables;
        this.outputs = outputs;
        operations = compiler.operations.toArray(new Operation[0]);
        p = compiler.ints(compiler.ps);
        q = compiler.ints(compiler.qs);
        r = compiler.ints(compiler.rs);
        constantRegisters = compiler.ints(compiler.constantRegisters);
        constants = new double[constantRegisters.length];
        for (int k = 0; k < constants.length; k++) {
            constants[k] = compiler.constants.get(k);
        }
        registers = new double[compiler.registerCount][];
    }

    /** @param outputs the nodes to compute, in the order of {@link #evaluate}'s outputs */
    public static Tape compile(Graph graph, int... outputs) {
        Compiler compiler = new Compiler(graph);
        int[] registers = compiler.compile(outputs);
        return new Tape(graph.variables(), compiler, registers);
    }

    public int instructions() {
        return operations.length;
    }

    public int outputs() {
        return outputs.length;
    }

    /** values[k][l] = output k where variable v is inputs[v][l], for the lanes 0 to {@code lanes − 1}. */
    public void evaluate(double[][] inputs, double[][] values, int lanes) {
        widen(Math.min(CHUNK, lanes));
        for (int from = 0; from < lanes; from += CHUNK) {
            int count = Math.min(CHUNK, lanes - from);
            for (int v = 0; v < variables; v++) {
                System.arraycopy(inputs[v], from, registers[v], 0, count);
            }
            for (int k = 0; k < operations.length; k++) {
                Kernels.apply(operations[k], registers[r[k]], registers[p[k]], registers[q[k]], count);
            }
            for (int k = 0; k < outputs.length; k++) {
                System.arraycopy(registers[outputs[k]], 0, values[k], from, count);
            }
        }
    }

    private void widen(int lanes) {
        if (lanes <= width) {
            return;
        }
        width = lanes;
        for (int i = 0; i < registers.length; i++) {
            registers[i] = new double[width];
        }
        for (int k = 0; k < constants.length; k++) {
            Arrays.fill(registers[constantRegisters[k]], constants[k]);
        }
    }

    /** Chooses instructions and registers: 0 to variables − 1 hold the variables, the next ones the constants, and no instruction writes those. */
    private static final class Compiler {
        private final Graph graph;
        private final List<Operation> operations = new ArrayList<>();
        private final List<Integer> ps = new ArrayList<>();
        private final List<Integer> qs = new ArrayList<>();
        private final List<Integer> rs = new ArrayList<>();
        private final List<Integer> constantRegisters = new ArrayList<>();
        private final List<Double> constants = new ArrayList<>();
        private final Map<Double, Integer> constantValues = new HashMap<>();
        private final Map<List<Object>, Integer> known = new HashMap<>();
        private int registerCount;
        private int fixed;

        Compiler(Graph graph) {
            this.graph = graph;
            registerCount = graph.variables();
        }

        int[] compile(int[] nodes) {
            boolean[] used = used(nodes);
            int[] values = new int[used.length];
            for (int i = 0; i < used.length; i++) {
                if (used[i]) {
                    values[i] = value(graph.node(i), values);
                }
            }
            int[] outputs = new int[nodes.length];
            for (int k = 0; k < nodes.length; k++) {
                outputs[k] = values[nodes[k]];
            }
            reuseRegisters(outputs);
            return outputs;
        }

        private boolean[] used(int[] nodes) {
            int last = 0;
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
                    used[node.b() == Graph.NONE ? node.a() : node.b()] = true;
                    if (isWholePower(node)) {
                        constant(1);
                    }
                }
                if (used[i] && node.isConstant()) {
                    constant(node.value());
                }
            }
            fixed = registerCount;
            return used;
        }

        private int constant(double value) {
            return constantValues.computeIfAbsent(value, key -> {
                constantRegisters.add(registerCount);
                constants.add(value);
                return registerCount++;
            });
        }

        private int value(Node node, int[] values) {
            if (node.isConstant()) {
                return constant(node.value());
            }
            if (node.isVariable()) {
                return node.a();
            }
            if (isWholePower(node)) {
                int exponent = (int) graph.node(node.b()).value();
                int product = product(values[node.a()], Math.abs(exponent));
                return exponent > 0 ? product : emit(Operation.DIVIDE, constant(1), product);
            }
            return emit(node.operation(), values[node.a()], node.b() == Graph.NONE ? values[node.a()] : values[node.b()]);
        }

        private boolean isWholePower(Node node) {
            if (node.operation() != Operation.POWER || !graph.node(node.b()).isConstant()) {
                return false;
            }
            double exponent = graph.node(node.b()).value();
            return exponent == Math.floor(exponent) && exponent != 0 && Math.abs(exponent) <= LARGEST_PRODUCT;
        }

        private int product(int base, int exponent) {
            if (exponent == 1) {
                return base;
            }
            int half = product(base, exponent / 2);
            int square = emit(Operation.MULTIPLY, half, half);
            return exponent % 2 == 0 ? square : emit(Operation.MULTIPLY, square, base);
        }

        private int emit(Operation operation, int a, int b) {
            return known.computeIfAbsent(List.of(operation, a, b), key -> {
                operations.add(operation);
                ps.add(a);
                qs.add(b);
                rs.add(registerCount);
                return registerCount++;
            });
        }

        /** Until here each instruction has a register of its own; now a register is free again after the last instruction that reads it. */
        private void reuseRegisters(int[] outputs) {
            int[] lastUse = new int[registerCount];
            for (int k = 0; k < operations.size(); k++) {
                lastUse[ps.get(k)] = k;
                lastUse[qs.get(k)] = k;
            }
            for (int output : outputs) {
                lastUse[output] = Integer.MAX_VALUE;
            }
            int[] place = new int[registerCount];
            for (int i = 0; i < fixed; i++) {
                place[i] = i;
            }
            List<Integer> free = new ArrayList<>();
            registerCount = fixed;
            for (int k = 0; k < operations.size(); k++) {
                int a = ps.get(k);
                int b = qs.get(k);
                release(a, k, lastUse, place, free);
                if (b != a) {
                    release(b, k, lastUse, place, free);
                }
                int result = rs.get(k);
                place[result] = free.isEmpty() ? registerCount++ : free.remove(free.size() - 1);
                ps.set(k, place[a]);
                qs.set(k, place[b]);
                rs.set(k, place[result]);
            }
            for (int k = 0; k < outputs.length; k++) {
                outputs[k] = place[outputs[k]];
            }
        }

        private void release(int register, int at, int[] lastUse, int[] place, List<Integer> free) {
            if (register >= fixed && lastUse[register] == at) {
                free.add(place[register]);
            }
        }

        int[] ints(List<Integer> list) {
            int[] ints = new int[list.size()];
            for (int i = 0; i < ints.length; i++) {
                ints[i] = list.get(i);
            }
            return ints;
        }
    }
}
