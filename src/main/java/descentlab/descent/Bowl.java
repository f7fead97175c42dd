package descentlab.descent;

import descentlab.descent.Terrain.Minimum;
import descentlab.objective.Objective;
import descentlab.objective.Sharpness;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.Optimizers;
import descentlab.schedule.Schedule;
import java.util.Map;

/** The one minimum of a convex function of several coordinates, by Newton's method, which for a least-squares fit needs one step. */
public final class Bowl {
    private static final int STEPS = 40;
    private static final double FLAT = 1e-8;
    /** Where the curvature has fallen to this part of that at the start, the bottom is at infinity. */
    private static final double VANISHING = 1e-5;

    private Bowl() {
    }

    /** The minimum with its curvature, or null where Newton's method finds none: no bend, or bottom at infinity. */
    public static Minimum bottom(Objective convex, double[] start) {
        double[][] x = Objective.lane(start);
        double first = Sharpness.of(convex, x)[1][0];
        Optimizer.Rule newton = Optimizers.named("Newton");
        Optimizer optimizer = newton.start(newton.declaration().settings(Map.of()), start.length, 1);
        Descent descent = new Descent(convex, optimizer, 0, null, new Schedule[] {Schedule.constant(1)}, x);
        for (int step = 0; step < STEPS && !(descent.gradientNorm(0) <= FLAT); step++) {
            descent.step();
        }
        double[][] eigenvalues = Sharpness.of(convex, x);
        boolean bends = eigenvalues[0][0] > 0 && eigenvalues[1][0] > VANISHING * first;
        boolean found = descent.finite(0) && descent.gradientNorm(0) <= FLAT && bends;
        double[] point = new double[start.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = x[i][0];
        }
        return found ? new Minimum(point, descent.loss(0), eigenvalues[1][0], eigenvalues[0][0]) : null;
    }
}
