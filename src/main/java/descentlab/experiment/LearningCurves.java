package descentlab.experiment;

import descentlab.descent.Terrain.Minimum;
import descentlab.descent.Trajectory;
import descentlab.objective.Learning;
import descentlab.objective.Objective;
import descentlab.objective.Sharpness;
import java.util.Arrays;

/**
 * What is read of a run that learns at some of its states, a power of two steps apart, and at the last: the loss over the examples held out, and the
 * sharpness λmax. Each is computed when it is first asked for; of a run that has gone on only at states that were not read before.
 */
public final class LearningCurves {
    private static final int LOSSES = 200;
    private static final int SHARPNESSES = 40;

    private final Learning learning;
    private final Trajectory run;
    private Reading held = new Reading(LOSSES);
    private Reading whole = new Reading(LOSSES);
    private Reading sharpness = new Reading(SHARPNESSES);
    private boolean ended;
    private Minimum end;

    /** @param before what was read of the run when less of it was known; or null */
    public LearningCurves(Learning learning, Trajectory run, LearningCurves before) {
        this.learning = learning;
        this.run = run;
        if (before != null) {
            held = before.held.goneOn();
            whole = before.whole.goneOn();
            sharpness = before.sharpness.goneOn();
        }
    }

    /** Values at some states. @param at which, ascending */
    public record Samples(int[] at, double[] values) {
        /** At each state up to a step, in straight lines between the samples. */
        public double[] filled() {
            double[] filled = new double[at[at.length - 1] + 1];
            for (int k = 0; k + 1 < at.length; k++) {
                for (int t = at[k]; t <= at[k + 1]; t++) {
                    filled[t] = values[k] + (values[k + 1] - values[k]) * (t - at[k]) / (at[k + 1] - at[k]);
                }
            }
            filled[at[0]] = values[0];
            return filled;
        }
    }

    /** A quantity at some states of the run, once it has been read. */
    private static final class Reading {
        private final int most;
        private Samples known = new Samples(new int[0], new double[0]);
        private boolean read;

        Reading(int most) {
            this.most = most;
        }

        Reading goneOn() {
            Reading further = new Reading(most);
            further.known = known;
            return further;
        }

        /** @param quantity of points, x[i][k] */
        Samples of(Trajectory run, Quantity quantity) {
            if (!read) {
                read = true;
                int[] at = states(run.steps(), most);
                known = new Samples(at, values(run, at, quantity));
            }
            return known;
        }

        private double[] values(Trajectory run, int[] at, Quantity quantity) {
            double[] values = new double[at.length];
            int[] missing = new int[at.length];
            int count = 0;
            for (int k = 0; k < at.length; k++) {
                int place = Arrays.binarySearch(known.at, at[k]);
                if (place >= 0) {
                    values[k] = known.values[place];
                } else {
                    missing[count++] = k;
                }
            }
            double[] found = quantity.at(points(run, at, missing, count));
            for (int m = 0; m < count; m++) {
                values[missing[m]] = found[m];
            }
            return values;
        }

        private static int[] states(int steps, int most) {
            int apart = 1;
            while (steps / apart > most) {
                apart *= 2;
            }
            int[] at = new int[(steps + apart - 1) / apart + 1];
            for (int k = 0; k < at.length; k++) {
                at[k] = Math.min(steps, k * apart);
            }
            return at;
        }
    }

    /** A number at each of some points, x[i][k]. */
    private interface Quantity {
        double[] at(double[][] x);
    }

    /** The loss over the examples held out; null where there are none. */
    public Samples held() {
        Objective loss = learning.validationLoss();
        return loss == null ? null : held.of(run, x -> losses(loss, x));
    }

    /** The loss over all training examples; null where each step sees them all, so that it is the run's own. */
    public Samples whole() {
        return learning.stepsPerEpoch() == 1 ? null : whole.of(run, x -> losses(learning, x));
    }

    private static double[] losses(Objective objective, double[][] x) {
        double[] losses = new double[x[0].length];
        objective.loss(x, losses, losses.length);
        return losses;
    }

    /** The largest eigenvalue of the Hessian of the loss over all training examples. */
    public Samples sharpness() {
        return sharpness.of(run, x -> Sharpness.of(learning, x)[1]);
    }

    /** 2/λmax at each state, where {@link #sharpness} has been asked for; else nothing. */
    public double[] knownLimits() {
        if (!sharpness.read) {
            return new double[0];
        }
        double[] limits = sharpness().filled();
        for (int t = 0; t < limits.length; t++) {
            limits[t] = limits[t] > 0 ? 2 / limits[t] : Double.NaN;
        }
        return limits;
    }

    /** The last state with the curvature there; null where it has none. It need not be a minimum, and tells of no fastest rate. */
    static Minimum end(Learning learning, Trajectory run) {
        double largest = Sharpness.of(learning, points(run, new int[] {run.steps()}, new int[1], 1))[1][0];
        boolean bends = largest > 0 && largest < Double.POSITIVE_INFINITY;
        return bends ? new Minimum(run.point(run.steps()), run.loss()[run.steps()], largest, -2 * largest) : null;
    }

    /** Where the run ended, with the curvature there; null where it has none. */
    public Minimum end() {
        if (!ended) {
            ended = true;
            end = end(learning, run);
        }
        return end;
    }

    /** The points at the states at[which[k]], k below count. */
    private static double[][] points(Trajectory run, int[] at, int[] which, int count) {
        double[][] points = new double[run.dimension()][count];
        for (int i = 0; i < points.length; i++) {
            for (int k = 0; k < count; k++) {
                points[i][k] = run.x()[i][at[which[k]]];
            }
        }
        return points;
    }
}
