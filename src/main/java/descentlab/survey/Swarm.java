package descentlab.survey;

import descentlab.descent.Descent;
import descentlab.descent.Terrain.Minimum;
import java.util.List;
import java.util.function.Function;

/** Many descents at once from a grid of starts over a part of the plane, as lanes of one batch, and where each of them ends. */
public final class Swarm {
    /** In the place of a minimum's number: still on the way after all steps, or not finite or far outside. */
    public static final int UNDER_WAY = -1;
    public static final int GONE = -2;
    /** A run is at a minimum that is nearer than this part of the view. */
    private static final double NEAR = 0.02;
    /** A run that is further out than so many views has gone. */
    private static final double FAR = 3;

    private final Function<double[][], Descent> starter;
    private final double left;
    private final double bottom;
    private final double width;
    private final double height;
    private final int across;
    private final int down;
    private final int[] ends;
    private Descent descent;

    /**
     * @param starter starts the descents from the points x[i][lane]
     * @param across  starts side by side; {@code down} above each other
     * @param steps   after how many steps a run has ended
     * @param minima  where runs can end
     */
    public Swarm(Function<double[][], Descent> starter, double left, double right, double bottom, double top, int across, int down, int steps,
                 List<Minimum> minima) {
        this.starter = starter;
        this.left = left;
        this.bottom = bottom;
        width = right - left;
        height = top - bottom;
        this.across = across;
        this.down = down;
        ends = new int[across * down];
        at(steps);
        for (int l = 0; l < ends.length; l++) {
            ends[l] = end(descent.x(0, l), descent.x(1, l), minima);
        }
    }

    private int end(double x, double y, List<Minimum> minima) {
        double outX = Math.abs(x - left - width / 2) / width;
        double outY = Math.abs(y - bottom - height / 2) / height;
        if (!(outX <= FAR && outY <= FAR)) {
            return GONE;
        }
        int end = UNDER_WAY;
        double nearest = NEAR;
        for (int k = 0; k < minima.size(); k++) {
            double[] point = minima.get(k).point();
            double distance = Math.max(Math.abs(point[0] - x) / width, Math.abs(point[1] - y) / height);
            if (distance < nearest) {
                nearest = distance;
                end = k;
            }
        }
        return end;
    }

    private double[][] starts() {
        double[][] x = new double[2][across * down];
        for (int l = 0; l < across * down; l++) {
            x[0][l] = left + width * (l % across + 0.5) / across;
            x[1][l] = bottom + height * (l / across + 0.5) / down;
        }
        return x;
    }

    /** Brings all runs to a step, from the start again where they are further. */
    public void at(int step) {
        if (descent == null || descent.steps() > step) {
            descent = starter.apply(starts());
        }
        while (descent.steps() < step) {
            descent.step();
        }
    }

    public int lanes() {
        return ends.length;
    }

    public double x(int lane) {
        return descent.x(0, lane);
    }

    public double y(int lane) {
        return descent.x(1, lane);
    }

    /** The number of the minimum at which a run ends, or {@link #UNDER_WAY} or {@link #GONE}. */
    public int end(int lane) {
        return ends[lane];
    }

    /** Which part of the runs ends so, from 0 to 1. */
    public double share(int end) {
        int count = 0;
        for (int each : ends) {
            count += each == end ? 1 : 0;
        }
        return (double) count / ends.length;
    }
}
