package descentlab.optimizer;

import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.List;

/**
 * Polyak's step for functions whose least value f* is known: x ← x − lr·(f − f*)/‖g‖²·g. It stands still where the gradient is 0.
 * Source: Polyak, Introduction to Optimization, 1987, section 5.3. Not in PyTorch.
 */
final class Polyak implements Optimizer {
    static final Rule RULE = new Rule(new Declaration("Polyak", List.of(
            Parameter.number("lr", 1, Range.FINITE),
            Parameter.number("f_star", 0, Range.FINITE))), Polyak::new, settings -> List.of("s = η (f - θ)/n", "x = x - s g"));

    /** Between these ‖g‖² neither overflows nor loses digits. */
    private static final double TINY = 1e-280;
    private static final double HUGE = 1e280;

    private final double least;
    private final double[] size;

    private Polyak(Settings settings, int dimension, int lanes) {
        least = settings.number("f_star");
        size = new double[lanes];
    }

    @Override
    public void step(Batch batch) {
        square(size, batch.gradient()[0], batch.lanes());
        for (int i = 1; i < batch.gradient().length; i++) {
            addSquares(size, batch.gradient()[i], batch.lanes());
        }
        divide(batch.loss(), batch.rate(), batch.gradient(), batch.lanes());
        for (int i = 0; i < batch.x().length; i++) {
            step(batch.x()[i], batch.gradient()[i], batch.lanes());
        }
    }

    private void step(double[] x, double[] g, int lanes) {
        double[] s = size;
        for (int l = 0; l < lanes; l++) {
            x[l] -= s[l] * g[l];
        }
    }

    /** size[l] = rate·(f − f*)/‖g‖², of which size[l] holds ‖g‖². */
    private void divide(double[] loss, double[] rate, double[][] gradient, int lanes) {
        double[] s = size;
        for (int l = 0; l < lanes; l++) {
            double square = s[l];
            double gap = loss[l] - least;
            s[l] = rate[l] * (square > TINY && square < HUGE ? gap / square : extreme(gap, gradient, l));
        }
    }

    private static void square(double[] squares, double[] g, int lanes) {
        for (int l = 0; l < lanes; l++) {
            squares[l] = g[l] * g[l];
        }
    }

    private static void addSquares(double[] sums, double[] g, int lanes) {
        for (int l = 0; l < lanes; l++) {
            sums[l] += g[l] * g[l];
        }
    }

    private static double extreme(double gap, double[][] gradient, int l) {
        double norm = norm(gradient, l);
        return norm == 0 ? 0 : gap / norm / norm;
    }

    /** ‖g‖, scaled by the largest coordinate so that no square overflows and makes a diverging run look at rest. */
    private static double norm(double[][] gradient, int l) {
        double largest = 0;
        for (double[] g : gradient) {
            largest = Math.max(largest, Math.abs(g[l]));
        }
        double square = 0;
        for (double[] g : gradient) {
            square += largest == 0 ? 0 : g[l] / largest * (g[l] / largest);
        }
        return largest * Math.sqrt(square);
    }
}
