package descentlab.schedule;

import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.List;

/**
 * The rate falls to 0 within total_iters steps: lr·(1 − t/total_iters)^power.
 * Source: documentation of torch.optim.lr_scheduler.PolynomialLR.
 */
final class PolynomialLR implements Schedule {
    static final Rule RULE = new Rule(new Declaration("PolynomialLR", List.of(
            Parameter.number("total_iters", 5, Range.COUNT),
            Parameter.number("power", 1, Range.NOT_NEGATIVE))), PolynomialLR::new,
            settings -> List.of("η = η₀ (1 - min(t, total_iters)/total_iters)^power"));

    private final double lr;
    private final double total;
    private final double power;

    private PolynomialLR(Settings settings, double lr) {
        this.lr = lr;
        total = settings.number("total_iters");
        power = settings.number("power");
    }

    @Override
    public double rate(int step, double loss) {
        return lr * Math.pow(1 - Math.min(step, total) / total, power);
    }
}
