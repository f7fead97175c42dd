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
    /** Of each lane the sum of the squares of all coordinates of g but the last. */
    private final double[] others;
    /** The lanes whose ‖g‖² is out of these bounds. */
    private final int[] extremes;

    private Polyak(Settings settings, int dimension, int lanes) {
        least = settings.number("f_star");
        size = new double[lanes];
        others = new double[lanes];
        extremes = new int[lanes];
    }

    @Override
    public void step(Batch batch) {
        int last = batch.x().length - 1;
        for (int i = 0; i < last; i++) {
            addSquares(batch.gradient()[i], i == 0, batch.lanes());
        }
        int count = divide(batch, last);
        for (int k = 0; k < count; k++) {
            int l = extremes[k];
            size[l] = batch.rate()[l] * extreme(batch.loss()[l] - least, batch.gradient(), l);
            batch.x()[last][l] -= size[l] * batch.gradient()[last][l];
        }
        for (int i = 0; i < last; i++) {
            step(batch.x()[i], batch.gradient()[i], batch.lanes());
        }
    }

    private void addSquares(double[] g, boolean begins, int lanes) {
        double[] sums = others;
        for (int l = 0; l < lanes; l++) {
            sums[l] = (begins ? 0 : sums[l]) + g[l] * g[l];
        }
    }

    /** size = rate·(f − f*)/‖g‖², and the last coordinate is moved on the way; returns how many lanes are left. */
    private int divide(Batch batch, int last) {
        double[] loss = batch.loss();
        double[] rate = batch.rate();
        double[] gradient = batch.gradient()[last];
        double[] x = batch.x()[last];
        double[] squares = others;
        double[] s = size;
        double known = least;
        int count = 0;
        for (int l = 0; l < batch.lanes(); l++) {
            double g = gradient[l];
            double square = squares[l] + g * g;
            if (square > TINY && square < HUGE) {
                double step = rate[l] * ((loss[l] - known) / square);
                s[l] = step;
                x[l] -= step * g;
            } else {
                extremes[count++] = l;
            }
        }
        return count;
    }

    private void step(double[] x, double[] g, int lanes) {
        double[] s = size;
        for (int l = 0; l < lanes; l++) {
            x[l] -= s[l] * g[l];
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
