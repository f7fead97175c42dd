package descentlab.schedule;

import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.List;

/**
 * A linear warm-up from lr·start_factor to lr within warmup steps, then half a cosine to 0 in T_max steps: the usual schedule of large models. In
 * PyTorch: SequentialLR of LinearLR and CosineAnnealingLR.
 */
final class WarmupCosine implements Schedule {
    static final Rule RULE = new Rule(new Declaration("WarmupCosine", List.of(
            Parameter.number("start_factor", 0.1, new Range(0, false, 1, true, false)),
            Parameter.number("warmup", 10, Range.COUNT),
            Parameter.number("T_max", 40, Range.COUNT))), WarmupCosine::new,
            settings -> List.of("η = where(after(t, warmup), η₀ (1 + cos(π (t - warmup)/T_max))/2,"
                    + " η₀ (start_factor + (1 - start_factor) t/warmup))"));

    private final double lr;
    private final double start;
    private final double warmup;
    private final double half;

    private WarmupCosine(Settings settings, double lr) {
        this.lr = lr;
        start = settings.number("start_factor");
        warmup = settings.number("warmup");
        half = settings.number("T_max");
    }

    @Override
    public double rate(int step, double loss) {
        return step < warmup ? lr * (start + (1 - start) * (step / warmup)) : lr * (1 + Math.cos(Math.PI * (step - warmup) / half)) / 2;
    }
}
