package descentlab.optimizer;

import descentlab.optimizer.Optimizer.Rule;
import java.util.List;

/** The list of update rules. It stands apart from {@link Optimizer}, so that a program that needs but one need not hold all. */
public final class Optimizers {
    /** Every update rule; a rule is added by a line here. */
    public static final List<Rule> ALL = List.of(Sgd.RULE, Adagrad.RULE, RmsProp.RULE, Adadelta.RULE, Adam.RULE, AdamW.RULE, Adamax.RULE, NAdam.RULE,
            RAdam.RULE, Rprop.RULE, Asgd.RULE, Lbfgs.RULE, Armijo.RULE, Newton.RULE, Polyak.RULE, Lion.RULE, SignDescent.RULE);

    private Optimizers() {
    }

    /** The rule of a name, or null. */
    public static Rule named(String name) {
        for (Rule rule : ALL) {
            if (rule.declaration().name().equals(name)) {
                return rule;
            }
        }
        return null;
    }
}
