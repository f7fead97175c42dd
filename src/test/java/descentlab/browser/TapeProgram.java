package descentlab.browser;

import descentlab.expression.NativeTape;
import descentlab.expression.Tape;
import descentlab.message.InputException;
import descentlab.objective.Formula;
import java.util.Random;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;

/** What benchmark and test call in a browser, compiled like the page: plain descents of formulas, interpreted and as code made at run time. */
public final class TapeProgram {
    private static final int LANES = 256;
    /** Steps that are taken in one call. */
    private static final int COUNT = 16;
    /** So that a formula's tape is worth compiling. */
    private static final int WARM = 2000;

    private TapeProgram() {
    }

    private record Lanes(double[][] x, double[] rate, double[] loss, double[][] gradient) {
        /** The starts and rates of kernels.js and steps.js. */
        static Lanes start(int dimension) {
            double[][] x = new double[dimension][LANES];
            double[] rate = new double[LANES];
            for (int l = 0; l < LANES; l++) {
                for (int i = 0; i < dimension; i++) {
                    x[i][l] = i == 0 ? -1.5 + l / 100.0 : 1 + l / 200.0;
                }
                rate[l] = 1e-4 * (1 + l / 256.0);
            }
            return new Lanes(x, rate, new double[LANES], new double[dimension][LANES]);
        }
    }

    /**
     * The time in milliseconds of so many steps over 256 lanes.
     *
     * @param way "tape": interpreted; "evaluated": compiled, one call for each gradient, as for any optimizer; "fused": compiled, 16 steps in a call
     */
    @JSExport
    public static double time(String text, String way, int steps) {
        Formula formula = formula(text, !way.equals("tape"));
        Lanes lanes = Lanes.start(formula.dimension());
        formula.gradient(lanes.x, lanes.loss, lanes.gradient, LANES);
        double start = now();
        if (way.equals("evaluated")) {
            for (int t = 0; t < steps; t++) {
                step(formula, lanes);
            }
        } else {
            for (int t = 0; t < steps; t += COUNT) {
                formula.descend(lanes.x, lanes.rate, lanes.loss, lanes.gradient, LANES, COUNT);
            }
        }
        return now() - start;
    }

    private static void step(Formula formula, Lanes lanes) {
        for (int i = 0; i < lanes.x.length; i++) {
            double[] x = lanes.x[i];
            double[] slope = lanes.gradient[i];
            double[] rate = lanes.rate;
            for (int l = 0; l < LANES; l++) {
                x[l] -= rate[l] * slope[l];
            }
        }
        formula.gradient(lanes.x, lanes.loss, lanes.gradient, LANES);
    }

    private static Formula formula(String text, boolean compiled) {
        if (compiled) {
            CompiledTape.install();
        } else {
            Tape.makeNative(tape -> null);
        }
        try {
            Formula formula = Formula.parse(text);
            Lanes lanes = Lanes.start(formula.dimension());
            for (int k = 0; k < WARM && compiled && formula.gradientTape().made(LANES, 1) == null; k++) {
                formula.gradient(lanes.x, lanes.loss, lanes.gradient, LANES);
            }
            return formula;
        } catch (InputException mistake) {
            throw new IllegalArgumentException(text);
        }
    }

    /**
     * Descends a formula by both ways from places that also are huge, tiny, infinite or no numbers.
     *
     * @return the number of coordinates, losses and slopes whose bits differ after any of the steps
     */
    @JSExport
    public static int differences(String text, int seed) {
        Formula interpreted = formula(text, false);
        Formula compiled = formula(text, true);
        int dimension = compiled.dimension();
        int lanes = LANES + 45;
        Random random = new Random(seed);
        Lanes a = new Lanes(new double[dimension][lanes], new double[lanes], new double[lanes], new double[dimension][lanes]);
        for (int l = 0; l < lanes; l++) {
            a.rate[l] = random.nextDouble() * 0.2;
            for (int i = 0; i < dimension; i++) {
                a.x[i][l] = number(random);
            }
        }
        Lanes b = new Lanes(copy(a.x), a.rate, new double[lanes], new double[dimension][lanes]);
        int count = 0;
        for (int step = 0; step < 8; step++) {
            int steps = step * 3;
            if (steps == 0) {
                interpreted.gradient(a.x, a.loss, a.gradient, lanes);
                compiled.gradient(b.x, b.loss, b.gradient, lanes);
            } else {
                interpreted.descend(a.x, a.rate, a.loss, a.gradient, lanes, steps);
                compiled.descend(b.x, b.rate, b.loss, b.gradient, lanes, steps);
            }
            count += differences(a.loss, b.loss);
            for (int i = 0; i < dimension; i++) {
                count += differences(a.x[i], b.x[i]) + differences(a.gradient[i], b.gradient[i]);
            }
        }
        double[][] hessian = new double[dimension * dimension][lanes];
        double[][] other = new double[dimension * dimension][lanes];
        interpreted.hessian(a.x, hessian, lanes);
        for (int k = 0; k < WARM / 10; k++) {
            compiled.hessian(b.x, other, lanes);
        }
        for (int k = 0; k < hessian.length; k++) {
            count += differences(hessian[k], other[k]);
        }
        return count;
    }

    /** Whether a formula that is used much runs as code made at run time. */
    @JSExport
    public static boolean compiles(String text) {
        return formula(text, true).gradientTape().made(LANES, 1) != null;
    }

    private static double[][] copy(double[][] x) {
        double[][] copy = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            copy[i] = x[i].clone();
        }
        return copy;
    }

    private static int differences(double[] a, double[] b) {
        int count = 0;
        for (int l = 0; l < a.length; l++) {
            boolean same = a[l] == b[l] ? a[l] != 0 || 1 / a[l] == 1 / b[l] : a[l] != a[l] && b[l] != b[l];
            count += same ? 0 : 1;
        }
        return count;
    }

    private static double number(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> random.nextInt(7) - 3;
            case 1 -> (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(600) - 300);
            case 2 -> random.nextBoolean() ? Double.NaN : random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            case 3 -> random.nextBoolean() ? -0.0 : 0.0;
            case 4 -> (random.nextDouble() - 0.5) * 2000;
            default -> random.nextDouble() * 8 - 4;
        };
    }

    @JSBody(script = "return performance.now();")
    private static native double now();

    public static void main(String[] arguments) {
    }
}
