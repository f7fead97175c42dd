package descentlab.optimizer;

import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.List;

/**
 * Newton's method, x ← x − lr·H⁻¹·g, as it is: it goes to whatever stationary point is near, a maximum too. Damping adds a multiple of the identity
 * to H (Levenberg). Where H has no inverse the step is not a number.
 * Source: Nocedal and Wright, Numerical Optimization, 2006, chapter 3. Not in PyTorch.
 */
final class Newton implements Optimizer {
    static final Rule RULE = new Rule(new Declaration("Newton", List.of(
            Parameter.number("lr", 1, Range.FINITE),
            Parameter.number("damping", 0, Range.NOT_NEGATIVE))), Newton::new, settings -> List.of());

    private final double damping;
    private final double[][] hessian;
    private final double[][] matrix;
    private final double[] direction;

    private Newton(Settings settings, int dimension, int lanes) {
        damping = settings.number("damping");
        hessian = new double[dimension * dimension][lanes];
        matrix = new double[dimension][dimension];
        direction = new double[dimension];
    }

    @Override
    public void step(Batch batch) {
        batch.objective().hessian(batch.x(), hessian, batch.lanes());
        if (direction.length == 1) {
            divide(batch.x()[0], batch.gradient()[0], hessian[0], batch.rate(), batch.lanes());
            return;
        }
        for (int l = 0; l < batch.lanes(); l++) {
            for (int i = 0; i < direction.length; i++) {
                direction[i] = batch.gradient()[i][l];
                for (int j = 0; j < direction.length; j++) {
                    matrix[i][j] = hessian[i * direction.length + j][l] + (i == j ? damping : 0);
                }
            }
            solve(matrix, direction);
            for (int i = 0; i < direction.length; i++) {
                batch.x()[i][l] -= batch.rate()[l] * direction[i];
            }
        }
    }

    private void divide(double[] x, double[] g, double[] h, double[] rate, int lanes) {
        double damped = damping;
        for (int l = 0; l < lanes; l++) {
            x[l] -= rate[l] * (g[l] / (h[l] + damped));
        }
    }

    /** Puts the solution of A·d = b into b, by elimination with the largest pivot of each column; A is used up. */
    private static void solve(double[][] a, double[] b) {
        int n = b.length;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
            }
            double[] row = a[pivot];
            a[pivot] = a[k];
            a[k] = row;
            double value = b[pivot];
            b[pivot] = b[k];
            b[k] = value;
            for (int i = k + 1; i < n; i++) {
                double factor = a[i][k] / row[k];
                for (int j = k; j < n; j++) {
                    a[i][j] -= factor * row[j];
                }
                b[i] -= factor * value;
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                b[i] -= a[i][j] * b[j];
            }
            b[i] /= a[i][i];
        }
    }
}
