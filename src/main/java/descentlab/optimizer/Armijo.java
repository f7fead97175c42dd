package descentlab.optimizer;

import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.Arrays;
import java.util.List;

/**
 * Gradient descent with backtracking line search: the step s begins as lr and shrinks by rho until f(x − s·g) ≤ f(x) − c·s·‖g‖² (Armijo's condition),
 * at most max_backtracks times; then x ← x − s·g. All lanes search at once; those that have found their step drop out.
 * Source: Nocedal and Wright, Numerical Optimization, 2006, algorithm 3.1. Not in PyTorch.
 */
final class Armijo implements Optimizer {
    static final Rule RULE = new Rule(new Declaration("Armijo", List.of(
            Parameter.number("lr", 1, Range.FINITE),
            Parameter.number("c", 1e-4, Range.FRACTION),
            Parameter.number("rho", 0.5, new Range(0, false, 1, false, false)),
            Parameter.number("max_backtracks", 60, Range.COUNT_OR_ZERO))), Armijo::new, settings -> List.of());

    private final double c;
    private final double rho;
    private final int most;
    /** The lanes that still search stand in the first places of {@code trial} and {@code value}; {@code searching} says which they are. */
    private final int[] searching;
    private final double[][] trial;
    private final double[] value;
    private final double[] size;
    private final double[] square;

    private Armijo(Settings settings, int dimension, int lanes) {
        c = settings.number("c");
        rho = settings.number("rho");
        most = (int) Math.min(settings.number("max_backtracks"), Integer.MAX_VALUE);
        searching = new int[lanes];
        trial = new double[dimension][lanes];
        value = new double[lanes];
        size = new double[lanes];
        square = new double[lanes];
    }

    @Override
    public void step(Batch batch) {
        System.arraycopy(batch.rate(), 0, size, 0, batch.lanes());
        Arrays.fill(square, 0);
        for (double[] g : batch.gradient()) {
            addSquares(square, g, batch.lanes());
        }
        for (int i = 0; i < trial.length; i++) {
            move(trial[i], batch.x()[i], batch.gradient()[i], batch.lanes());
        }
        for (int l = 0; l < batch.lanes(); l++) {
            searching[l] = l;
        }
        int left = batch.lanes();
        for (int k = 0; left > 0; k++) {
            batch.objective().loss(trial, value, left);
            left = k < most ? shrink(batch.loss(), batch.losses(), left) : count(batch.losses(), left);
            for (int i = 0; i < trial.length; i++) {
                gather(trial[i], batch.x()[i], batch.gradient()[i], left);
            }
        }
        for (int i = 0; i < trial.length; i++) {
            move(batch.x()[i], batch.x()[i], batch.gradient()[i], batch.lanes());
        }
    }

    private static void addSquares(double[] sums, double[] g, int lanes) {
        for (int l = 0; l < lanes; l++) {
            sums[l] += g[l] * g[l];
        }
    }

    private void move(double[] to, double[] x, double[] g, int lanes) {
        double[] s = size;
        for (int l = 0; l < lanes; l++) {
            to[l] = x[l] - s[l] * g[l];
        }
    }

    private void gather(double[] to, double[] x, double[] g, int count) {
        for (int k = 0; k < count; k++) {
            int l = searching[k];
            to[k] = x[l] - size[l] * g[l];
        }
    }

    /** Shrinks the steps that are too long, and returns how many lanes go on searching. */
    private int shrink(double[] loss, int[] losses, int count) {
        int[] lanes = searching;
        double[] s = size;
        double[] tried = value;
        double[] slopes = square;
        int left = 0;
        for (int k = 0; k < count; k++) {
            int l = lanes[k];
            losses[l]++;
            if (!(tried[k] <= loss[l] - c * s[l] * slopes[l])) {
                s[l] *= rho;
                lanes[left++] = l;
            }
        }
        return left;
    }

    /** The last trials are taken as they are. */
    private int count(int[] losses, int count) {
        for (int k = 0; k < count; k++) {
            losses[searching[k]]++;
        }
        return 0;
    }
}
