package descentlab.schedule;

import descentlab.schedule.Schedule.Rule;
import java.util.List;

/** The list of schedules. It stands apart from {@link Schedule}, so that a program that needs but one need not hold all. */
public final class Schedules {
    /** Every schedule that can be chosen; one is added by a line here. */
    public static final List<Rule> ALL = List.of(StepLR.RULE, MultiStepLR.RULE, ExponentialLR.RULE, InverseTimeLR.RULE, PolynomialLR.RULE, LinearLR.RULE,
            ConstantLR.RULE, CosineAnnealingLR.RULE, CosineAnnealingWarmRestarts.RULE, WarmupCosine.RULE, CyclicLR.RULE, OneCycleLR.RULE,
            ReduceLROnPlateau.RULE, Manual.RULE);

    private Schedules() {
    }

    /** The schedule of a name, or null. */
    public static Rule named(String name) {
        for (Rule rule : ALL) {
            if (rule.declaration().name().equals(name)) {
                return rule;
            }
        }
        return null;
    }
}
