package descentlab.schedule;

import descentlab.parameter.Declaration;
import descentlab.parameter.Settings;
import java.util.List;
import java.util.function.Function;

/** The learning rate of one run, step by step. Names and conventions are PyTorch's. */
public interface Schedule {
    /**
     * The rate that step {@code step} uses; called once for each step, in order from 0.
     *
     * @param loss the loss before that step
     */
    double rate(int step, double loss);

    /** The momentum that step {@code step} uses in the place of the optimizer's own, or NaN: that one stays. */
    default double momentum(int step) {
        return Double.NaN;
    }

    /**
     * A schedule that can be chosen.
     *
     * @param declaration its hyperparameters
     * @param start       how it starts from an optimizer's {@code lr}
     * @param update      what it computes before a step, as the lines of an update rule: η and, where it cycles momentum, μ; η₀ is the optimizer's rate,
     *                    t the number of the step from 0, f the loss before it. Hyperparameters stand by their names, lists as milestones₁, milestones₂ …
     *                    What is read before it is assigned keeps its value from the step before, and is 0 at first.
     */
    record Rule(Declaration declaration, Start start, Function<Settings, List<String>> update) {
    }

    interface Start {
        Schedule start(Settings settings, double lr);
    }

    /** The same rate in every step. */
    static Schedule constant(double lr) {
        return (step, loss) -> lr;
    }
}
