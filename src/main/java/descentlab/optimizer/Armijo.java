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
    private final double[][] trial;
    private final double[] value;
    /** Of each lane the sum of the squares of all coordinates of g but the last. */
    private final double[] others;
    /** The lanes that still search; their trials stand in the first places of {@code trial} and {@code value}. */
    private final int[] searching;
    private final double[] size;
    private final double[] square;

    private Armijo(Settings settings, int dimension, int lanes) {
        c = settings.number("c");
        rho = settings.number("rho");
        most = (int) Math.min(settings.number("max_backtracks"), Integer.MAX_VALUE);
        trial = new double[dimension][lanes];
        value = new double[lanes];
        others = new double[lanes];
        searching = new int[lanes];
        size = new double[lanes];
        square = new double[lanes];
    }

    @Override
    public void step(Batch batch) {
        int last = trial.length - 1;
        for (int i = 0; i <= last; i++) {
            tryFirst(trial[i], batch.x()[i], batch.gradient()[i], batch.rate(), batch.lanes());
        }
        batch.objective().loss(trial, value, batch.lanes());
        for (int i = 0; i < last; i++) {
            addSquares(batch.gradient()[i], i == 0, batch.lanes());
        }
        int left = first(batch, last);
        for (int i = 0; i < last; i++) {
            take(batch.x()[i], trial[i], left, batch.lanes());
        }
        for (int k = 1; left > 0; k++) {
            for (int i = 0; i <= last; i++) {
                gather(trial[i], batch.x()[i], batch.gradient()[i], left);
            }
            batch.objective().loss(trial, value, left);
            left = judge(batch, left, k == most);
        }
    }

    private static void tryFirst(double[] to, double[] x, double[] g, double[] rate, int lanes) {
        for (int l = 0; l < lanes; l++) {
            to[l] = x[l] - rate[l] * g[l];
        }
    }

    private void addSquares(double[] g, boolean begins, int lanes) {
        double[] sums = others;
        for (int l = 0; l < lanes; l++) {
            sums[l] = (begins ? 0 : sums[l]) + g[l] * g[l];
        }
    }

    /** Takes the last coordinate of the first trials that are good enough; returns how many lanes go on searching. */
    private int first(Batch batch, int last) {
        double[] x = batch.x()[last];
        double[] g = batch.gradient()[last];
        double[] rate = batch.rate();
        double[] loss = batch.loss();
        double[] to = trial[last];
        int[] losses = batch.losses();
        double[] tried = value;
        double[] squares = others;
        double part = c;
        int left = 0;
        for (int l = 0; l < batch.lanes(); l++) {
            losses[l]++;
            double slope = squares[l] + g[l] * g[l];
            if (tried[l] <= loss[l] - part * rate[l] * slope || most == 0) {
                x[l] = to[l];
            } else {
                size[l] = rate[l] * rho;
                square[l] = slope;
                searching[left++] = l;
            }
        }
        return left;
    }

    /** One coordinate of all lanes but those that go on searching. */
    private void take(double[] x, double[] to, int left, int lanes) {
        for (int k = 0; k < left; k++) {
            to[searching[k]] = x[searching[k]];
        }
        for (int l = 0; l < lanes; l++) {
            x[l] = to[l];
        }
    }

    private void gather(double[] to, double[] x, double[] g, int count) {
        for (int k = 0; k < count; k++) {
            int l = searching[k];
            to[k] = x[l] - size[l] * g[l];
        }
    }

    /** Takes the trials that are good enough, all of them when they are the last ones, and shrinks the steps of the lanes that go on, whose number it returns. */
    private int judge(Batch batch, int count, boolean isLast) {
        int left = 0;
        for (int k = 0; k < count; k++) {
            int l = searching[k];
            batch.losses()[l]++;
            if (isLast || value[k] <= batch.loss()[l] - c * size[l] * square[l]) {
                for (int i = 0; i < trial.length; i++) {
                    batch.x()[i][l] = trial[i][k];
                }
            } else {
                size[l] *= rho;
                searching[left++] = l;
            }
        }
        return left;
    }
}
