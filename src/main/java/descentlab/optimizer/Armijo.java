package descentlab.optimizer;

import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
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
        for (int l = 0; l < batch.lanes(); l++) {
            searching[l] = l;
            size[l] = batch.rate()[l];
            square[l] = 0;
            for (double[] g : batch.gradient()) {
                square[l] += g[l] * g[l];
            }
        }
        int left = batch.lanes();
        for (int k = 0; k <= most && left > 0; k++) {
            left = search(batch, left, k < most);
        }
        for (int i = 0; i < trial.length; i++) {
            for (int l = 0; l < batch.lanes(); l++) {
                batch.x()[i][l] -= size[l] * batch.gradient()[i][l];
            }
        }
    }

    /** Tries the step sizes of the lanes that search, shrinks those that are too long, and returns how many lanes go on. */
    private int search(Batch batch, int count, boolean shrinking) {
        for (int i = 0; i < trial.length; i++) {
            for (int k = 0; k < count; k++) {
                int l = searching[k];
                trial[i][k] = batch.x()[i][l] - size[l] * batch.gradient()[i][l];
            }
        }
        batch.objective().loss(trial, value, count);
        int left = 0;
        for (int k = 0; k < count; k++) {
            int l = searching[k];
            batch.losses()[l]++;
            if (!(value[k] <= batch.loss()[l] - c * size[l] * square[l]) && shrinking) {
                size[l] *= rho;
                searching[left++] = l;
            }
        }
        return left;
    }
}
