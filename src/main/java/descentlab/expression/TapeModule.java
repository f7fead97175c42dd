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
    /**
     * The exported memory, and the functions: evaluate(lanes), which reads the inputs and writes the outputs; descend(lanes, count, numbers), which
     * takes steps of the rule, the numbers of each step standing at an address; follow(lanes, count, numbers, states, stride), which also notes for
     * how long the lanes are at rest, and writes each of their states so many bytes behind the one before; and measure(lanes), as
     * {@link States#measure}.
     */
    public static final String MEMORY = "memory";
    public static final String EVALUATE = "evaluate";
    public static final String DESCEND = "descend";
    public static final String FOLLOW = "follow";
    public static final String MEASURE = "measure";
    /** The name of the object with the imported functions; each is called by its operation's name. */
    public static final String IMPORTS = "operations";
    private static final int DOUBLE = 8;
    private static final int LANES_TYPE = 2;
    private static final int STEPS_TYPE = 3;
    private static final int FIVE_TYPE = 4;
    /** Arrays are a little further apart than they are long: at a multiple of 4096 bytes, processors take a load for one of the value just stored. */
    static final int STRIDE = (LANES + 8) * DOUBLE;
    /** Parameters of its functions. */
    private static final int COUNT = 1;
    static final int NUMBERS = 2;
    static final int ADDRESS = 3;
    private static final int DISTANCE = 4;
    private static final int I32 = 0x7F;
    private static final int F64 = 0x7C;

    private final Tape tape;
    private final int dimension;
    private final Update update;
    /** How many coordinates the steps move: a function of x has variables that it does not depend on. */
    private final int coordinates;
    /** What of the tape a step needs; null where none are taken. */
    private final Tape slopes;
    private final List<Operation> imported = new ArrayList<>();
    private final List<Operation> longs = new ArrayList<>();

    /**
     * @param dimension how many variables there are
     * @param update    the rule whose steps it takes; null for none
     */
    TapeModule(Tape tape, int dimension, Update update) {
        this.tape = tape;
        this.dimension = dimension;
        this.update = update;
        coordinates = tape.outputs() - 1;
        slopes = update == null ? null : tape.slopes();
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

    /** Where memory k of the rule stands, of coordinate i. */
    public int memory(int k, int i) {
        return output(tape.outputs() + k * coordinates + i);
    }

    /** Where stands for how many steps each lane has been at rest. */
    public int rested() {
        return memory(update.memory().size(), 0);
    }

    /** Where the largest slope at rest stands, one for all lanes. */
    public int tolerance() {
        return rested() + STRIDE;
    }

    /** Where the numbers of the steps stand. */
    public int numbers() {
        return tolerance() + STRIDE;
    }

    /** From the numbers of a step to those of the next, in bytes. */
    public int step() {
        return update.numbers().size() * DOUBLE;
    }

    /** Where coordinate i of state k stands. */
    public int state(int k, int i) {
        return numbers() + Leap.MOST * step() + (k * coordinates + i) * STRIDE;
    }

    /** Where what {@link States} has of coordinate i stands; {@link #high} and {@link #nearest} likewise. */
    public int low(int i) {
        return state(States.COUNT, i);
    }

    public int high(int i) {
        return low(coordinates + i);
    }

    public int nearest(int i) {
        return low(2 * coordinates + i);
    }

    /** Of the memory that is read and written from outside, in bytes. */
    public int size() {
        return update == null ? output(tape.outputs()) : nearest(coordinates);
    }

    /** From a state to the next. */
    public int stride() {
        return coordinates * STRIDE;
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
        return size() + register * STRIDE;
    }

    /** The module. */
    public byte[] bytes() {
        Bytes bodies = new Bytes();
        addLongs(tape, bodies);
        if (update != null) {
            addLongs(slopes, bodies);
        }
        Bytes exports = new Bytes().number(update == null ? 2 : 5).name(MEMORY).add(2).number(0);
        Bytes functions = new Bytes().number(longs.size() + (update == null ? 1 : 4));
        for (int k = 0; k < longs.size(); k++) {
            functions.number(FIVE_TYPE);
        }
        int evaluate = imported.size() + longs.size();
        int next = evaluate;
        exports.name(EVALUATE).add(0).number(next++);
        functions.number(LANES_TYPE);
        bodies.add(evaluate());
        if (update != null) {
            exports.name(DESCEND).add(0).number(next++).name(FOLLOW).add(0).number(next++).name(MEASURE).add(0).number(next);
            functions.number(STEPS_TYPE).number(FIVE_TYPE).number(LANES_TYPE);
            bodies.add(descend(evaluate)).add(follow(evaluate)).add(measure());
        }
        Bytes module = new Bytes().addAll(0x00, 'a', 's', 'm', 1, 0, 0, 0);
        section(module, 1, types());
        section(module, 2, imports());
        section(module, 3, functions);
        section(module, 5, new Bytes().number(1).add(0).number((temporary(tape.registers()) >> 16) + 1));
        section(module, 7, exports);
        section(module, 10, new Bytes().number(longs.size() + (update == null ? 1 : 4)).add(bodies));
        return module.toArray();
    }

    private void addLongs(Tape from, Bytes bodies) {
        for (int k = 0; k < from.instructions(); k++) {
            Operation operation = from.operation(k);
            if (!Elementals.isShort(operation) && !longs.contains(operation)) {
                longs.add(operation);
                bodies.add(Elementals.function(operation, this::imported));
            }
        }
    }

    private static void section(Bytes module, int number, Bytes content) {
        module.add(number).sized(content);
    }

    /** Functions of one and of two numbers, of lanes, descend, and those of five whole numbers. */
    private static Bytes types() {
        return new Bytes().number(5)
            .addAll(0x60, 1, F64, 1, F64)
            .addAll(0x60, 2, F64, F64, 1, F64)
            .addAll(0x60, 1, I32, 0)
            .addAll(0x60, 3, I32, I32, I32, 0)
            .addAll(0x60, 5, I32, I32, I32, I32, I32, 0);
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
        new TapeCode(tape, 0, this, code).write();
        return code.body();
    }

    /** The losses on the way are not asked for: they are computed at the end. */
    private Bytes descend(int evaluate) {
        PairCode code = new PairCode(3, TapeCode.PAIRS);
        code.code().addAll(0x03, 0x40);
        new TapeCode(slopes, 1, this, code).descend(update.tape());
        again(code);
        return code.get(0).call(evaluate).body();
    }

    private Bytes follow(int evaluate) {
        PairCode code = new PairCode(5, TapeCode.PAIRS);
        TapeCode steps = new TapeCode(slopes, 1, this, code);
        steps.writeZeros(rested());
        code.code().addAll(0x03, 0x40);
        steps.follow(update.tape());
        code.get(ADDRESS).get(DISTANCE).code().add(0x6A);
        code.set(ADDRESS);
        again(code);
        return code.get(0).call(evaluate).body();
    }

    /** Goes on to the numbers of the next step, and ends a loop over steps. */
    private void again(PairCode code) {
        code.get(NUMBERS).whole(step()).code().add(0x6A);
        code.set(NUMBERS).get(COUNT).whole(1).code().add(0x6B);
        code.set(COUNT).get(COUNT).code().addAll(0x0D, 0, 0x0B);
    }

    private Bytes measure() {
        PairCode code = new PairCode(1, 1);
        code.beginLanes();
        for (int i = 0; i < coordinates; i++) {
            int[] x = new int[States.COUNT];
            int low = -1;
            int high = -1;
            for (int k = 0; k < x.length; k++) {
                x[k] = code.load(state(k, i));
                low = k == 0 ? x[k] : code.smaller(low, x[k]);
                high = k == 0 ? x[k] : code.larger(high, x[k]);
            }
            int nearest = code.constant(Double.POSITIVE_INFINITY);
            for (int back = 1; back <= States.BACK; back++) {
                nearest = code.smaller(nearest, code.abs(code.subtract(x[x.length - 1], x[x.length - 1 - back])));
            }
            code.store(low, low(i));
            code.store(high, high(i));
            code.store(nearest, nearest(i));
        }
        code.endLanes();
        return code.body();
    }
}
