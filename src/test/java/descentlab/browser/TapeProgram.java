package descentlab.browser;

import descentlab.descent.Descent;
import descentlab.expression.States;
import descentlab.expression.Tape;
import descentlab.message.InputException;
import descentlab.objective.Formula;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.Optimizers;
import descentlab.parameter.Value;
import descentlab.schedule.Schedule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;

/** What benchmark and test call in a browser, compiled like the page: descents of formulas, interpreted and as code made at run time. */
public final class TapeProgram {
    private static final int LANES = 256;
    /** Steps that are taken in one call. */
    private static final int COUNT = 32;
    /** So that a formula's tape is worth compiling. */
    private static final int WARM = 2000;

    /** Slopes up to this count as rest. */
    private static final double TOLERANCE = 1e-2;
    private static final String[][] RULES = {
        {"SGD"}, {"SGD", "momentum", "0.9"}, {"SGD", "momentum", "0.8", "dampening", "0.3", "weight_decay", "0.1"},
        {"SGD", "momentum", "0.7", "nesterov", "True"}, {"SGD", "weight_decay", "0.2", "maximize", "True"},
        {"Adam"}, {"Adam", "amsgrad", "True", "weight_decay", "0.1"}, {"AdamW", "maximize", "True"},
        {"RMSprop"}, {"RMSprop", "centered", "True"}, {"RMSprop", "momentum", "0.5"}, {"RMSprop", "centered", "True", "momentum", "0.9"},
        {"Adagrad", "lr_decay", "0.1", "initial_accumulator_value", "0.5"}};

    private TapeProgram() {
    }

    /** Rules whose steps are compiled together with the gradient, all their lines among them. */
    private static List<Optimizer> rules(int dimension, int lanes) {
        List<Optimizer> rules = new ArrayList<>();
        for (String[] each : RULES) {
            Optimizer.Rule rule = Optimizers.named(each[0]);
            Map<String, Value> given = new HashMap<>();
            for (int k = 1; k < each.length; k += 2) {
                boolean flag = each[k + 1].equals("True");
                given.put(each[k], flag ? new Value.Flag(true) : new Value.Number(Double.parseDouble(each[k + 1])));
            }
            rules.add(rule.start(rule.declaration().settings(given), dimension, lanes));
        }
        return rules;
    }

    private static Descent descent(Formula formula, Optimizer rule, double momentum, double[] rate, double[][] x) {
        Schedule[] schedules = new Schedule[rate.length];
        for (int l = 0; l < rate.length; l++) {
            schedules[l] = Schedule.constant(rate[l]);
        }
        return new Descent(formula, rule, momentum, null, schedules, x);
    }

    /** The starts and rates of kernels.js and steps.js. */
    private static Descent plain(Formula formula) {
        double[][] x = new double[formula.dimension()][LANES];
        double[] rate = new double[LANES];
        for (int l = 0; l < LANES; l++) {
            for (int i = 0; i < x.length; i++) {
                x[i][l] = i == 0 ? -1.5 + l / 100.0 : 1 + l / 200.0;
            }
            rate[l] = 1e-4 * (1 + l / 256.0);
        }
        return descent(formula, rules(x.length, LANES).get(0), 0, rate, x);
    }

    /**
     * The time in milliseconds of so many steps over 256 lanes.
     *
     * @param way "tape": interpreted; "evaluated": compiled, one call for each gradient, as for any optimizer; "fused": compiled, 32 steps in a call, as maps take them
     */
    @JSExport
    public static double time(String text, String way, int steps) {
        Formula formula = formula(text, !way.equals("tape"));
        Descent descent = plain(formula);
        descent.leap(1, 0, null, null);
        double start = now();
        for (int t = 0; t < steps; t += COUNT) {
            if (way.equals("fused")) {
                descent.leap(COUNT, 0, null, null);
            } else {
                for (int k = 0; k < COUNT; k++) {
                    descent.step();
                }
            }
        }
        return now() - start;
    }

    private static Formula formula(String text, boolean compiled) {
        if (compiled) {
            CompiledTape.install();
        } else {
            Tape.makeNative(tape -> null);
        }
        try {
            Formula formula = Formula.parse(text);
            double[][] gradient = new double[formula.dimension()][LANES];
            for (int k = 0; k < WARM && compiled && formula.code(LANES, 1) == null; k++) {
                formula.gradient(new double[formula.dimension()][LANES], new double[LANES], gradient, LANES);
            }
            return formula;
        } catch (InputException mistake) {
            throw new IllegalArgumentException(text);
        }
    }

