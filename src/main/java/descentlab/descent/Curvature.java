package descentlab.descent;

import descentlab.objective.Objective;

/** How sharply a function of one or two coordinates bends at the states of a run: the Hessian there, which sets the limit for the learning rate. */
public final class Curvature {
    private final Trajectory run;
    private final double[][] hessian;

    public Curvature(Objective objective, Trajectory run) {
        int n = run.dimension();
        this.run = run;
        hessian = new double[n * n][run.steps() + 1];
        objective.hessian(run.x(), hessian, run.steps() + 1);
    }

    /** The smaller and the larger eigenvalue of the symmetric matrix with a and c on its diagonal and b beside it. */
    public static double[] eigenvalues(double a, double b, double c) {
        double half = (a - c) / 2;
        double root = Math.sqrt(half * half + b * b);
        return new double[] {(a + c) / 2 - root, (a + c) / 2 + root};
    }

    public double smallest(int t) {
        return eigenvalues(t)[0];
    }

    public double largest(int t) {
        return eigenvalues(t)[1];
    }

    private double[] eigenvalues(int t) {
        return run.dimension() == 1 ? new double[] {hessian[0][t], hessian[0][t]} : eigenvalues(hessian[0][t], hessian[1][t], hessian[3][t]);
    }

    /** The direction of the largest eigenvalue, of length 1, of a run in the plane; that of the smallest is at right angles. */
    public double[] stiffest(int t) {
        double largest = largest(t);
        double a = hessian[0][t] - largest;
        double b = hessian[1][t];
        double c = hessian[3][t] - largest;
        // A row of H − λ is at right angles to the eigenvector; the longer one is known better.
        boolean first = Math.abs(a) > Math.abs(c);
        double x = first ? -b : c;
        double y = first ? a : -b;
        double length = Math.sqrt(x * x + y * y);
        return length > 0 ? new double[] {x / length, y / length} : new double[] {1, 0};
    }

    /** The stability limit of plain gradient descent at each state, 2/λmax; NaN where nothing limits the rate, as the function does not bend upwards. */
    public double[] limits() {
        double[] limits = new double[run.steps() + 1];
        for (int t = 0; t < limits.length; t++) {
            double largest = largest(t);
            limits[t] = largest > 0 && largest < Double.POSITIVE_INFINITY ? 2 / largest : Double.NaN;
        }
        return limits;
    }

    /** η·λmax at each step, to be held against 2, or against 2 + 2μ with heavy-ball momentum μ (Polyak 1964). */
    public double[] sharpness() {
        double[] sharpness = new double[run.steps()];
        for (int t = 0; t < sharpness.length; t++) {
            sharpness[t] = run.rate()[t] * largest(t);
        }
        return sharpness;
    }

    /**
     * The same where each coordinate has a rate of its own, as Adam gives it: the largest eigenvalue of E·H, E the rates on its diagonal; NaN where one
     * is not above 0.
     *
     * @param rates rates[i][t] of coordinate i in step t
     */
    public double[] sharpness(double[][] rates) {
        double[] sharpness = new double[run.steps()];
        for (int t = 0; t < sharpness.length; t++) {
            double e = rates[0][t];
            double f = rates[rates.length - 1][t];
            sharpness[t] = !(e > 0 && f > 0) ? Double.NaN : run.dimension() == 1 ? e * hessian[0][t]
                    : eigenvalues(e * hessian[0][t], Math.sqrt(e * f) * hessian[1][t], f * hessian[3][t])[1];
        }
        return sharpness;
    }

    /** Whether the Hessian is the same at all states, as that of a quadratic is; not where it is zero. */
    public boolean isConstant() {
        boolean constant = largest(0) != 0;
        for (double[] entry : hessian) {
            for (double value : entry) {
                constant &= Math.abs(value - entry[0]) <= 1e-9 * Math.abs(largest(0));
            }
        }
        return constant;
    }

    /** In how many steps a run on a quadratic swings from one side of its minimum to the other, along the flattest direction and along the stiffest. */
    public int[] swings(double[] minimum) {
        int[] swings = new int[2];
        for (int t = 0; t < run.steps(); t++) {
            double[] from = along(minimum, t);
            double[] to = along(minimum, t + 1);
            swings[0] += from[0] * to[0] < 0 ? 1 : 0;
            swings[1] += from[1] * to[1] < 0 ? 1 : 0;
        }
        return swings;
    }

    /** The way from the minimum of a quadratic to a state, along the flattest direction and along the stiffest. */
    private double[] along(double[] minimum, int t) {
        double[] v = stiffest(0);
        double dx = run.x()[0][t] - minimum[0];
        double dy = run.x()[1][t] - minimum[1];
        return new double[] {v[0] * dy - v[1] * dx, v[0] * dx + v[1] * dy};
    }

    /**
     * The loss above the bottom of a quadratic, ½λ(v·(x − x*))², that lies along each eigenvector v, at each state: the flattest's and the stiffest's.
     *
     * @param minimum x*
     */
    public double[][] parts(double[] minimum) {
        double[][] parts = new double[2][run.steps() + 1];
        for (int t = 0; t <= run.steps(); t++) {
            double[] along = along(minimum, t);
            parts[0][t] = smallest(0) / 2 * along[0] * along[0];
            parts[1][t] = largest(0) / 2 * along[1] * along[1];
        }
        return parts;
    }
}
