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
    /** The number of the tape's first output among the module's. */
    private final int first;
    private final TapeModule module;
    private final PairCode code;
    /** The value of each register in the present loop. */
    private final int[] values;
    /** What takes the steps; null where the lanes stay. */
    private Tape update;
    /** Whether what is seen on the way is noted. */
    private boolean noting;

    TapeCode(Tape tape, int first, TapeModule module, PairCode code) {
        this.tape = tape;
        this.first = first;
        this.module = module;
        this.code = code;
        values = new int[tape.registers()];
    }

    /** Writes a step too, in the first loop, with which the lanes come to their new places; the tape gives the slopes there. */
    void descend(Tape update) {
        this.update = update;
        write();
    }

    /** Writes a step that also notes how the lanes go. */
    void follow(Tape update) {
        noting = true;
        descend(update);
    }

    void write() {
        Instruction[] instructions = tape.code();
        begin();
        keepConstants();
        if (update != null) {
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
                code.call(module.function(tape.operation(k)));
            }
        }
        if (!looping) {
            begin();
        }
        for (int k = 0; k < tape.outputs(); k++) {
            code.store(value(tape.output(k)), module.output(first + k));
        }
        if (noting) {
            note();
        }
        code.endLanes();
    }

    /** Writes a loop that makes an array zero. */
    void writeZeros(int address) {
        code.beginLanes();
        code.store(code.constant(0), address);
        code.endLanes();
    }

    /** For how many steps no slope has been larger than the tolerance. */
    private void note() {
        int tolerance = code.loadNumber(module.tolerance());
        int resting = NONE;
        for (int i = 0; i < tape.outputs(); i++) {
            int flat = code.atLeast(tolerance, code.abs(value(tape.output(i))));
            resting = resting == NONE ? flat : code.and(resting, flat);
        }
        code.store(code.and(code.add(code.load(module.rested()), code.constant(1)), resting), module.rested());
    }

    /** The rule's update of each coordinate. */
    private void step() {
        int memory = update.outputs() - 1;
        int rate = code.load(module.rate());
        for (int i = 0; i < tape.outputs(); i++) {
            int[] results = results(i, memory, rate);
            code.store(results[0], module.input(i));
            for (int k = 0; k < memory; k++) {
                code.store(results[1 + k], module.memory(k, i));
            }
            if (noting) {
                code.storeTo(results[0], TapeModule.ADDRESS, i * TapeModule.STRIDE);
            }
            for (int v = 0; v < tape.variables().length; v++) {
                if (tape.variables()[v] == i) {
                    values[v] = results[0];
                }
            }
        }
    }

    /** What the update's tape gives for a coordinate; it reads x, g, rate, the memory and the numbers. */
    private int[] results(int i, int memory, int rate) {
        int[] known = new int[update.registers()];
        int fixed = update.variables().length;
        for (int v = 0; v < fixed; v++) {
            int input = update.variables()[v];
            known[v] = switch (input) {
                case 0 -> code.load(module.input(i));
                case 1 -> code.load(module.output(1 + i));
                case 2 -> rate;
                default -> input < 3 + memory ? code.load(module.memory(input - 3, i)) : code.loadNumber(TapeModule.NUMBERS, (input - 3 - memory) * Double.BYTES);
            };
        }
        for (int c = 0; c < update.constants().length; c++) {
            known[fixed + c] = code.constant(update.constants()[c]);
        }
        for (Instruction each : update.code()) {
            known[each.r()] = new Elementals(code).of(each.operation(), known[each.p()], known[each.q()]);
        }
        int[] results = new int[update.outputs()];
        Arrays.setAll(results, k -> known[update.output(k)]);
        return results;
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
            if (values[register] != NONE && tape.isRead(register, k)) {
                code.store(values[register], address(register));
            }
        }
        code.endLanes();
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
