package descentlab.expression;

import java.util.Arrays;

/**
 * Nodes of a graph as one flat list of instructions over registers, each as wide as a chunk of lanes: what an instruction costs to choose is paid
 * once a chunk, and the chunk is so short that the registers stay in the processor's nearest cache. An instance owns its registers and is not for
 * several threads.
 */
public final class Tape {
    private static final int CHUNK = 256;

    private final Kernel[] kernels;
    /** Instruction k computes register r[k] from p[k] and q[k]. */
    private final int[] p;
    private final int[] q;
    private final int[] r;
    private final int[] outputs;
    /** Registers 0, 1, … hold the variables of these indices, and the next ones the constants; no instruction writes those. */
    private final int[] variables;
    private final double[] constants;
    private final double[][] registers;
    /** The registers of each instruction, looked up once. */
    private final double[][] operandsP;
    private final double[][] operandsQ;
    private final double[][] results;
    private int width;

    Tape(Kernel[] kernels, int[] p, int[] q, int[] r, int[] outputs, int[] variables, double[] constants, int registers) {
        this.kernels = kernels;
        this.p = p;
        this.q = q;
        this.r = r;
        this.outputs = outputs;
        this.variables = variables;
        this.constants = constants;
        this.registers = new double[registers][];
        operandsP = new double[kernels.length][];
        operandsQ = new double[kernels.length][];
        results = new double[kernels.length][];
    }

    /** @param outputs the nodes to compute, in the order of {@link #evaluate}'s outputs */
    public static Tape compile(Graph graph, int... outputs) {
        return new Compiler(graph).compile(outputs);
    }

    public int instructions() {
        return kernels.length;
    }

    public int outputs() {
        return outputs.length;
    }

    /**
     * values[k][l] = output k where variable v of the graph is inputs[v][l], for the lanes 0 to {@code lanes − 1}. Inputs of variables that the
     * outputs do not depend on are not read. No array of the values may be one of the inputs where there are more than 256 lanes.
     */
    public void evaluate(double[][] inputs, double[][] values, int lanes) {
        if (lanes > width && width < CHUNK) {
            widen(Math.min(CHUNK, lanes));
        }
        for (int from = 0; from < lanes; from += CHUNK) {
            int count = Math.min(CHUNK, lanes - from);
            for (int v = 0; v < variables.length; v++) {
                Kernels.copy(inputs[variables[v]], from, registers[v], 0, count);
            }
            run(count);
            for (int k = 0; k < outputs.length; k++) {
                Kernels.copy(registers[outputs[k]], 0, values[k], from, count);
            }
        }
    }

    private void run(int lanes) {
        Kernel[] todo = kernels;
        double[][] rs = results;
        double[][] ps = operandsP;
        double[][] qs = operandsQ;
        for (int k = 0; k < todo.length; k++) {
            todo[k].apply(rs[k], ps[k], qs[k], lanes);
        }
    }

    private void widen(int lanes) {
        width = lanes;
        for (int i = 0; i < registers.length; i++) {
            registers[i] = new double[width];
        }
        for (int k = 0; k < constants.length; k++) {
            Arrays.fill(registers[variables.length + k], constants[k]);
        }
        for (int k = 0; k < kernels.length; k++) {
            operandsP[k] = registers[p[k]];
            operandsQ[k] = registers[q[k]];
            results[k] = registers[r[k]];
        }
    }
}
