package descentlab.schedule;

import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.List;

/**
 * The rate falls by the factor gamma in each step: lr·γᵗ.
 * Source: documentation of torch.optim.lr_scheduler.ExponentialLR.
 */
final class ExponentialLR implements Schedule {
    static final Rule RULE = new Rule(new Declaration("ExponentialLR", List.of(
            Parameter.number("gamma", 0.95, Range.FINITE))), ExponentialLR::new, settings -> List.of("η = η₀ gamma^t"));

    private final double lr;
    private final double gamma;

    private ExponentialLR(Settings settings, double lr) {
        this.lr = lr;
        gamma = settings.number("gamma");
    }

    @Override
    public double rate(int step, double loss) {
        return lr * Math.pow(gamma, step);
    }
}
