package descentlab.scene;

import descentlab.descent.Trajectory;
import descentlab.experiment.LearningCurves.Samples;

/**
 * A run as it is to be shown.
 *
 * @param style    which colour and which {@link Mark} it has
 * @param label    its name at the end of its line, such as "η = 0.1"
 * @param limits   limits[t], the stability limit 2/λmax at state t; NaN where there is none
 * @param selected whether its tangent and next step are shown
 * @param held     the loss over examples held out, at some steps; or null
 * @param whole    the loss over all training examples, at some steps, where the run's own is that of the examples of a step; or null
 */
public record RunPicture(Trajectory trajectory, int style, String label, double[] limits, boolean selected, Samples held, Samples whole) {
    public RunPicture(Trajectory trajectory, int style, String label, double[] limits, boolean selected) {
        this(trajectory, style, label, limits, selected, null, null);
    }

    /** Without limits. */
    RunPicture(Trajectory trajectory, int style, String label, boolean selected) {
        this(trajectory, style, label, new double[0], selected);
    }

    /** The last whole step at or before a position that may lie between two steps, within the run. */
    int stepAt(double position) {
        return (int) Math.max(0, Math.min(trajectory.steps(), Math.floor(position)));
    }

    double x(int step) {
        return trajectory.x()[0][step];
    }

    double loss(int step) {
        return trajectory.loss()[step];
    }

    /** The height in the plane picture: the loss over a function of x, the second coordinate for one of x and y. */
    double y(int step) {
        return isPath() ? trajectory.x()[1][step] : trajectory.loss()[step];
    }

    /** Whether it is a path in the plane, and not points on a curve. */
    boolean isPath() {
        return trajectory.dimension() > 1;
    }

    /** Whether the point is a number; its loss need not be one. */
    boolean located(int step) {
        return finite(x(step)) && (!isPath() || finite(y(step)));
    }

    Mark mark() {
        return Mark.of(style);
    }

    /** Whether it has a place in the plane picture. */
    boolean finite(int step) {
        return finite(x(step)) && finite(y(step));
    }

    static boolean finite(double value) {
        return value - value == 0;
    }
}
