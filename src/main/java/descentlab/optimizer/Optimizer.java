package descentlab.optimizer;

import descentlab.parameter.Declaration;
import descentlab.parameter.Settings;
import java.util.List;

/** An update rule at work on a batch: it holds the state (momentum …) of every lane and coordinate. Names and conventions are PyTorch's. */
public interface Optimizer {
    /** Every update rule; a rule is added by a line here. */
    List<Rule> ALL = List.of(Sgd.RULE);

    /**
     * Moves the points one step, in place.
     *
     * @param x        x[i][l], coordinate i of lane l
     * @param gradient gradient[i][l] of the objective at x; left as it is
     * @param rate     rate[l], the learning rate of lane l in this step
     * @param lanes    how many lanes there are; at most as many as the optimizer was started with
     */
    void step(double[][] x, double[][] gradient, double[] rate, int lanes);

    /** A rule that can be chosen: its declared hyperparameters, {@code lr} among them, and how it starts on a batch. */
    record Rule(Declaration declaration, Start start) {
    }

    /** Starts a rule on a batch of points of {@code dimension} coordinates in {@code lanes} lanes. */
    interface Start {
        Optimizer start(Settings settings, int dimension, int lanes);
    }

    /** The rule of a name, or null. */
    static Rule named(String name) {
        for (Rule rule : ALL) {
            if (rule.declaration().name().equals(name)) {
                return rule;
            }
        }
        return null;
    }
}
