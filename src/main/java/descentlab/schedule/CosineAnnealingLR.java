package descentlab.schedule;

import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.List;

/**
 * The rate swings from lr to eta_min and back, half a cosine in T_max steps: eta_min + (lr − eta_min)·(1 + cos(π·t/T_max))/2.
 * Source: documentation of torch.optim.lr_scheduler.CosineAnnealingLR; Loshchilov and Hutter, SGDR, 2017.
 */
final class CosineAnnealingLR implements Schedule {
    static final Rule RULE = new Rule(new Declaration("CosineAnnealingLR", List.of(
            Parameter.number("T_max", 50, Range.COUNT),
            Parameter.number("eta_min", 0, Range.FINITE))), CosineAnnealingLR::new,
            settings -> List.of("η = eta_min + (η₀ - eta_min) (1 + cos(π t/T_max))/2"));

    private final double lr;
    private final double half;
    private final double least;

    private CosineAnnealingLR(Settings settings, double lr) {
        this.lr = lr;
        half = settings.number("T_max");
        least = settings.number("eta_min");
    }

    @Override
    public double rate(int step, double loss) {
        return least + (lr - least) * (1 + Math.cos(Math.PI * step / half)) / 2;
    }
}
