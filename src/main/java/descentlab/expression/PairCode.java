package descentlab.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * The body of a WebAssembly function over lanes, two lanes an instruction. Every method appends an instruction and returns the number of its result,
 * a value. So that the processor need not wait for one instruction before the next, each is written for several pairs of lanes in turn: a value is as
 * many local variables as there are pairs, one after the other; a constant or a number is one, whose number is negative for that.
 * Source: WebAssembly Core Specification, section 5.4, on the numbers of instructions.
 */
final class PairCode {
    static final int PAIR_BYTES = 16;
    private static final int VECTOR = 0xFD;
    private static final int I32 = 0x7F;
    private static final int V128 = 0x7B;
    /** Local variables that are whole numbers. */
    private static final int WHOLES = 3;

    private final int pairs;
    private final Bytes prologue = new Bytes();
    private final Bytes code = new Bytes();
    private final List<Long> constants = new ArrayList<>();
    private final List<Integer> constantValues = new ArrayList<>();
    private final int place;
    /** Where the first pairs are that have been noted, and where those behind the last, or 0 where none have. */
    private final int first;
    private final int behind;
    private int vectors;

    /**
     * @param parameters how many the function has, whole numbers all, the first of them the number of lanes
     * @param pairs      how many pairs of lanes are computed in turn
     */
    PairCode(int parameters, int pairs) {
        this.pairs = pairs;
        place = parameters;
        first = parameters + 1;
        behind = parameters + 2;
    }

    /** The function, its size before it. */
    Bytes body() {
        Bytes body = new Bytes().number(2).number(WHOLES).add(I32).number(vectors).add(V128);
        return new Bytes().sized(body.add(prologue).add(code).add(0x0B));
    }

    Bytes code() {
        return code;
    }

    PairCode get(int local) {
        code.add(0x20).number(local);
        return this;
    }

    PairCode set(int local) {
        code.add(0x21).number(local);
        return this;
    }

    PairCode whole(int number) {
        code.add(0x41).signed(number);
        return this;
    }

    PairCode call(int function) {
        code.add(0x10).number(function);
        return this;
    }

    private PairCode vector(int operation) {
        code.add(VECTOR).number(operation);
        return this;
    }

    private int fresh() {
        return fresh(pairs);
    }

    private int fresh(int count) {
        int value = behind + 1 + vectors;
        vectors += count;
        return value;
    }

    private PairCode get(int value, int pair) {
        return get(value < 0 ? -value : value + pair);
    }

    /** for (place = 0; …; … The counter counts bytes. */
    void beginLanes() {
        whole(0).set(place).code.addAll(0x03, 0x40);
    }

    /** … place += 16 · pairs while place &lt; 8 · lanes); the number of lanes is parameter 0. */
    void endLanes() {
        next().get(0).whole(3).code.addAll(0x74, 0x48, 0x0D, 0, 0x0B);
    }

    private PairCode next() {
        past().set(place);
        return get(place);
    }

    /** The place of the pairs after these. */
    private PairCode past() {
        get(place).whole(pairs * PAIR_BYTES).code.add(0x6A);
        return this;
    }

    /** Notes these pairs where a mask has ones. */
    void note(int mask) {
        ifAny(mask);
        get(place).get(first).get(behind).code.addAll(0x45, 0x1B);
        set(first).past().set(behind).end();
    }

    /** Once more over the lanes, if any have been noted, from the first to the last of these. */
    void beginNoted() {
        get(behind).code.addAll(0x04, 0x40);
        get(first).set(place).code.addAll(0x03, 0x40);
    }

    void endNoted() {
        next().get(behind).code.addAll(0x48, 0x0D, 0, 0x0B, 0x0B);
    }

    /** What follows, up to {@link #end}, is done where a mask has ones. */
    void ifAny(int mask) {
        get(mask, 0);
        for (int pair = 1; pair < pairs; pair++) {
            get(mask, pair).vector(0x50);
        }
        vector(0x53).code.addAll(0x04, 0x40);
    }

    void end() {
        code.add(0x0B);
    }

    /** The pairs of lanes at the counter in the array at an address. */
    int load(int address) {
        return load(() -> get(place), address);
    }

    /** The same where the address is a parameter of the function. */
    int loadFrom(int parameter) {
        return load(() -> at(parameter), 0);
    }

    private int load(Runnable where, int address) {
        int value = fresh();
        for (int pair = 0; pair < pairs; pair++) {
            where.run();
            vector(0x00).code.add(3).number(address + PAIR_BYTES * pair);
            set(value + pair);
        }
        return value;
    }

    /** A number in both lanes of every pair, from so many bytes behind the address that is a parameter of the function. */
    int loadNumber(int parameter, int behind) {
        int local = fresh(1);
        get(parameter).vector(0x0A).code.add(3).number(behind);
        set(local);
        return -local;
    }

    /** A number in both lanes of every pair, from an address, loaded before the loops. */
    int loadNumber(int address) {
        int local = fresh(1);
        prologue.addAll(0x41, 0, VECTOR, 0x0A, 3).number(address).add(0x21).number(local);
        return -local;
    }

    void store(int value, int address) {
        store(value, () -> get(place), address);
    }

    void storeTo(int value, int parameter) {
        storeTo(value, parameter, 0);
    }

    /** The same, so many bytes behind it. */
    void storeTo(int value, int parameter, int behind) {
        store(value, () -> at(parameter), behind);
    }

