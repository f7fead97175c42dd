package descentlab.optimizer;

import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.List;

/**
 * L-BFGS: the direction is −H·g, with H the inverse Hessian as the last pairs of steps s and gradient changes y tell it (two-loop recursion). One step
 * is PyTorch's {@code step()}: up to max_iter inner iterations, each of length lr, or found by {@link StrongWolfe}; the very first is lr·min(1, 1/‖g‖₁).
 * Source: documentation and conventions of torch.optim.LBFGS; Nocedal and Wright, Numerical Optimization, 2006, algorithms 7.4 and 7.5.
 */
public final class Lbfgs implements Optimizer {
    static final Rule RULE = new Rule(new Declaration("LBFGS", List.of(
            Parameter.number("lr", 1, Range.FINITE),
            Parameter.number("max_iter", 20, Range.COUNT),
            Parameter.optional("max_eval", Range.COUNT),
            Parameter.number("tolerance_grad", 1e-7, Range.NOT_NEGATIVE),
            Parameter.number("tolerance_change", 1e-9, Range.NOT_NEGATIVE),
            Parameter.number("history_size", 100, Range.COUNT),
            Parameter.word("line_search_fn", "None", "strong_wolfe"))), Lbfgs::new, settings -> List.of());

    /** An inner iteration: the gradient where it began, the direction, and how far along it; lane after lane. */
    public record Iteration(double[] gradient, double[] direction, double length) {
    }

    /** What one lane remembers: the pairs, and its last direction, how far it went along it, and the gradient before. */
    private static final class Memory {
        private final CurvaturePairs pairs;
        private final double[] direction;
        private final double[] gradient;
        private double length;
        private int iterations;

        Memory(int dimension, double history) {
            pairs = new CurvaturePairs(dimension, history);
            direction = new double[dimension];
            gradient = new double[dimension];
        }

        void clear() {
            pairs.clear();
            iterations = 0;
        }
    }

    private final double mostIterations;
    private final double mostEvaluations;
    private final double gradientTolerance;
    private final double changeTolerance;
    private final boolean searching;
    private final Memory[] memories;
    private final Line line;
    /** The gradient where a step begins. */
    private final double[] first;
    private List<Iteration> log;

    private Lbfgs(Settings settings, int dimension, int lanes) {
        mostIterations = settings.number("max_iter");
        mostEvaluations = settings.given("max_eval") ? settings.number("max_eval") : Math.floor(mostIterations * 5 / 4);
        gradientTolerance = settings.number("tolerance_grad");
        changeTolerance = settings.number("tolerance_change");
        searching = settings.word("line_search_fn").equals("strong_wolfe");
        line = new Line(dimension);
        first = new double[dimension];
        memories = new Memory[lanes];
        for (int l = 0; l < lanes; l++) {
            memories[l] = new Memory(dimension, settings.number("history_size"));
        }
    }

    /** The rule in one lane, which tells the log of each inner iteration. */
    public static Lbfgs observed(Settings settings, int dimension, List<Iteration> log) {
        Lbfgs rule = new Lbfgs(settings, dimension, 1);
        rule.log = log;
        return rule;
    }

    @Override
    public void step(Batch batch) {
        for (int l = 0; l < batch.lanes(); l++) {
            for (int i = 0; i < first.length; i++) {
                first[i] = batch.gradient()[i][l];
            }
            line.begin(batch.objective(), batch.x(), l);
            step(memories[l], batch.loss()[l], batch.rate()[l]);
            batch.gradients()[l] += line.evaluations();
            for (int i = 0; i < first.length; i++) {
                batch.x()[i][l] = line.origin()[i];
            }
        }
    }

    @Override
    public boolean restart(int lanes) {
        boolean fits = lanes <= memories.length;
        for (int l = 0; l < lanes && fits; l++) {
            memories[l].clear();
        }
        return fits;
    }

    /** Those of ended lanes are kept for other lanes. */
    @Override
    public void drop(int[] ended, int count, int lanes) {
        for (int k = count - 1; k >= 0; k--) {
            Memory dropped = memories[ended[k]];
            memories[ended[k]] = memories[lanes - count + k];
            memories[lanes - count + k] = dropped;
        }
    }

    private void step(Memory memory, double startLoss, double rate) {
        double loss = startLoss;
        double[] g = first;
        boolean flat = Line.largest(g) <= gradientTolerance;
        for (int k = 1; k <= mostIterations && !flat; k++) {
            turn(memory, g);
            double before = loss;
            double[] from = g;
            double[] d = memory.direction;
            memory.length = (memory.iterations == 1 ? Math.min(1, 1 / sum(g)) : 1) * rate;
            double slope = Line.dot(g, d);
            if (slope > -changeTolerance) {
                return;
            }
            line.along(d);
            if (searching) {
                StrongWolfe search = new StrongWolfe(line, loss, g, slope);
                memory.length = search.length(memory.length);
                loss = search.loss();
                g = search.gradient();
            }
            line.move(memory.length);
            if (log != null) {
                log.add(new Iteration(from.clone(), d.clone(), memory.length));
            }
            if (!searching && k < mostIterations) {
                loss = line.evaluate(0);
                g = line.gradient();
            }
            flat = Line.largest(g) <= gradientTolerance;
            boolean still = Math.abs(memory.length) * Line.largest(d) <= changeTolerance || Math.abs(loss - before) < changeTolerance;
            if (line.evaluations() + 1 >= mostEvaluations || still) {
                return;
            }
        }
    }

    /** The next direction, from what the last step has shown. */
    private static void turn(Memory memory, double[] g) {
        double[] before = memory.gradient;
        if (memory.iterations++ > 0) {
            double[] s = memory.direction;
            for (int i = 0; i < g.length; i++) {
                s[i] *= memory.length;
                before[i] = g[i] - before[i];
            }
            memory.pairs.add(s, before);
        }
        memory.pairs.turn(g, memory.direction);
        // For one or two numbers System.arraycopy takes longer; so it does in CurvaturePairs.
        for (int i = 0; i < g.length; i++) {
            before[i] = g[i];
        }
    }

    private static double sum(double[] vector) {
        double sum = 0;
        for (double each : vector) {
            sum += Math.abs(each);
        }
        return sum;
    }
}
