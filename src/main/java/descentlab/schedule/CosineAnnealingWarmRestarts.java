package descentlab.schedule;

import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.List;

/**
 * The rate falls from lr to eta_min along half a cosine in T_0 steps, then starts again at lr; each period is T_mult times as long as the one before.
 * Source: documentation of torch.optim.lr_scheduler.CosineAnnealingWarmRestarts; Loshchilov and Hutter, SGDR, 2017.
 */
final class CosineAnnealingWarmRestarts implements Schedule {
    static final Rule RULE = new Rule(new Declaration("CosineAnnealingWarmRestarts", List.of(
            Parameter.number("T_0", 10, Range.COUNT),
            Parameter.number("T_mult", 1, Range.COUNT),
            Parameter.number("eta_min", 0, Range.FINITE))), CosineAnnealingWarmRestarts::new, CosineAnnealingWarmRestarts::update);

    private final double lr;
    private final double least;
    private final double multiple;
    private double length;
    private double begin;

    private CosineAnnealingWarmRestarts(Settings settings, double lr) {
        this.lr = lr;
        least = settings.number("eta_min");
        multiple = settings.number("T_mult");
        length = settings.number("T_0");
    }

    private static List<String> update(Settings settings) {
        if (settings.number("T_mult") == 1) {
            return List.of("place = t/T_0 - floor(t/T_0)", "η = eta_min + (η₀ - eta_min) (1 + cos(π place))/2");
        }
        return List.of("length = where(t, length, T_0)", "again = after(t, begin + length)", "begin = begin + again length",
                "length = length where(again, T_mult, 1)", "η = eta_min + (η₀ - eta_min) (1 + cos(π (t - begin)/length))/2");
    }

    @Override
    public double rate(int step, double loss) {
        if (step - begin >= length) {
            begin += length;
            length *= multiple;
        }
        return least + (lr - least) * (1 + Math.cos(Math.PI * (step - begin) / length)) / 2;
    }
}
