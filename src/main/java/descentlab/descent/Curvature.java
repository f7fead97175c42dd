package descentlab.descent;

import descentlab.objective.Objective;

/** How sharply a function bends at the states of a run, which sets the limit for its learning rate. */
public final class Curvature {
    private Curvature() {
    }

    /**
     * The stability limit of plain gradient descent at each state of a run, 2/λmax, λmax the largest eigenvalue of the Hessian there; NaN where it is
     * not above 0: nothing limits the rate where the function does not bend upwards. For one or two coordinates.
     */
    public static double[] limits(Objective objective, Trajectory run) {
        int n = run.dimension();
        double[][] hessian = new double[n * n][run.steps() + 1];
        objective.hessian(run.x(), hessian, run.steps() + 1);
        double[] limits = new double[run.steps() + 1];
        for (int t = 0; t < limits.length; t++) {
            double largest = n == 1 ? hessian[0][t] : eigenvalues(hessian[0][t], hessian[1][t], hessian[3][t])[1];
            limits[t] = largest > 0 && largest < Double.POSITIVE_INFINITY ? 2 / largest : Double.NaN;
        }
        return limits;
    }

    /** The smaller and the larger eigenvalue of the symmetric matrix with a and c on its diagonal and b beside it. */
    public static double[] eigenvalues(double a, double b, double c) {
        double half = (a - c) / 2;
        double root = Math.sqrt(half * half + b * b);
        return new double[] {(a + c) / 2 - root, (a + c) / 2 + root};
    }
}
