package descentlab.expression;

import java.util.function.IntUnaryOperator;

/**
 * Operations over pairs of lanes as WebAssembly, in the same steps and so with the same bits as {@link Kernels} has them. Those that are a few
 * instructions can stand among others in a loop; those that are many have a loop of their own, in a function of (lanes, p, q, r, s) with the
 * addresses of arrays. What is not written here, and arguments out of the range of what is, are left to functions of single numbers that the module
 * imports.
 */
final class Elementals {
    /** Stores the results of arguments of which some are out of range. */
    private interface Results {
        void store(int x, int outside);
    }

    /** Gives the number of the imported function of an operation. */
    interface Imports {
        int of(Operation operation);
    }

    /** How many pairs of lanes a long function computes in turn. */
    private static final int PAIRS = 4;
    /** Sine and cosine together have so many values at once that more would not stay in the registers. */
    private static final int PAIRS_OF_SINE = 2;
    /** Added to a whole number, it leaves the exponent of that power of two in the last bits of the sum. */
    private static final double BIAS = SineCosine.ROUNDER + 1023;
    private static final int PARAMETERS = 5;
    private static final int P = 1;
    private static final int Q = 2;
    private static final int R = 3;
    private static final int S = 4;

    private static final double[] SINE = {SineCosine.S0, SineCosine.S1, SineCosine.S2, SineCosine.S3, SineCosine.S4, SineCosine.S5};
    private static final double[] COSINE = {SineCosine.C0, SineCosine.C1, SineCosine.C2, SineCosine.C3, SineCosine.C4, SineCosine.C5};
    private static final double[] EXPONENTIAL = {Exponential.E0, Exponential.E1, Exponential.E2, Exponential.E3, Exponential.E4, Exponential.E5,
        Exponential.E6, Exponential.E7, Exponential.E8, Exponential.E9};

    private final PairCode code;

    Elementals(PairCode code) {
        this.code = code;
    }

