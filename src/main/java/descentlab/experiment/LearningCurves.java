package descentlab.experiment;

import descentlab.descent.Terrain.Minimum;
import descentlab.descent.Trajectory;
import descentlab.objective.Learning;
import descentlab.objective.Objective;
import descentlab.objective.Sharpness;

/**
 * What is read of a run that learns at some of its states, evenly apart, the first and the last among them: the loss over the examples held out, and
 * the sharpness λmax. Each is computed when it is first asked for.
 */
public final class LearningCurves {
    private static final int LOSSES = 200;
    private static final int SHARPNESSES = 40;

    private final Learning learning;
    private final Trajectory run;
    private double[] held;
    private double[] whole;
    private double[] sharpness;
    private boolean ended;
    private Minimum end;

    public LearningCurves(Learning learning, Trajectory run) {
        this.learning = learning;
        this.run = run;
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

    /** The loss over the examples held out; null where there are none. */
    public Samples held() {
        Objective loss = learning.validationLoss();
        if (loss == null) {
            return null;
        }
        int[] at = states(LOSSES);
        if (held == null) {
            held = new double[at.length];
            loss.loss(points(run, at), held, at.length);
        }
        return new Samples(at, held);
    }

    /** The loss over all training examples; null where each step sees them all, so that it is the run's own. */
    public Samples whole() {
        if (learning.stepsPerEpoch() == 1) {
            return null;
        }
        int[] at = states(LOSSES);
        if (whole == null) {
            whole = new double[at.length];
            learning.loss(points(run, at), whole, at.length);
        }
        return new Samples(at, whole);
    }

    /** The largest eigenvalue of the Hessian of the loss over all training examples. */
    public Samples sharpness() {
        int[] at = states(SHARPNESSES);
        if (sharpness == null) {
            sharpness = Sharpness.of(learning, points(run, at))[1];
        }
        return new Samples(at, sharpness);
    }

    /** 2/λmax at each state, where {@link #sharpness} has been asked for; else nothing. */
    public double[] knownLimits() {
        if (sharpness == null) {
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
        double largest = Sharpness.of(learning, points(run, new int[] {run.steps()}))[1][0];
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

    private int[] states(int most) {
        int count = Math.min(most, run.steps()) + 1;
        int[] at = new int[count];
        for (int k = 1; k < count; k++) {
            at[k] = (int) Math.floor((double) run.steps() * k / (count - 1) + 0.5);
        }
        return at;
    }

    private static double[][] points(Trajectory run, int[] at) {
        double[][] points = new double[run.dimension()][at.length];
        for (int i = 0; i < points.length; i++) {
            for (int k = 0; k < at.length; k++) {
                points[i][k] = run.x()[i][at[k]];
            }
        }
        return points;
    }
}
