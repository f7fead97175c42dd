package descentlab.survey;

import descentlab.descent.Descent;
import descentlab.objective.Objective;
import java.util.Arrays;
import java.util.function.Function;

/** One run at many learning rates: the final loss and the steps to rest at each. Advances piece by piece, coarsely at first. */
public final class Sweep {
    private final Objective objective;
    private final Function<double[], Descent> starter;
    private final Scale rates;
    private final int steps;
    private final double tolerance;
    private final Pace pace;
    private final Rounds order;
    private final double[] loss;
    private final double[] rest;
    private int from;
    private Rest resting;
    private Descent descent;
    /** Of each lane: whether its run has had no value at some time; what comes after is no run. */
    private boolean[] broken;

    /** How much is done at once. @param lanes rates side by side; @param block steps of each, at most 48 */
    public record Pace(int lanes, int block) {
    }

    /**
     * @param objective says the final loss: where steps see a part of the examples, that of all
     * @param starter   starts the descents with these rates
     * @param steps     how many each takes
     * @param tolerance the largest |∂f/∂xᵢ| at rest; negative where nothing counts as such
     */
    public Sweep(Objective objective, Function<double[], Descent> starter, Scale rates, int steps, double tolerance, Pace pace) {
        this.objective = objective;
        this.starter = starter;
        this.rates = rates;
        this.steps = steps;
        this.tolerance = tolerance;
        this.pace = pace;
        order = new Rounds(rates.count(), 1);
        loss = new double[order.cells()];
        rest = new double[order.cells()];
        Arrays.fill(rest, Double.NaN);
    }

    /** Takes some lanes a block of steps further. @return whether there is more to do */
    public boolean advance() {
        if (isComplete()) {
            return false;
        }
        if (descent == null) {
            double[] lanes = new double[Math.min(pace.lanes(), order.cells() - from)];
            for (int l = 0; l < lanes.length; l++) {
                lanes[l] = rates.value(order.cell(from + l));
            }
            descent = starter.apply(lanes);
            resting = new Rest(descent, tolerance);
            broken = new boolean[lanes.length];
            noteBroken();
        }
        resting.leap(Math.min(pace.block(), steps - descent.steps()), null);
        noteBroken();
        if (descent.steps() == steps) {
            int lanes = descent.lanes();
            double[][] x = new double[descent.dimension()][lanes];
            for (int i = 0; i < x.length; i++) {
                descent.copyX(i, x[i]);
            }
            double[] losses = new double[lanes];
            objective.loss(x, losses, lanes);
            for (int l = 0; l < lanes; l++) {
                boolean rested = resting.isAtRest(l) && !broken[l];
                loss[order.cell(from + l)] = broken[l] && losses[l] - losses[l] == 0 ? Double.NaN : losses[l];
                rest[order.cell(from + l)] = rested ? resting.since(l) : Double.POSITIVE_INFINITY;
            }
            from += lanes;
            descent = null;
        }
        return !isComplete();
    }

    private void noteBroken() {
        for (int l = 0; l < broken.length; l++) {
            broken[l] |= !descent.finite(l);
        }
    }

    public boolean isComplete() {
        return from >= order.cells();
    }

    /** How many steps each descent takes. */
    public int steps() {
        return steps;
    }

    public Scale rates() {
        return rates;
    }

    public boolean knows(int k) {
        return rest[k] == rest[k];
    }

    /** The loss after all steps at rate k; not finite where it diverged. */
    public double loss(int k) {
        return loss[k];
    }

    /** Steps to rest at rate k, infinite where it did not come to rest. */
    public double rest(int k) {
        return rest[k];
    }

    /** The rate that needs the fewest steps to come to rest, and where none does, the one with the lowest final loss; NaN where none is finite. */
    public double best() {
        int best = -1;
        for (int k = 0; k < loss.length; k++) {
            boolean possible = knows(k) && loss[k] - loss[k] == 0;
            if (possible && (best < 0 || rest[k] < rest[best] || rest[k] == rest[best] && rest[k] - rest[k] != 0 && loss[k] < loss[best])) {
                best = k;
            }
        }
        return best < 0 ? Double.NaN : rates.value(best);
    }
}
