package descentlab.optimizer;

import descentlab.expression.Update;
import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import descentlab.parameter.Value;
import java.util.List;
import java.util.function.Function;

/** An update rule at work on a batch: it holds the state (momentum …) of every lane and coordinate. Names and conventions are PyTorch's. */
public interface Optimizer {
    /** Moves the points one step, in place. */
    void step(Batch batch);

    /** Some of the lanes have ended; what it remembers of lanes moves as in {@link Batch#drop}. A rule without memory has nothing to do. */
    default void drop(int[] ended, int count, int lanes) {
    }

    /** Forgets all, to start on another batch of so many lanes. @return whether it can: there must be room for them in the arrays that it has */
    default boolean restart(int lanes) {
        return false;
    }

    /** Whether a step is no more than x ← x − rate·gradient. */
    default boolean isPlain() {
        return false;
    }

    /** What a step computes in each coordinate and lane, if that and a few numbers are all, and momenta are those of the settings; else null. */
    default Update update() {
        return null;
    }

    /** What {@link #update} remembers, in its order: [k][i][l] of coordinate i and lane l. */
    default double[][][] memory() {
        return new double[0][][];
    }

    /** Writes the numbers of {@link #update} for the step to come from an index on; that step is from here on taken. */
    default void ahead(double[] numbers, int at) {
    }

    /**
     * A rule that can be chosen.
     *
     * @param declaration its hyperparameters, {@code lr} among them
     * @param start       how it starts on a batch
     * @param update      what it computes in one step, one assignment a line, for each coordinate: what is shown, explained with numbers and written
     *                    into exported programs. x is the point, g the gradient, η the rate, t the number of the step from 1; a name that is read
     *                    before it is assigned keeps its value from the step before, and is 0 at first. Empty for rules that are no such list.
     */
    record Rule(Declaration declaration, Start start, Function<Settings, List<String>> update) {
        /** Whether a schedule can cycle its momentum: it has one, or β₁ in its place. */
        public boolean hasMomentum() {
            return declaration.parameter("momentum") != null || declaration.parameter("betas") != null;
        }

        /** What its momentum, or β₁, can be; it has one. */
        public Range momenta() {
            Parameter betas = declaration.parameter("betas");
            return (betas != null ? betas : declaration.parameter("momentum")).range();
        }

        /** The momentum or β₁ that settings of this rule say, 0 where it has none. */
        public double momentum(Settings settings) {
            Value betas = settings.values().get("betas");
            return betas != null ? ((Value.Numbers) betas).values().get(0) : hasMomentum() ? settings.number("momentum") : 0;
        }

        /** The lines of a step, weight decay and climbing included. */
        public List<String> lines(Settings settings) {
            return WeightDecay.lines(this, settings);
        }

        public Optimizer start(Settings settings, int dimension, int lanes) {
            return WeightDecay.around(start.start(settings, dimension, lanes), settings, dimension, lanes);
        }
    }

    /** Starts a rule on a batch of points of {@code dimension} coordinates in {@code lanes} lanes. */
    interface Start {
        Optimizer start(Settings settings, int dimension, int lanes);
    }
}
