package descentlab.optimizer;

import descentlab.objective.Objective;

/** An objective along a line x + t·d, for a line search in one lane; counts the evaluations. */
final class Line {
    private final Objective objective;
    private final double[] origin;
    private final double[][] point;
    private final double[][] gradient;
    private final double[] loss = new double[1];
    private double[] direction;
    private int evaluations;

    /** @param origin x, which {@link #move} changes */
    Line(Objective objective, double[] origin) {
        this.objective = objective;
        this.origin = origin;
        direction = new double[origin.length];
        point = new double[origin.length][1];
        gradient = new double[origin.length][1];
    }

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
