package descentlab.optimizer;

import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.List;

/**
 * Gradient clipping, an option of any rule that is always said: a gradient longer than max_norm is scaled to that length, or each of its coordinates is
 * kept within ±clip_value.
 * Source: documentation of torch.nn.utils.clip_grad_norm_ (Euclidean norm) and clip_grad_value_.
 */
public final class Clipping {
    private static final Declaration NORM = new Declaration("clip_grad_norm_", List.of(Parameter.number("max_norm", 1, Range.POSITIVE)));
    private static final Declaration VALUE = new Declaration("clip_grad_value_", List.of(Parameter.number("clip_value", 1, Range.POSITIVE)));
    public static final List<Declaration> ALL = List.of(NORM, VALUE);
    /** PyTorch's, against division by 0. */
    private static final double EPS = 1e-6;

    private final boolean byNorm;
    private final double limit;

    /** @param settings of a declaration of {@link #ALL} */
    public Clipping(Settings settings) {
        byNorm = settings.declaration() == NORM;
        limit = settings.number(byNorm ? "max_norm" : "clip_value");
    }

    /** Clips the gradient of one lane in place; says whether that changed it. */
    public boolean clip(double[][] gradient, int lane) {
        double factor = byNorm ? limit / (norm(gradient, lane) + EPS) : 1;
        boolean acted = false;
        for (double[] coordinate : gradient) {
            double g = coordinate[lane];
            double clipped = byNorm ? (factor < 1 ? g * factor : g) : Math.min(Math.max(g, -limit), limit);
            acted |= clipped != g;
            coordinate[lane] = clipped;
        }
        return acted;
    }

    private static double norm(double[][] gradient, int lane) {
        double square = 0;
        for (double[] coordinate : gradient) {
            square += coordinate[lane] * coordinate[lane];
        }
        return Math.sqrt(square);
    }
}
