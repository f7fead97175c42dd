package descentlab.descent;

import descentlab.objective.Objective;
import descentlab.objective.Plane;

/**
 * The plane that a run's path lies in best: through its last point along the first two principal directions of its states, and which part of the path
 * it holds. Source: Li et al., Visualizing the loss landscape of neural nets, 2018, section 7.
 *
 * @param explained the part of Σ|θ_t − θ_end|² that lies in the plane, 0 to 1
 */
public record Principal(Plane plane, double explained) {
    /** As many states, evenly apart, tell the directions. */
    private static final int STATES = 120;
    private static final int ITERATIONS = 300;
    private static final double FARTHEST = 1e50;

    /** NaN directions are never made: of a run that did not move, or only along a line, the plane is filled up with the first coordinates. */
    public static Principal of(Objective objective, Trajectory run) {
        int last = lastFinite(run);
        double[] origin = run.point(last);
        int count = Math.min(STATES, last);
        double[][] states = new double[count][origin.length];
        double total = 0;
        for (int k = 0; k < count; k++) {
            int t = (int) ((double) k / count * last);
            for (int i = 0; i < origin.length; i++) {
                states[k][i] = run.x()[i][t] - origin[i];
                total += states[k][i] * states[k][i];
            }
        }
        double[] first = direction(states, origin.length, null, 0);
        double[] second = direction(states, origin.length, first, 1);
        double held = 0;
        for (double[] state : states) {
            held += square(dot(state, first)) + square(dot(state, second));
        }
        return new Principal(new Plane(objective, origin, new double[][] {first, second}), total > 0 ? held / total : 1);
    }

    /** Which part of a run's path, seen from its end, lies in a plane. */
    public static double explained(Plane plane, Trajectory run) {
        int last = lastFinite(run);
        double total = 0;
        double held = 0;
        for (int t = 0; t < last; t++) {
            double[] point = run.point(t);
            double[] at = plane.project(point);
            for (int i = 0; i < point.length; i++) {
                double inPlane = at[0] * plane.directions()[0][i] + at[1] * plane.directions()[1][i];
                total += square(point[i] - plane.origin()[i]);
                held += square(inPlane);
            }
        }
        return total > 0 ? held / total : 1;
    }

    /** The last state whose point is finite and not so far that products of four such numbers overflow. */
    private static int lastFinite(Trajectory run) {
        int last = run.steps();
        while (last > 0 && !(norm(run, last) < FARTHEST)) {
            last--;
        }
        return last;
    }

    private static double norm(Trajectory run, int t) {
        double norm = 0;
        for (double[] x : run.x()) {
            norm += Math.abs(x[t]);
        }
        return norm;
    }

    /** The direction in which the states spread most, at right angles to another, by power iteration on their scatter. */
    private static double[] direction(double[][] states, int n, double[] other, int coordinate) {
        double[] v = new double[n];
        if (states.length > 0) {
            System.arraycopy(states[coordinate == 0 ? 0 : states.length / 2], 0, v, 0, n);
        }
        v = normal(v, other, coordinate);
        for (int k = 0; k < ITERATIONS; k++) {
            double[] next = new double[v.length];
            for (double[] state : states) {
                double along = dot(state, v);
                for (int i = 0; i < n; i++) {
                    next[i] += along * state[i];
                }
            }
            v = normal(next, other, coordinate);
        }
        return v;
    }

    /** Of length 1 and at right angles to the other; where nothing is left, along a coordinate. */
    private static double[] normal(double[] v, double[] other, int coordinate) {
        double before = Math.sqrt(dot(v, v));
        if (other != null) {
            double along = dot(v, other);
            for (int i = 0; i < v.length; i++) {
                v[i] -= along * other[i];
            }
        }
        double length = Math.sqrt(dot(v, v));
        if (!(length > 1e-12 * before)) {
            double[] axis = new double[v.length];
            int least = 0;
            for (int i = 0; other != null && i < v.length; i++) {
                least = Math.abs(other[i]) < Math.abs(other[least]) ? i : least;
            }
            axis[other == null ? coordinate : least] = 1;
            return other == null ? axis : normal(axis, other, coordinate);
        }
        for (int i = 0; i < v.length; i++) {
            v[i] /= length;
        }
        return v;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double square(double value) {
        return value * value;
    }
}
