package descentlab.expression;

import java.util.Arrays;

/**
 * One pass of a tape's instructions over all lanes, as WebAssembly: short instructions that follow each other share one loop, in which their values
 * stay in the processor's registers; the long ones between are calls. What a loop or call needs of those before it stands in the module's memory.
 */
final class TapeCode {
    /** How many pairs of lanes its loops compute in turn. */
    static final int PAIRS = 2;
    private static final int NONE = Integer.MIN_VALUE;

    private final Tape tape;
    private final TapeModule module;
    private final PairCode code;
    /** The value of each register in the present loop. */
    private final int[] values;
    /** The parameter with the address where new places are written besides, or none. */
    private int record = NONE;

    TapeCode(Tape tape, TapeModule module, PairCode code) {
        this.tape = tape;
        this.module = module;
        this.code = code;
        values = new int[tape.registers()];
    }

    /** @param descending whether the first loop also takes the step that leads to the lanes' new places */
    void write(boolean descending) {
        Instruction[] instructions = tape.code();
        begin();
        keepConstants();
        if (descending) {
            step();
        }
        boolean looping = true;
        for (int k = 0; k < instructions.length; k++) {
            Instruction each = instructions[k];
            if (Elementals.isShort(each.operation())) {
                if (!looping) {
                    begin();
                    looping = true;
                }
                values[each.r()] = new Elementals(code).of(each.operation(), value(each.p()), value(each.q()));
            } else {
                if (looping) {
                    end(k);
                    looping = false;
                }
                code.get(0).whole(address(each.p())).whole(address(each.q())).whole(address(each.r())).whole(address(each.s()));
                code.code().add(0x10).number(module.function(each.operation()));
            }
        }
        if (!looping) {
            begin();
        }
        for (int k = 0; k < tape.outputs(); k++) {
            code.store(value(tape.output(k)), module.output(k));
        }
        if (record != NONE) {
            note();
        }
        code.endLanes();
    }

    /** Writes a step that also notes how the lanes go. */
    void follow(int parameter) {
        record = parameter;
        write(true);
    }

    /** Writes a loop that makes arrays zero. */
    void writeZeros(int... addresses) {
        code.beginLanes();
        for (int address : addresses) {
            code.store(code.constant(0), address);
        }
        code.endLanes();
    }

    /** For how many steps no slope has been larger than the tolerance, and how many states were finite. */
    private void note() {
        int one = code.constant(1);
        int tolerance = code.load(module.tolerance());
        int loss = value(tape.output(0));
        int resting = NONE;
        int nothing = code.subtract(loss, loss);
        for (int i = 0; i < tape.outputs() - 1; i++) {
            int slope = value(tape.output(1 + i));
            int x = code.load(module.input(i));
            int flat = code.atLeast(tolerance, code.abs(slope));
            resting = resting == NONE ? flat : code.and(resting, flat);
            nothing = code.add(nothing, code.add(code.subtract(x, x), code.subtract(slope, slope)));
        }
        code.store(code.and(code.add(code.load(module.rested()), one), resting), module.rested());
        int finite = code.equal(nothing, code.constant(0));
        code.store(code.add(code.load(module.finite()), code.and(one, finite)), module.finite());
    }

    /** x ← x − rate·gradient */
    private void step() {
        int rate = code.load(module.rate());
        for (int i = 0; i < tape.outputs() - 1; i++) {
            int x = code.subtract(code.load(module.input(i)), code.multiply(rate, code.load(module.output(1 + i))));
            code.store(x, module.input(i));
            if (record != NONE) {
                code.storeTo(x, record, i * TapeModule.STRIDE);
            }
            for (int v = 0; v < tape.variables().length; v++) {
                if (tape.variables()[v] == i) {
                    values[v] = x;
                }
            }
        }
    }

    /** Calls find their operands in memory, also those that are constants. */
    private void keepConstants() {
        for (Instruction each : tape.code()) {
            if (!Elementals.isShort(each.operation())) {
                for (int register : new int[] {each.p(), each.q()}) {
                    if (isConstant(register)) {
                        code.store(value(register), address(register));
                    }
                }
            }
        }
    }

    private void begin() {
        Arrays.fill(values, NONE);
        code.beginLanes();
    }

    /** Ends a loop before instruction k, keeping what is needed from there on. */
    private void end(int k) {
        for (int register = firstOwn(); register < values.length; register++) {
            if (values[register] != NONE && isNeeded(register, k)) {
                code.store(values[register], address(register));
            }
        }
        code.endLanes();
    }

    /** Whether the value that a register has before instruction k is read from there on. */
    private boolean isNeeded(int register, int k) {
        Instruction[] instructions = tape.code();
        for (int i = k; i < instructions.length; i++) {
            if (instructions[i].p() == register || instructions[i].q() == register) {
                return true;
            }
            if (instructions[i].r() == register || instructions[i].s() == register) {
                return false;
            }
        }
        for (int output = 0; output < tape.outputs(); output++) {
            if (tape.output(output) == register) {
                return true;
            }
        }
        return false;
    }

    private int value(int register) {
        if (values[register] == NONE) {
            int constant = register - tape.variables().length;
            values[register] = isConstant(register) ? code.constant(tape.constants()[constant]) : code.load(address(register));
        }
        return values[register];
    }

    private boolean isConstant(int register) {
        return register >= tape.variables().length && register < firstOwn();
    }

    /** The first register that instructions write. */
    private int firstOwn() {
        return tape.variables().length + tape.constants().length;
    }

    private int address(int register) {
        return register < tape.variables().length ? module.input(tape.variables()[register]) : module.temporary(register);
    }
}