    static boolean isShort(Operation operation) {
        return switch (operation) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE, SQRT, ABS, FLOOR, CEIL, MIN, MAX, GREATER, SIGN, RELU, POSITIVE -> true;
            default -> false;
        };
    }

    /** The function of an operation that is not short; of {@link Operation#COS}, which stores no sine, what else {@link Operation#SIN} does. */
    static Bytes function(Operation operation, Imports imports) {
        PairCode code = new PairCode(PARAMETERS, operation == Operation.SIN || operation == Operation.COS ? PAIRS_OF_SINE : PAIRS);
        Elementals elementals = new Elementals(code);
        code.beginLanes();
        int x = code.loadFrom(P);
        switch (operation) {
            case SIN -> {
                int[] both = elementals.nearSineCosine(x);
                code.storeTo(both[0], R);
                code.storeTo(both[1], S);
            }
            case COS -> code.storeTo(elementals.nearSineCosine(x)[1], S);
            case EXP -> code.storeTo(elementals.normalExp(x), R);
            case LOG -> {
                code.note(elementals.isOutsideLog(x));
                code.storeTo(elementals.log(x), R);
            }
            case SIGMOID -> code.storeTo(elementals.sigmoid(x), R);
            case TANH -> code.storeTo(elementals.tanh(x), R);
            default -> {
                int function = imports.of(operation);
                code.storeTo(operation.arity() == 1 ? code.each(function, x) : code.each(function, x, code.loadFrom(Q)), R);
            }
        }
        code.endLanes();
        if (operation == Operation.SIN) {
            elementals.sineCosineAgain(0, imports.of(Operation.SIN), imports.of(Operation.COS));
        } else if (operation == Operation.COS) {
            elementals.sineCosineAgain(1, imports.of(Operation.COS));
        } else if (operation == Operation.LOG) {
            elementals.logAgain(imports.of(Operation.LOG));
        } else if (operation == Operation.EXP) {
            elementals.expAgain();
        }
        return code.body();
    }

    /**
     * Once more over the lanes between which arguments were out of range, for those whose are: most of the others are passed over.
     *
     * @param isOutside which of the arguments are
     */
    private void again(IntUnaryOperator isOutside, Results results) {
        code.beginNoted();
        int x = code.loadFrom(P);
        int outside = isOutside.applyAsInt(x);
        code.ifAny(outside);
        results.store(x, outside);
        code.end();
        code.endNoted();
    }

    private void logAgain(int function) {
        again(this::isOutsideLog, (x, outside) -> {
            int value = code.loadFrom(R);
            code.patch(value, outside, function, x);
            code.storeTo(value, R);
        });
    }

    /** @param first which of both is the first that is wanted; {@code functions} for those beyond all range */
    private void sineCosineAgain(int first, int... functions) {
        again(x -> isBeyond(SineCosine.NEAR, x), (x, far) -> {
            int[] both = farSineCosine(x);
            int huge = isBeyond(SineCosine.LARGEST, x);
            for (int k = first; k < both.length; k++) {
                int value = code.select(far, both[k], code.loadFrom(R + k));
                code.patch(value, huge, functions[k - first], x);
                code.storeTo(value, R + k);
            }
        });
    }

    private int isBeyond(double limit, int x) {
        return code.greater(code.abs(x), code.constant(limit));
    }

    private int isOutsideLog(int x) {
        return code.or(code.less(x, code.constant(Logarithm.SMALLEST)), code.atLeast(x, code.constant(Logarithm.LARGEST)));
    }

    int of(Operation operation, int p, int q) {
        return switch (operation) {
            case ADD -> code.add(p, q);
            case SUBTRACT -> code.subtract(p, q);
            case MULTIPLY -> code.multiply(p, q);
            case DIVIDE -> code.divide(p, q);
            case NEGATE -> code.negate(p);
            case SQRT -> code.sqrt(p);
            case ABS -> code.abs(p);
            case FLOOR -> code.floor(p);
            case CEIL -> code.ceil(p);
            case MIN -> code.select(code.or(code.isNaN(p), code.less(p, q)), p, q);
            case MAX -> code.select(code.or(code.isNaN(p), code.greater(p, q)), p, q);
            case GREATER -> greater(p, q);
            case SIGN -> sign(p);
            case RELU -> code.and(p, code.or(code.isNaN(p), code.greater(p, code.constant(0))));
            case POSITIVE -> code.or(code.isNaN(p), code.and(code.greater(p, code.constant(0)), code.constant(1)));
            default -> throw new IllegalArgumentException(operation.name());
        };
    }

    private int greater(int p, int q) {
        int whole = code.and(code.greater(p, q), code.constant(1));
        int half = code.and(code.equal(p, q), code.constant(0.5));
        return code.or(code.or(whole, half), code.or(code.isNaN(p), code.isNaN(q)));
    }

    private int sign(int p) {
        int zero = code.constant(0);
        int negative = code.select(code.less(p, zero), code.constant(-1), p);
        return code.select(code.greater(p, zero), code.constant(1), negative);
    }

    /** As {@link SineCosine} up to {@link SineCosine#NEAR}, beyond which it is noted. @return the locals of sine and cosine */
    private int[] nearSineCosine(int x) {
        code.note(isBeyond(SineCosine.NEAR, x));
        int sum = multiple(x);
        int multiple = code.subtract(sum, code.constant(SineCosine.ROUNDER));
        int head = code.subtract(x, code.multiply(multiple, code.constant(SineCosine.HALF_PI_1)));
        int second = code.multiply(multiple, code.constant(SineCosine.HALF_PI_2));
        int r = code.subtract(head, second);
        int less = code.add(code.subtract(second, code.subtract(head, r)), code.multiply(multiple, code.constant(SineCosine.HALF_PI_3)));
        return sineCosine(sum, r, less);
    }

    /** The same from there to {@link SineCosine#LARGEST}. */
    private int[] farSineCosine(int x) {
        int sum = multiple(x);
        int multiple = code.subtract(sum, code.constant(SineCosine.ROUNDER));
        int nearer = code.subtract(x, code.multiply(multiple, code.constant(SineCosine.FAR_1)));
        int rest = code.subtract(nearer, code.multiply(multiple, code.constant(SineCosine.FAR_2)));
        int first = code.multiply(multiple, code.constant(SineCosine.FAR_3));
        int head = code.subtract(rest, first);
        int second = code.multiply(multiple, code.constant(SineCosine.FAR_4));
        int r = code.subtract(head, second);
        int more = code.add(code.subtract(second, code.subtract(head, r)), code.multiply(multiple, code.constant(SineCosine.FAR_5)));
        return sineCosine(sum, r, code.subtract(more, code.subtract(code.subtract(rest, head), first)));
    }

    /** Which multiple of π/2 is next, in the last bits of a sum. */
    private int multiple(int x) {
        return code.add(code.multiply(x, code.constant(SineCosine.TWO_OVER_PI)), code.constant(SineCosine.ROUNDER));
    }

    /** Of r − less and the multiple of π/2 beside it. */
    private int[] sineCosine(int sum, int r, int less) {
        int r2 = code.multiply(r, r);
        int r4 = code.multiply(r2, r2);
        int sine = code.subtract(r, code.add(less, code.multiply(code.multiply(r2, r), polynomial(SINE, r2, r4))));
        int half = code.multiply(code.constant(0.5), r2);
        int even = code.add(code.multiply(r4, polynomial(COSINE, r2, r4)), code.multiply(r, less));
        int cosine = code.subtract(code.constant(1), code.subtract(half, even));
        int bit = code.bits(1);
        int odd = code.equalBits(code.and(sum, bit), bit);
        int sign = code.bits(Long.MIN_VALUE);
        int swap = code.and(code.xor(sine, cosine), odd);
        int s = code.xor(code.xor(sine, swap), code.and(code.shiftLeft(sum, 62), sign));
        int c = code.xor(code.xor(cosine, swap), code.and(code.shiftLeft(code.addBits(sum, bit), 62), sign));
        return new int[] {s, c};
    }

    /** c[0] + c[1]·a + a2·(c[2] + c[3]·a + a2·(…)), of an even number of coefficients. */
    private int polynomial(double[] c, int a, int a2) {
        int value = -1;
        for (int k = c.length - 2; k >= 0; k -= 2) {
            int pair = code.add(code.constant(c[k]), code.multiply(a, code.constant(c[k + 1])));
            value = value < 0 ? pair : code.add(pair, code.multiply(a2, value));
        }
        return value;
    }

    /** As {@link Exponential}, where the result is a normal number. */
    private int normalExp(int x) {
        code.note(code.greater(code.abs(x), code.constant(Exponential.NORMAL)));
        int k = exponent(x);
        return code.multiply(power(x, k), code.shiftLeft(code.add(k, code.constant(BIAS)), 52));
    }

    /** Once more over the lanes between which a result was no normal number. */
    private void expAgain() {
        code.beginNoted();
        code.storeTo(exp(code.loadFrom(P)), R);
        code.endNoted();
    }

    /** As {@link Exponential} everywhere; 2^k is two factors, each made by putting its exponent into its place. */
    private int exp(int x) {
        int a = code.larger(code.smaller(x, code.constant(Exponential.HIGHEST)), code.constant(Exponential.LOWEST));
        int k = exponent(a);
        int bias = code.constant(BIAS);
        int sum = code.add(code.multiply(k, code.constant(0.5)), bias);
        int other = code.add(code.subtract(k, code.subtract(sum, bias)), bias);
        return code.multiply(code.multiply(power(a, k), code.shiftLeft(sum, 52)), code.shiftLeft(other, 52));
    }

    private int exponent(int x) {
        int rounder = code.constant(SineCosine.ROUNDER);
        return code.subtract(code.add(code.multiply(x, code.constant(Exponential.LOG2_E)), rounder), rounder);
    }

    /** e^x / 2^k */
    private int power(int x, int k) {
        int head = code.subtract(x, code.multiply(k, code.constant(Exponential.LN2_1)));
        int less = code.multiply(k, code.constant(Exponential.LN2_2));
        int r = code.subtract(head, less);
        int r2 = code.multiply(r, r);
        int rest = code.subtract(less, code.multiply(r2, polynomial(EXPONENTIAL, r, r2)));
        return code.add(code.constant(1), code.subtract(head, rest));
    }

    /** As {@link Logarithm}. */
    private int log(int x) {
        int k = code.shiftWordsRight(code.subtractWords(code.single(x), code.bits(Logarithm.ROOT_HALF * 0x1_0000_0001L)), 23);
        int power = code.shiftLeft(code.subtractBits(code.bits(1023), code.wordsToBits(k)), 52);
        int whole = code.wordsToDoubles(k);
        int f = code.subtract(code.multiply(x, power), code.constant(1));
        int s = code.divide(f, code.add(code.constant(2), f));
        int s2 = code.multiply(s, s);
        int s4 = code.multiply(s2, s2);
        int half = code.multiply(code.multiply(code.constant(0.5), f), f);
        int odd = code.multiply(s2, horner(s4, Logarithm.L0, Logarithm.L2, Logarithm.L4, Logarithm.L6));
        int rest = code.add(odd, code.multiply(s4, horner(s4, Logarithm.L1, Logarithm.L3, Logarithm.L5)));
        int inner = code.add(code.multiply(s, code.add(half, rest)), code.multiply(whole, code.constant(Exponential.LN2_2)));
        int all = code.subtract(code.subtract(half, inner), f);
        return code.subtract(code.multiply(whole, code.constant(Exponential.LN2_1)), all);
    }

    private int horner(int a, double... c) {
        int value = code.constant(c[c.length - 1]);
        for (int k = c.length - 2; k >= 0; k--) {
            value = code.add(code.constant(c[k]), code.multiply(a, value));
        }
        return value;
    }

    /** As {@link Elementary#sigmoid}. */
    private int sigmoid(int x) {
        int e = exp(code.negate(code.abs(x)));
        int one = code.constant(1);
        return code.divide(code.select(code.atLeast(x, code.constant(0)), one, e), code.add(one, e));
    }

    /** As {@link Elementary#tanh}. */
    private int tanh(int x) {
        int a = code.abs(x);
        int twice = code.multiply(code.constant(2), a);
        int u = exp(twice);
        int one = code.constant(1);
        int less = code.subtract(u, one);
        int small = code.multiply(less, code.divide(twice, log(u)));
        int e = code.select(code.greater(twice, one), less, code.select(code.equal(u, one), twice, small));
        int tanh = code.divide(e, code.add(e, code.constant(2)));
        int bounded = code.select(code.greater(a, code.constant(Elementary.LARGE)), one, tanh);
        return code.select(code.less(x, code.constant(0)), code.negate(bounded), bounded);
    }
}
