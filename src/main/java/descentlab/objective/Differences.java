package descentlab.objective;

/** Second derivatives as central differences of the gradient, (∇f(x + h·v) − ∇f(x − h·v))/2h, of error h² and rounding/h. */
final class Differences {
    /** h in units of 1 + |x|: about where both errors are equal for a function whose derivatives are of one size. */
    private static final double STEP = 6e-6;

    private Differences() {
    }

    static double step(double x) {
        return STEP * (1 + Math.abs(x));
    }

    /** As {@link Objective#hessian}, made symmetric. */
    static void hessian(Objective objective, double[][] x, double[][] hessian, int lanes) {
        int n = x.length;
        double[][] beside = new double[n][];
        double[] loss = new double[lanes];
        double[][] before = new double[n][lanes];
        double[][] after = new double[n][lanes];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                beside[i] = x[i].clone();
            }
            for (int l = 0; l < lanes; l++) {
                beside[j][l] = x[j][l] - step(x[j][l]);
            }
            objective.gradient(beside, loss, before, lanes);
            for (int l = 0; l < lanes; l++) {
                beside[j][l] = x[j][l] + step(x[j][l]);
            }
            objective.gradient(beside, loss, after, lanes);
            for (int i = 0; i < n; i++) {
                for (int l = 0; l < lanes; l++) {
                    hessian[i * n + j][l] = (after[i][l] - before[i][l]) / (2 * step(x[j][l]));
                }
            }
        }
        symmetrise(hessian, n, lanes);
    }

    private static void symmetrise(double[][] hessian, int n, int lanes) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                for (int l = 0; l < lanes; l++) {
                    double mean = (hessian[i * n + j][l] + hessian[j * n + i][l]) / 2;
                    hessian[i * n + j][l] = mean;
                    hessian[j * n + i][l] = mean;
                }
            }
        }
    }
}
