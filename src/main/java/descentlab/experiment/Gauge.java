package descentlab.experiment;

import descentlab.descent.Curvature;
import descentlab.descent.Trajectory;

/**
 * How near each step of a run is to where the rule throws it out on a quadratic with the curvature found there.
 *
 * @param values η·λmax at each step, or where each coordinate has a rate of its own the same with those rates
 * @param limit  above it a run does not settle: 2 for gradient descent; (2 + 2μ)/(1 − τ) with heavy-ball momentum μ and dampening τ (Polyak 1964);
 *               (2 + 2μ)/(1 + 2μ) with Nesterov's; (2 + 2β₁)/(1 − β₁) for Adam and its kin (Cohen et al., Adaptive gradient methods at the edge of
 *               stability, 2022); less η·λ for weight decay λ of gradient descent, which adds λ to the curvature
 * @param rates  rates[i][t], the rates of the coordinates; null where all have the rate that was set
 */
public record Gauge(double[] values, double limit, double[][] rates) {
    public static Gauge of(Run run, Trajectory trajectory, Curvature curvature) {
        if (run.optimizer().declaration().name().equals("SGD")) {
            return new Gauge(curvature.sharpness(), limit(run) - run.lr() * run.optimizer().number("weight_decay"), null);
        }
        double[][] rates = new double[trajectory.dimension()][];
        boolean averaged = false;
        for (int i = 0; i < rates.length; i++) {
            double[] mean = Working.values(run, trajectory, i, "m\u0302");
            averaged = mean != null;
            rates[i] = rates(trajectory, i, averaged ? mean : trajectory.gradient()[i]);
        }
        double beta = averaged ? run.rule().momentum(run.optimizer()) : 0;
        return new Gauge(curvature.sharpness(rates), (2 + 2 * beta) / (1 - beta), rates);
    }

    private static double limit(Run run) {
        double momentum = run.optimizer().number("momentum");
        double taken = momentum == 0 ? 1 : 1 - run.optimizer().number("dampening");
        return run.optimizer().flag("nesterov") ? (2 + 2 * momentum) / (1 + 2 * momentum) : (2 + 2 * momentum) / taken;
    }

    /** The change of a coordinate in each step, in parts of the direction that the rule took: its gradient, or the mean of them that it keeps. */
    private static double[] rates(Trajectory trajectory, int i, double[] direction) {
        double[] x = trajectory.x()[i];
        double[] rates = new double[trajectory.steps()];
        for (int t = 0; t < rates.length; t++) {
            rates[t] = (x[t] - x[t + 1]) / direction[t];
        }
        return rates;
    }
}
