package descentlab.experiment;

import descentlab.message.InputException;
import descentlab.message.Message;
import descentlab.optimizer.Clipping;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.Sgd;
import descentlab.parameter.Settings;
import descentlab.parameter.Value;
import descentlab.schedule.Manual;
import descentlab.schedule.Schedule;
import java.util.Map;

/**
 * One run of an experiment.
 *
 * @param rule      the update rule
 * @param optimizer its settings
 * @param pace      the schedule, or null for a constant rate
 * @param schedule  its settings, or null
 * @param clipping  settings of {@link Clipping#ALL}, or null for none
 * @param shown     whether the page draws it
 */
public record Run(Optimizer.Rule rule, Settings optimizer, Schedule.Rule pace, Settings schedule, Settings clipping, boolean shown) {
    private static final Settings PLAIN = Sgd.RULE.declaration().settings(Map.of());

    /** Plain gradient descent at a constant rate. */
    public static Run plain(double lr) {
        return new Run(Sgd.RULE, PLAIN.with("lr", new Value.Number(lr)), null, null, null, true);
    }

    /** The run that a text such as {@code Adam(lr=0.1);StepLR(step_size=10)} says. */
    public static Run read(String text) throws InputException {
        return CallReader.run(text);
    }

    public double lr() {
        return optimizer.number("lr");
    }

    public Run withLr(double lr) {
        return withOptimizer(optimizer.with("lr", new Value.Number(lr)));
    }

    public Run withOptimizer(Settings optimizer) {
        return new Run(rule, optimizer, pace, schedule, clipping, shown);
    }

    public Run withSchedule(Schedule.Rule pace, Settings schedule) {
        return new Run(rule, optimizer, pace, schedule, clipping, shown);
    }

    /** At a constant rate. */
    public Run withoutSchedule() {
        return withSchedule(null, null);
    }

    public Run withClipping(Settings clipping) {
        return new Run(rule, optimizer, pace, schedule, clipping, shown);
    }

    public Run withShown(boolean shown) {
        return new Run(rule, optimizer, pace, schedule, clipping, shown);
    }

    /** Whether its rate was changed by hand in the middle of the run. */
    public boolean isSetByHand() {
        return pace == Manual.RULE;
    }

    /** At a rate from the start; a schedule that was chosen stays. */
    public Run withRateFromStart(double lr) {
        return isSetByHand() ? withLr(lr).withoutSchedule() : withLr(lr);
    }

    /** What of the options does not go with the rule, or null. */
    Message problem() {
        String name = optimizer.declaration().name();
        if (schedule != null && schedule.flag("cycle_momentum") && !rule().hasMomentum()) {
            return Message.of("run.momentum", schedule.declaration().name(), name);
        }
        return clipping != null && name.equals("LBFGS") ? Message.of("run.clipping", name) : null;
    }

    /** Whether nothing but its rate says what it is, so that {@code lr=} can write it. */
    boolean isPlain() {
        return schedule == null && clipping == null && optimizer.equalsBut("lr", PLAIN);
    }

    /** Whether both can be lanes of one batch: the same rule with the same settings, but for the rate. */
    boolean sharesBatch(Run other) {
        boolean clippedAlike = clipping == null ? other.clipping == null : other.clipping != null && clipping.equalsBut("", other.clipping);
        return clippedAlike && optimizer.equalsBut("lr", other.optimizer);
    }

    Schedule startSchedule() {
        return startSchedule(lr());
    }

    /** From another rate than the optimizer's. */
    Schedule startSchedule(double lr) {
        return pace == null ? Schedule.constant(lr) : pace.start().start(schedule, lr);
    }

    /** As a value of {@code run=}. */
    public String text() {
        return optimizer.text() + (schedule == null ? "" : ";" + schedule.text()) + (clipping == null ? "" : ";" + clipping.text());
    }
}
