package descentlab.scene;

import descentlab.descent.Trajectory;
import descentlab.message.Numerals;
import descentlab.objective.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** A function of x given by two lambdas, f and f′, and plain gradient descent on it. */
record Example(DoubleUnaryOperator f, DoubleUnaryOperator slope) implements Objective {
    static final Example WAVY = new Example(x -> x * x + 10 * Math.sin(x), x -> 2 * x + 10 * Math.cos(x));
    static final Example BOWL = new Example(x -> (x - 2) * (x - 2), x -> 2 * (x - 2));
    static final Example HYPERBOLA = new Example(x -> 1 / x, x -> -1 / (x * x));
    static final Example LOGARITHM = new Example(x -> x <= 0 ? Double.NaN : Math.log(x), x -> 1 / x);
    static final Example ABSOLUTE = new Example(Math::abs, Math::signum);
    static final Example CONSTANT = new Example(x -> 5, x -> 0);
    static final Example TWENTIETH = new Example(x -> Math.pow(x, 20), x -> 20 * Math.pow(x, 19));
    static final Example ROOT = new Example(x -> x < 0 ? Double.NaN : Math.sqrt(x), x -> x < 0 ? Double.NaN : 0.5 / Math.sqrt(x));

    Trajectory run(double start, double rate, int steps) {
        double[] x = new double[steps + 1];
        double[] loss = new double[steps + 1];
        double[] gradient = new double[steps + 1];
        double[] rates = new double[steps];
        x[0] = start;
        for (int t = 0; t <= steps; t++) {
            loss[t] = f.applyAsDouble(x[t]);
            gradient[t] = slope.applyAsDouble(x[t]);
            if (t < steps) {
                rates[t] = rate;
                x[t + 1] = x[t] - rate * gradient[t];
            }
        }
        return Trajectory.plain(new double[][] {x}, loss, new double[][] {gradient}, rates);
    }

    /** One run for each rate from the same start; the last is selected. */
    List<RunPicture> runs(double start, int steps, double... rates) {
        List<RunPicture> runs = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            runs.add(new RunPicture(run(start, rates[i], steps), i, "η = " + Numerals.brief(rates[i]), i == rates.length - 1));
        }
        return runs;
    }

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public void loss(double[][] x, double[] loss, int lanes) {
        for (int l = 0; l < lanes; l++) {
            loss[l] = f.applyAsDouble(x[0][l]);
        }
    }

    @Override
    public void gradient(double[][] x, double[] loss, double[][] gradient, int lanes) {
        loss(x, loss, lanes);
        for (int l = 0; l < lanes; l++) {
            gradient[0][l] = slope.applyAsDouble(x[0][l]);
        }
    }

    @Override
    public void hessian(double[][] x, double[][] hessian, int lanes) {
        throw new UnsupportedOperationException();
    }
}
