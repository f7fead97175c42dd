package descentlab.schedule;

import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.List;

/**
 * The rate is lr·factor for total_iters steps, and lr after them. PyTorch leaves the factor when a step is the total_iters-th, so 0 of them never end.
 * Source: documentation of torch.optim.lr_scheduler.ConstantLR.
 */
final class ConstantLR implements Schedule {
    static final Rule RULE = new Rule(new Declaration("ConstantLR", List.of(
            Parameter.number("factor", 1 / 3.0, Range.SHARE),
            Parameter.number("total_iters", 5, Range.COUNT_OR_ZERO))), ConstantLR::new,
            settings -> List.of(settings.number("total_iters") == 0 ? "η = η₀ factor" : "η = where(after(t, total_iters), η₀, η₀ factor)"));

    private final double lr;
    private final double factor;
    private final double total;

    private ConstantLR(Settings settings, double lr) {
        this.lr = lr;
        factor = settings.number("factor");
        total = settings.number("total_iters");
    }

    @Override
    public double rate(int step, double loss) {
        return step < total || total == 0 ? lr * factor : lr;
    }
}