    /**
     * Descends a formula by both ways, with each rule, from places that also are huge, tiny, infinite or no numbers.
     *
     * @return the number of coordinates, losses, slopes, notes and states whose bits differ after any of the steps
     */
    @JSExport
    public static int differences(String text, int seed) {
        Formula compiled = formula(text, true);
        Formula interpreted = formula(text, false);
        int dimension = compiled.dimension();
        int lanes = LANES + 45;
        Random random = new Random(seed);
        double[][] x = new double[dimension][lanes];
        double[] rate = new double[lanes];
        for (int l = 0; l < lanes; l++) {
            rate[l] = random.nextDouble() * 0.2;
            for (int i = 0; i < dimension; i++) {
                x[i][l] = number(random);
            }
        }
        int count = 0;
        List<Optimizer> slow = rules(dimension, lanes);
        List<Optimizer> fast = rules(dimension, lanes);
        for (int r = 0; r < slow.size(); r++) {
            double momentum = momentum(RULES[r]);
            count += differences(descent(interpreted, slow.get(r), momentum, rate, copy(x)), descent(compiled, fast.get(r), momentum, rate, copy(x)));
        }
        double[][] hessian = new double[dimension * dimension][lanes];
        double[][] other = new double[dimension * dimension][lanes];
        interpreted.hessian(x, hessian, lanes);
        CompiledTape.install();
        for (int k = 0; k < WARM / 10; k++) {
            compiled.hessian(x, other, lanes);
        }
        for (int k = 0; k < hessian.length; k++) {
            count += differences(hessian[k], other[k], lanes);
        }
        return count;
    }

    private static int differences(Descent slow, Descent fast) {
        int lanes = slow.lanes();
        int count = differences(slow, fast, lanes);
        for (int steps : new int[] {1, 3, 9, States.COUNT}) {
            States[] states = new States[2];
            double[][] rested = new double[2][lanes];
            for (int k = 0; k < 2; k++) {
                states[k] = steps == States.COUNT ? States.of(slow.dimension(), lanes) : null;
                (k == 0 ? slow : fast).leap(steps, TOLERANCE, steps == 1 ? null : rested[k], states[k]);
            }
            count += differences(slow, fast, lanes) + differences(rested[0], rested[1], lanes);
            for (int i = 0; i < slow.dimension() && states[0] != null; i++) {
                for (int k = 0; k < States.COUNT; k++) {
                    count += differences(states[0].values()[k][i], states[1].values()[k][i], lanes);
                }
                count += differences(states[0].low()[i], states[1].low()[i], lanes) + differences(states[0].high()[i], states[1].high()[i], lanes)
                    + differences(states[0].nearest()[i], states[1].nearest()[i], lanes);
            }
        }
        return count;
    }

    private static int differences(Descent slow, Descent fast, int lanes) {
        int count = 0;
        for (int l = 0; l < lanes; l++) {
            count += differs(slow.loss(l), fast.loss(l)) ? 1 : 0;
            for (int i = 0; i < slow.dimension(); i++) {
                count += differs(slow.x(i, l), fast.x(i, l)) || differs(slow.gradient(i, l), fast.gradient(i, l)) ? 1 : 0;
            }
        }
        return count;
    }

    private static double momentum(String[] rule) {
        double momentum = rule[0].startsWith("Adam") ? 0.9 : 0;
        for (int k = 1; k < rule.length; k += 2) {
            momentum = rule[k].equals("momentum") ? Double.parseDouble(rule[k + 1]) : momentum;
        }
        return momentum;
    }

    /** Whether a formula that is used much runs as code made at run time. */
    @JSExport
    public static boolean compiles(String text) {
        return formula(text, true).code(LANES, 1) != null;
    }

    private static double[][] copy(double[][] x) {
        double[][] copy = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            copy[i] = x[i].clone();
        }
        return copy;
    }

    private static int differences(double[] a, double[] b, int lanes) {
        int count = 0;
        for (int l = 0; l < lanes; l++) {
            count += differs(a[l], b[l]) ? 1 : 0;
        }
        return count;
    }

    private static boolean differs(double a, double b) {
        boolean same = a == b ? a != 0 || 1 / a == 1 / b : a != a && b != b;
        return !same;
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
