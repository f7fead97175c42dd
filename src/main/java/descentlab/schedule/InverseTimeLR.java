package descentlab.schedule;

import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.List;

/**
 * The rate falls as 1/t in the end: lr/(1 + decay_rate·t), which satisfies the conditions of Robbins and Monro (1951). In PyTorch: LambdaLR.
 */
final class InverseTimeLR implements Schedule {
    static final Rule RULE = new Rule(new Declaration("InverseTimeLR", List.of(
            Parameter.number("decay_rate", 0.1, Range.NOT_NEGATIVE))), InverseTimeLR::new,
            settings -> List.of("η = η₀/(1 + decay_rate t)"));

    private final double lr;
    private final double decay;

    private InverseTimeLR(Settings settings, double lr) {
        this.lr = lr;
        decay = settings.number("decay_rate");
    }

    @Override
    public double rate(int step, double loss) {
        return lr / (1 + decay * step);
    }
}
