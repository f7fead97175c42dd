package descentlab.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * A tape as a WebAssembly module, two lanes an instruction, its values in the processor's registers. Arrays of up to {@link #LANES} lanes stand in
 * the module's memory; addresses say where. Instructions that have no WebAssembly here call functions of single numbers, which the module imports.
 * Source: WebAssembly Core Specification, section 5.5.
 */
public final class TapeModule {
    /** How many lanes its memory holds. */
    public static final int LANES = 256;
    /** How many states its memory holds. */
    public static final int STATES = 48;
    /**
     * The exported memory, and the functions: evaluate(lanes), which reads the inputs and writes the outputs, descend(lanes, count), and
     * follow(lanes, count, address, stride), which also notes how the lanes go, and writes each of their states so many bytes behind the one before.
     */
    public static final String MEMORY = "memory";
    public static final String EVALUATE = "evaluate";
    public static final String DESCEND = "descend";
    public static final String FOLLOW = "follow";
    /** The name of the object with the imported functions; each is called by its operation's name. */
    public static final String IMPORTS = "operations";
    private static final int DOUBLE = 8;
    private static final int LANES_TYPE = 2;
    private static final int STEPS_TYPE = 3;
    private static final int LONG_TYPE = 4;
    private static final int FOLLOW_TYPE = 5;
    /** Arrays are a little further apart than they are long: at a multiple of 4096 bytes, processors take a load for one of the value just stored. */
    static final int STRIDE = (LANES + 8) * DOUBLE;
    /** Parameters of its functions. */
    private static final int COUNT = 1;
    private static final int ADDRESS = 2;
    private static final int DISTANCE = 3;
    private static final int I32 = 0x7F;
    private static final int F64 = 0x7C;

    private final Tape tape;
    private final int dimension;
    private final List<Operation> imported = new ArrayList<>();
    private final List<Operation> longs = new ArrayList<>();

    /** @param dimension how many variables there are */
    TapeModule(Tape tape, int dimension) {
        this.tape = tape;
        this.dimension = dimension;
    }

    /** Where in the memory the variable of an index stands. */
    public static int input(int variable) {
        return variable * STRIDE;
    }

    /** Where the learning rates stand. */
    public int rate() {
        return input(dimension);
    }

    public int output(int number) {
        return input(dimension + 1 + number);
    }

    /** Where the largest slope at rest stands, in each lane. */
    public int tolerance() {
        return output(tape.outputs());
    }

    /** Where stands for how many steps each lane has been at rest. */
    public int rested() {
        return output(tape.outputs() + 1);
    }

    /** Where stands how many states of each lane were finite. */
    public int finite() {
        return output(tape.outputs() + 2);
    }

    /** Where coordinate i of state k stands. */
    public int state(int k, int i) {
        return temporary(tape.registers()) + (k * dimension + i) * STRIDE;
    }

    /** Of the memory that holds arrays, in bytes. */
    public int size() {
        return state(descends() ? STATES : 0, 0);
    }

    /** Whether the tape's outputs are a loss and its partial derivatives. */
    private boolean descends() {
        return tape.outputs() > 1 && tape.outputs() <= 1 + dimension;
    }

    /** From a state to the next. */
    public int stride() {
        return dimension * STRIDE;
    }

    /** What the module imports, once {@link #bytes} has been written. */
    public List<Operation> imported() {
        return imported;
    }

    /** The function to import for an operation; q does not matter where there is one operand. */
    public static DoubleBinaryOperator single(Operation operation) {
        return Kernels.single(operation);
    }

    int temporary(int register) {
        return output(tape.outputs() + 3 + register);
    }

    /** The module. It has {@link #DESCEND} where the tape's outputs are a loss and its partial derivatives. */
    public byte[] bytes() {
        boolean descends = descends();
        Bytes bodies = new Bytes();
        for (Instruction instruction : tape.code()) {
            Operation operation = instruction.operation();
            if (!Elementals.isShort(operation) && !longs.contains(operation)) {
                longs.add(operation);
                bodies.add(Elementals.function(operation, this::imported));
            }
        }
        int evaluate = imported.size() + longs.size();
        Bytes exports = new Bytes().number(descends ? 4 : 2).name(MEMORY).add(2).number(0).name(EVALUATE).add(0).number(evaluate);
        Bytes functions = new Bytes().number(longs.size() + (descends ? 3 : 1));
        for (int k = 0; k < longs.size(); k++) {
            functions.number(LONG_TYPE);
        }
        functions.number(LANES_TYPE);
        bodies.add(evaluate());
        if (descends) {
            exports.name(DESCEND).add(0).number(evaluate + 1);
            functions.number(STEPS_TYPE);
            bodies.add(descend());
            exports.name(FOLLOW).add(0).number(evaluate + 2);
            functions.number(FOLLOW_TYPE);
            bodies.add(follow());
        }
        Bytes module = new Bytes().addAll(0x00, 'a', 's', 'm', 1, 0, 0, 0);
        section(module, 1, types());
        section(module, 2, imports());
        section(module, 3, functions);
        section(module, 5, new Bytes().number(1).add(0).number((size() >> 16) + 1));
        section(module, 7, exports);
        section(module, 10, new Bytes().number(longs.size() + (descends ? 3 : 1)).add(bodies));
        return module.toArray();
    }

    private static void section(Bytes module, int number, Bytes content) {
        module.add(number).sized(content);
    }

    /** Functions of one and of two numbers, evaluate, descend, long operations, follow. */
    private static Bytes types() {
        return new Bytes().number(6)
            .addAll(0x60, 1, F64, 1, F64)
            .addAll(0x60, 2, F64, F64, 1, F64)
            .addAll(0x60, 1, I32, 0)
            .addAll(0x60, 2, I32, I32, 0)
            .addAll(0x60, 5, I32, I32, I32, I32, I32, 0)
            .addAll(0x60, 4, I32, I32, I32, I32, 0);
    }

    private Bytes imports() {
        Bytes imports = new Bytes().number(imported.size());
        for (Operation operation : imported) {
            imports.name(IMPORTS).name(operation.name()).add(0).number(operation.arity() - 1);
        }
        return imports;
    }

    private int imported(Operation operation) {
        if (!imported.contains(operation)) {
            imported.add(operation);
        }
        return imported.indexOf(operation);
    }

    /** The function in this module of an operation that is not short. */
    int function(Operation operation) {
        return imported.size() + longs.indexOf(operation);
    }

    private Bytes evaluate() {
        PairCode code = new PairCode(1, TapeCode.PAIRS);
        new TapeCode(tape, this, code).write(false);
        return code.body();
    }

    private Bytes descend() {
        PairCode code = new PairCode(2, TapeCode.PAIRS);
        code.code().addAll(0x03, 0x40);
        new TapeCode(tape, this, code).write(true);
        again(code);
        return code.body();
    }

    private Bytes follow() {
        PairCode code = new PairCode(4, TapeCode.PAIRS);
        TapeCode steps = new TapeCode(tape, this, code);
        steps.writeZeros(rested(), finite());
        code.code().addAll(0x03, 0x40);
        steps.follow(ADDRESS);
        code.get(ADDRESS).get(DISTANCE).code().add(0x6A);
        code.set(ADDRESS);
        again(code);
        return code.body();
    }

    /** Ends a loop over steps. */
    private static void again(PairCode code) {
        code.get(COUNT).whole(1).code().add(0x6B);
        code.set(COUNT).get(COUNT).code().addAll(0x0D, 0, 0x0B);
    }
}
