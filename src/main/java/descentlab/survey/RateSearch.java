package descentlab.survey;

import descentlab.descent.Descent;
import java.util.function.Function;

/**
 * The best of a fixed number of learning rates, so that every rule can be raced at its own: each rate is a lane of one batch. Best is the rate that
 * needs the fewest steps to come to rest, and where none does, the one with the lowest loss in the end; the smallest of equal ones.
 */
public final class RateSearch {
    public static final int TRIALS = 64;
    public static final double LOWEST = 1e-4;
    public static final double HIGHEST = 10;

    private final double[] rates = rates();
    private final Descent descent;
    private final int steps;
    private final Rest rest;

    /**
     * @param start     starts the batch whose lanes have these rates
     * @param steps     how many each may take
     * @param tolerance the largest gradient at rest; negative where nothing counts as such
     */
    public RateSearch(Function<double[], Descent> start, int steps, double tolerance) {
        descent = start.apply(rates);
        this.steps = steps;
        rest = new Rest(descent, tolerance);
    }

    /** The rates tried, in about equal ratios from lowest to highest. */
    public static double[] rates() {
        double[] rates = new double[TRIALS];
        for (int k = 0; k < TRIALS; k++) {
            rates[k] = rounded(LOWEST * Math.pow(HIGHEST / LOWEST, k / (TRIALS - 1.0)));
        }
        return rates;
    }

    /** To three digits, which a person can read and type again. */
    private static double rounded(double rate) {
        double unit = Math.pow(10, 2 - Math.floor(Math.log(rate) / Math.log(10)));
        return Math.floor(rate * unit + 0.5) / unit;
    }

    /** Takes every trial a step further. @return whether there is more to do */
    public boolean advance() {
        if (descent.steps() < steps) {
            rest.leap(1, null);
        }
        return descent.steps() < steps;
    }

    /** Which part of the steps has been taken, from 0 to 1. */
    public double progress() {
        return steps == 0 ? 1 : (double) descent.steps() / steps;
    }

    /** The best rate so far, or NaN where every trial ends without a number. */
    public double best() {
        int best = -1;
        for (int l = 0; l < TRIALS; l++) {
            if (descent.finite(l) && (best < 0 || isBetter(rest.since(l), descent.loss(l), rest.since(best), descent.loss(best), steps))) {
                best = l;
            }
        }
        return best < 0 ? Double.NaN : rates[best];
    }

    private static boolean isBetter(int rest, double loss, int otherRest, double otherLoss, int steps) {
        return rest <= steps || otherRest <= steps ? rest < otherRest : loss < otherLoss;
    }
}
