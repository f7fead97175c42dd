package descentlab.schedule;

import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.List;

/**
 * The rate goes from lr·start_factor to lr·end_factor in a straight line within total_iters steps: a warm-up.
 * Source: documentation of torch.optim.lr_scheduler.LinearLR.
 */
final class LinearLR implements Schedule {
    static final Rule RULE = new Rule(new Declaration("LinearLR", List.of(
            Parameter.number("start_factor", 1 / 3.0, new Range(0, false, 1, true, false)),
            Parameter.number("end_factor", 1, Range.SHARE),
            Parameter.number("total_iters", 5, Range.COUNT))), LinearLR::new,
            settings -> List.of("η = η₀ (start_factor + (end_factor - start_factor) min(t, total_iters)/total_iters)"));

    private final double lr;
    private final double start;
    private final double end;
    private final double total;

    private LinearLR(Settings settings, double lr) {
        this.lr = lr;
        start = settings.number("start_factor");
        end = settings.number("end_factor");
        total = settings.number("total_iters");
    }

    @Override
    public double rate(int step, double loss) {
        return lr * (start + (end - start) * (Math.min(step, total) / total));
    }
}
