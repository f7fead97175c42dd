package descentlab.experiment;

import descentlab.message.InputException;
import descentlab.message.Message;
import descentlab.optimizer.Clipping;
import descentlab.optimizer.Optimizer;
import descentlab.parameter.Settings;
import descentlab.parameter.Value;
import descentlab.schedule.Manual;
import descentlab.schedule.Schedule;
import java.util.Map;

/**
 * One run of an experiment.
 *
 * @param optimizer settings of an update rule of {@link Optimizer#ALL}
 * @param schedule  settings of a schedule of {@link Schedule#ALL}, or null for a constant rate
 * @param clipping  settings of {@link Clipping#ALL}, or null for none
 * @param shown     whether the page draws it
 */
public record Run(Settings optimizer, Settings schedule, Settings clipping, boolean shown) {
    private static final Settings PLAIN = Optimizer.named("SGD").declaration().settings(Map.of());

    /** Plain gradient descent at a constant rate. */
    public static Run plain(double lr) {
        return new Run(PLAIN.with("lr", new Value.Number(lr)), null, null, true);
    }

    /** The run that a text such as {@code Adam(lr=0.1);StepLR(step_size=10)} says. */
    public static Run read(String text) throws InputException {
        return CallReader.run(text);
    }

    public double lr() {
        return optimizer.number("lr");
    }

    public Run withLr(double lr) {
        return new Run(optimizer.with("lr", new Value.Number(lr)), schedule, clipping, shown);
    }

    public Run withOptimizer(Settings optimizer) {
        return new Run(optimizer, schedule, clipping, shown);
    }

    public Run withSchedule(Settings schedule) {
        return new Run(optimizer, schedule, clipping, shown);
    }

    public Run withClipping(Settings clipping) {
        return new Run(optimizer, schedule, clipping, shown);
    }

    public Run withShown(boolean shown) {
        return new Run(optimizer, schedule, clipping, shown);
    }

    /** The update rule. */
    public Optimizer.Rule rule() {
        return Optimizer.named(optimizer.declaration().name());
    }

    /** Whether its rate was changed by hand in the middle of the run. */
    public boolean isSetByHand() {
        return schedule != null && schedule.declaration() == Manual.DECLARATION;
    }

    /** At a rate from the start; a schedule that was chosen stays. */
    public Run withRateFromStart(double lr) {
        return withLr(lr).withSchedule(isSetByHand() ? null : schedule);
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
        return schedule == null ? Schedule.constant(lr()) : Schedule.named(schedule.declaration().name()).start().start(schedule, lr());
    }

    /** As a value of {@code run=}. */
    public String text() {
        return optimizer.text() + (schedule == null ? "" : ";" + schedule.text()) + (clipping == null ? "" : ";" + clipping.text());
    }
}