    private void store(int value, Runnable where, int address) {
        for (int pair = 0; pair < pairs; pair++) {
            where.run();
            get(value, pair).vector(0x0B).code.add(3).number(address + PAIR_BYTES * pair);
        }
    }

    private void at(int parameter) {
        get(place).get(parameter).code.add(0x6A);
    }

    /** A number in both lanes, made before the loops. */
    int constant(double value) {
        return constant(Double.doubleToRawLongBits(value), value);
    }

    /** A whole number of 64 bits in both lanes. */
    int bits(long value) {
        return constant(value, Double.longBitsToDouble(value));
    }

    private int constant(long bits, double value) {
        int known = constants.indexOf(bits);
        if (known >= 0) {
            return constantValues.get(known);
        }
        int local = fresh(1);
        constants.add(bits);
        constantValues.add(-local);
        prologue.add(0x44).real(value).add(VECTOR).number(0x14).add(0x21).number(local);
        return -local;
    }

    private int one(int operation, int a) {
        int value = fresh();
        for (int pair = 0; pair < pairs; pair++) {
            get(a, pair).vector(operation).set(value + pair);
        }
        return value;
    }

    private int two(int operation, int a, int b) {
        int value = fresh();
        for (int pair = 0; pair < pairs; pair++) {
            get(a, pair).get(b, pair).vector(operation).set(value + pair);
        }
        return value;
    }

    private int shift(int operation, int a, int distance) {
        int value = fresh();
        for (int pair = 0; pair < pairs; pair++) {
            get(a, pair).whole(distance).vector(operation).set(value + pair);
        }
        return value;
    }

    int abs(int a) {
        return one(0xEC, a);
    }

    int negate(int a) {
        return one(0xED, a);
    }

    int sqrt(int a) {
        return one(0xEF, a);
    }

    int ceil(int a) {
        return one(0x74, a);
    }

    int floor(int a) {
        return one(0x75, a);
    }

    int add(int a, int b) {
        return two(0xF0, a, b);
    }

    int subtract(int a, int b) {
        return two(0xF1, a, b);
    }

    int multiply(int a, int b) {
        return two(0xF2, a, b);
    }

    int divide(int a, int b) {
        return two(0xF3, a, b);
    }

    /** b &lt; a ? b : a */
    int smaller(int a, int b) {
        return two(0xF6, a, b);
    }

    /** a &lt; b ? b : a */
    int larger(int a, int b) {
        return two(0xF7, a, b);
    }

    /** Comparisons give all bits where they hold, else none. */
    int equal(int a, int b) {
        return two(0x47, a, b);
    }

    int unequal(int a, int b) {
        return two(0x48, a, b);
    }

    int less(int a, int b) {
        return two(0x49, a, b);
    }

    int greater(int a, int b) {
        return two(0x4A, a, b);
    }

    int atLeast(int a, int b) {
        return two(0x4C, a, b);
    }

    int isNaN(int a) {
        return unequal(a, a);
    }

    int and(int a, int b) {
        return two(0x4E, a, b);
    }

    int or(int a, int b) {
        return two(0x50, a, b);
    }

    int xor(int a, int b) {
        return two(0x51, a, b);
    }

    /** The bits of a where mask has ones, else those of b. */
    int select(int mask, int a, int b) {
        int value = fresh();
        for (int pair = 0; pair < pairs; pair++) {
            get(a, pair).get(b, pair).get(mask, pair).vector(0x52).set(value + pair);
        }
        return value;
    }

    /** As whole numbers of 64 bits. */
    int addBits(int a, int b) {
        return two(0xCE, a, b);
    }

    int subtractBits(int a, int b) {
        return two(0xD1, a, b);
    }

    int equalBits(int a, int b) {
        return two(0xD6, a, b);
    }

    int shiftLeft(int a, int distance) {
        return shift(0xCB, a, distance);
    }

    /** The bits of both lanes in single precision, as two whole numbers of 32 bits. */
    int single(int a) {
        return one(0x5E, a);
    }

    int subtractWords(int a, int b) {
        return two(0xB1, a, b);
    }

    int shiftWordsRight(int a, int distance) {
        return shift(0xAC, a, distance);
    }

    int wordsToDoubles(int a) {
        return one(0xFE, a);
    }

    int wordsToBits(int a) {
        return one(0xC7, a);
    }

    /** Calls a function of one double for each lane where a mask has ones, and puts its results in the place of a value. */
    void patch(int value, int mask, int function, int argument) {
        for (int pair = 0; pair < pairs; pair++) {
            for (int lane = 0; lane < 2; lane++) {
                get(mask, pair).vector(0x1D).code.add(lane).addAll(0xA7, 0x04, 0x40);
                call(value, pair, lane, function, argument);
                end();
            }
        }
    }

    /** Calls a function of one or two doubles for each lane. */
    int each(int function, int... arguments) {
        int value = fresh();
        for (int pair = 0; pair < pairs; pair++) {
            for (int lane = 0; lane < 2; lane++) {
                call(value, pair, lane, function, arguments);
            }
        }
        return value;
    }

    private void call(int value, int pair, int lane, int function, int... arguments) {
        get(value + pair);
        for (int argument : arguments) {
            get(argument, pair).vector(0x21).code.add(lane);
        }
        call(function).vector(0x22).code.add(lane);
        set(value + pair);
    }
}
