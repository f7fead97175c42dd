package descentlab.expression;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Nodes of a graph as one flat list of instructions over registers, each as wide as a chunk of lanes: what an instruction costs to choose is paid
 * once a chunk, and the chunk is so short that the registers stay in the processor's nearest cache. An instance owns its registers and is not for
 * several threads.
 */
public final class Tape {
    private static final int CHUNK = 256;

    /** How much the interpreter does, in lanes times instructions, before it is worth the time to make code of the machine. */
    private static final int WORTH = 1_000_000;
    /** Below so many lanes the way to that code costs more than it saves. */
    private static final int FEW = 8;

    private static NativeTape.Maker maker = tape -> null;

    private final Instruction[] code;
    private final int[] outputs;
    private final int dimension;
    /** Registers 0, 1, … hold the variables of these indices, and the next ones the constants; no instruction writes those. */
    private final int[] variables;
    private final double[] constants;
    private final double[][] registers;
    private final double[][] lent;
    private final Kernel[] kernels;
    private int width;
    private double done;
    private NativeTape made;

    Tape(Instruction[] code, int[] outputs, int dimension, int[] variables, double[] constants, int registers) {
        this.code = code;
        this.outputs = outputs;
        this.dimension = dimension;
        this.variables = variables;
        this.constants = constants;
        this.registers = new double[registers][];
        lent = new double[registers][];
        kernels = new Kernel[code.length];
        for (int k = 0; k < code.length; k++) {
            kernels[k] = Kernels.of(code[k].operation(), isConstant(code[k].p()), isConstant(code[k].q()));
        }
    }

    private boolean isConstant(int register) {
        return register >= variables.length && register < variables.length + constants.length;
    }

    /** @param outputs the nodes to compute, in the order of {@link #evaluate}'s outputs */
    public static Tape compile(Graph graph, int... outputs) {
        return new Compiler(graph).compile(outputs);
    }

    /** From now on, tapes that are much used run as code of the machine where this can make it. */
    public static void makeNative(NativeTape.Maker maker) {
        Tape.maker = maker;
    }

    /**
     * This tape as a WebAssembly module.
     *
     * @param update the rule whose steps it takes, if the outputs are a loss and its partial derivatives by all coordinates; or null
     */
    public TapeModule module(Update update) {
        return new TapeModule(this, dimension, update);
    }

    /** What of this tape gives the outputs behind the first: the slopes without the loss. */
    Tape slopes() {
        boolean[] needed = new boolean[registers.length];
        for (int k = 1; k < outputs.length; k++) {
            needed[outputs[k]] = true;
        }
        Deque<Instruction> kept = new ArrayDeque<>();
        for (int k = code.length - 1; k >= 0; k--) {
            Instruction each = code[k];
            if (needed[each.r()] || needed[each.s()]) {
                kept.addFirst(each);
                needed[each.r()] = false;
                needed[each.s()] = false;
                needed[each.p()] = true;
                needed[each.q()] = true;
            }
        }
        return new Tape(kept.toArray(new Instruction[0]), Arrays.copyOfRange(outputs, 1, outputs.length), dimension, variables, constants, registers.length);
    }

    public int instructions() {
        return code.length;
    }

    public int outputs() {
        return outputs.length;
    }

    /** The indices of the variables that are read. */
    public int[] variables() {
        return variables;
    }

    /** Whether it computes the same in the same way. */
    public boolean isSame(Tape other) {
        return dimension == other.dimension && Arrays.equals(code, other.code) && Arrays.equals(outputs, other.outputs)
                && Arrays.equals(variables, other.variables) && Arrays.equals(constants, other.constants);
    }

    Instruction[] code() {
        return code;
    }

    /** The operation of instruction k; where only the cosine is read of a sine and its cosine, that. */
    Operation operation(int k) {
        boolean cosine = code[k].operation() == Operation.SIN && !isRead(code[k].r(), k + 1);
        return cosine ? Operation.COS : code[k].operation();
    }

    /** Whether the value that a register has before instruction k is read from there on. */
    boolean isRead(int register, int k) {
        for (int i = k; i < code.length; i++) {
            if (code[i].p() == register || code[i].q() == register) {
                return true;
            }
            if (code[i].r() == register || code[i].s() == register) {
                return false;
            }
        }
        for (int output : outputs) {
            if (output == register) {
                return true;
            }
        }
        return false;
    }

    double[] constants() {
        return constants;
    }

    int registers() {
        return registers.length;
    }

    /** The register of an output. */
    int output(int number) {
        return outputs[number];
    }

    /**
     * This tape as code of the machine, or null where the work is too little or none is to be had.
     *
     * @param lanes for how many it is asked
     * @param times how often they will be evaluated
     */
    public NativeTape made(int lanes, int times) {
        if (done < WORTH) {
            done += (double) lanes * times * code.length;
            if (done >= WORTH) {
                made = maker.of(this);
            }
        }
        return lanes < FEW ? null : made;
    }

    /**
     * values[k][l] = output k where variable v of the graph is inputs[v][l], for the lanes 0 to {@code lanes − 1}. Inputs of variables that the
     * outputs do not depend on are not read. No array of the values may be one of the inputs where there are more than 256 lanes.
     */
    public void evaluate(double[][] inputs, double[][] values, int lanes) {
        NativeTape fast = made(lanes, 1);
        if (fast != null) {
            fast.evaluate(inputs, values, lanes);
        } else {
            interpret(inputs, values, lanes);
        }
    }

    private void interpret(double[][] inputs, double[][] values, int lanes) {
        if (lanes > width && width < CHUNK) {
            widen(Math.min(CHUNK, lanes));
        }
        if (lanes > 0 && lanes <= CHUNK && areApart(inputs, values)) {
            lend(inputs, values, lanes);
            return;
        }
        for (int from = 0; from < lanes; from += CHUNK) {
            int count = Math.min(CHUNK, lanes - from);
            for (int v = 0; v < variables.length; v++) {
                Kernels.copy(inputs[variables[v]], from, registers[v], 0, count);
            }
            run(registers, count);
            for (int k = 0; k < outputs.length; k++) {
                Kernels.copy(registers[outputs[k]], 0, values[k], from, count);
            }
        }
    }

    private boolean areApart(double[][] inputs, double[][] values) {
        for (int k = 0; k < outputs.length; k++) {
            for (int variable : variables) {
                if (values[k] == inputs[variable]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Inputs and values that all fit into a register are the registers themselves. */
    private void lend(double[][] inputs, double[][] values, int lanes) {
        System.arraycopy(registers, 0, lent, 0, lent.length);
        for (int v = 0; v < variables.length; v++) {
            lent[v] = inputs[variables[v]];
        }
        int fixed = variables.length + constants.length;
        for (int k = 0; k < outputs.length; k++) {
            if (outputs[k] >= fixed) {
                lent[outputs[k]] = values[k];
            }
        }
        run(lent, lanes);
        for (int k = 0; k < outputs.length; k++) {
            if (lent[outputs[k]] != values[k]) {
                Kernels.copy(lent[outputs[k]], 0, values[k], 0, lanes);
            }
        }
    }

    private void run(double[][] all, int lanes) {
        for (int k = 0; k < code.length; k++) {
            Instruction each = code[k];
            kernels[k].apply(all[each.r()], all[each.s()], all[each.p()], all[each.q()], lanes);
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
    }
}
