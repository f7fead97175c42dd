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
        prepare(trial[0], batch.x()[0], batch.gradient()[0], batch.rate(), batch.lanes());
        for (int i = 1; i < trial.length; i++) {
            add(trial[i], batch.x()[i], batch.gradient()[i], batch.lanes());
        }
        batch.objective().loss(trial, value, batch.lanes());
        int left = first(batch.loss(), batch.losses(), batch.lanes());
        if (left == 0) {
            for (int i = 0; i < trial.length; i++) {
                System.arraycopy(trial[i], 0, batch.x()[i], 0, batch.lanes());
            }
            return;
        }
        for (int k = 1; left > 0; k++) {
            for (int i = 0; i < trial.length; i++) {
                gather(trial[i], batch.x()[i], batch.gradient()[i], left);
            }
            batch.objective().loss(trial, value, left);
            left = k < most ? shrink(batch.loss(), batch.losses(), left) : count(batch.losses(), left);
        }
        for (int i = 0; i < trial.length; i++) {
            move(batch.x()[i], batch.gradient()[i], batch.lanes());
        }
    }

    /** The first trial of all lanes, and what of ‖g‖² its first coordinate adds. */
    private void prepare(double[] to, double[] x, double[] g, double[] rate, int lanes) {
        double[] squares = square;
        double[] s = size;
        for (int l = 0; l < lanes; l++) {
            double slope = g[l];
            double first = rate[l];
            s[l] = first;
            squares[l] = slope * slope;
            to[l] = x[l] - first * slope;
        }
    }

    /** The same of a further coordinate. */
    private void add(double[] to, double[] x, double[] g, int lanes) {
        double[] squares = square;
        double[] s = size;
        for (int l = 0; l < lanes; l++) {
            double slope = g[l];
            squares[l] += slope * slope;
            to[l] = x[l] - s[l] * slope;
        }
    }

    /** The lanes whose first trial is too long, with their steps shrunk; none where no step may shrink. */
    private int first(double[] loss, int[] losses, int lanes) {
        double[] s = size;
        double[] tried = value;
        double[] slopes = square;
        double part = c;
        int left = 0;
        for (int l = 0; l < lanes; l++) {
            losses[l]++;
            if (!(tried[l] <= loss[l] - part * s[l] * slopes[l]) && most > 0) {
                s[l] *= rho;
                searching[left++] = l;
            }
        }
        return left;
    }

    private void move(double[] x, double[] g, int lanes) {
        double[] s = size;
        for (int l = 0; l < lanes; l++) {
            x[l] -= s[l] * g[l];
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
