package descentlab.schedule;

import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.List;

/**
 * The rate falls by the factor gamma every step_size steps: lr·γ^⌊t/step_size⌋.
 * Source: documentation of torch.optim.lr_scheduler.StepLR.
 */
final class StepLR implements Schedule {
    static final Rule RULE = new Rule(new Declaration("StepLR", List.of(
            Parameter.number("step_size", 10, Range.COUNT),
            Parameter.number("gamma", 0.1, Range.FINITE))), StepLR::new,
            settings -> List.of("η = η₀ gamma^floor(t/step_size)"));

    private final double lr;
    private final double size;
    private final double gamma;

    private StepLR(Settings settings, double lr) {
        this.lr = lr;
        size = settings.number("step_size");
        gamma = settings.number("gamma");
    }

    @Override
    public double rate(int step, double loss) {
        return lr * Math.pow(gamma, Math.floor(step / size));
    }
}
