package descentlab.optimizer;

import descentlab.objective.Objective;

/** An objective along a line x + t·d, for a line search in one lane; counts the evaluations. */
final class Line {
    private final double[] origin;
    private final double[][] point;
    private final double[][] gradient;
    private final double[] loss = new double[1];
    private Objective objective;
    private double[] direction;
    private int evaluations;

    Line(int dimension) {
        origin = new double[dimension];
        direction = new double[dimension];
        point = new double[dimension][1];
        gradient = new double[dimension][1];
    }

    /** Starts at a lane of x, where nothing has been evaluated yet. */
    void begin(Objective objective, double[][] x, int lane) {
        this.objective = objective;
        evaluations = 0;
        for (int i = 0; i < origin.length; i++) {
            origin[i] = x[i][lane];
        }
    }

    /** x, which {@link #move} changes. */
    double[] origin() {
        return origin;
    }

    int evaluations() {
        return evaluations;
    }

    void along(double[] direction) {
        this.direction = direction;
    }

    double[] direction() {
        return direction;
    }

    /** x ← x + t·d. */
    void move(double t) {
        for (int i = 0; i < origin.length; i++) {
            origin[i] += t * direction[i];
        }
    }

    /** f(x + t·d). */
    double evaluate(double t) {
        for (int i = 0; i < origin.length; i++) {
            point[i][0] = origin[i] + t * direction[i];
        }
        objective.gradient(point, loss, gradient, 1);
        evaluations++;
        return loss[0];
    }

    /** ∇f where it was evaluated last. */
    double[] gradient() {
        double[] copy = new double[gradient.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = gradient[i][0];
        }
        return copy;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The largest absolute value; NaN where one of them is. */
    static double largest(double[] vector) {
        double largest = 0;
        for (double each : vector) {
            largest = Math.max(largest, Math.abs(each));
        }
        return largest;
    }
}
