package descentlab.scene;

import descentlab.objective.Objective;
import java.util.Arrays;

/**
 * The part of the plane that a picture shows, in the units of the axes. All four are finite, xMin &lt; xMax, yMin &lt; yMax. What would make it
 * thinner than a number's digits can tell apart, or wider than {@link #WIDEST}, leaves it as it is.
 */
public record Viewport(double xMin, double xMax, double yMin, double yMax) {
    /** The narrowest span in parts of the larger bound: below it ticks would have no digits left to differ in. */
    private static final double NARROWEST = 1e-12;
    private static final double WIDEST = 1e300;
    private static final double MARGIN = 0.08;
    private static final int SAMPLES = 512;
    /** How much of the spread of the middle values is shown below and above them at most, when poles or walls go further. */
    private static final double BELOW = 1.5;
    private static final double ABOVE = 1;

    public Viewport {
        if (!isPossible(xMin, xMax, yMin, yMax)) {
            throw new IllegalArgumentException("no viewport: " + xMin + " " + xMax + " " + yMin + " " + yMax);
        }
    }

    /** The view nearest to these bounds that there can be: infinite ones are drawn in, and where nothing lies between them y is 0 to 1. */
    static Viewport nearest(double xMin, double xMax, double yMin, double yMax) {
        double low = Math.max(-WIDEST, yMin);
        double high = Math.min(WIDEST, yMax);
        boolean possible = possible(low, high);
        return new Viewport(xMin, xMax, possible ? low : 0, possible ? high : 1);
    }

    /** A view of all that lies between these bounds, which may be as near together or as far apart as numbers are. */
    static Viewport of(double[] x, double[] y) {
        double[] across = apart(x);
        double[] up = apart(y);
        return new Viewport(across[0], across[1], up[0], up[1]);
    }

    private static double[] apart(double[] bounds) {
        double low = Math.max(-WIDEST, Math.min(WIDEST / 2, bounds[0]));
        double high = Math.max(-WIDEST / 2, Math.min(WIDEST, bounds[1]));
        double half = possible(low, high) ? 0 : 1 + 1e-6 * Math.abs(low);
        return new double[] {low - half, high + half};
    }

    /** Whether these four can be a viewport. */
    public static boolean isPossible(double xMin, double xMax, double yMin, double yMax) {
        return possible(xMin, xMax) && possible(yMin, yMax);
    }

    private static boolean possible(double min, double max) {
        return max - min > NARROWEST * Math.max(Math.abs(min), Math.abs(max)) && min >= -WIDEST && max <= WIDEST;
    }

    /**
     * The view of a function of x from {@code from} to {@code to}: from the lowest to the highest value, but where poles or walls dwarf the rest,
     * what lies near the middle 80 % of the values, and 8 % margin. A function without values gets −1 to 1.
     */
    public static Viewport fit(Objective objective, double from, double to) {
        double[][] x = new double[1][SAMPLES];
        double[] y = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            x[0][i] = from + (to - from) * (i + 0.5) / SAMPLES;
        }
        objective.loss(x, y, SAMPLES);
        int count = 0;
        for (double value : y) {
            if (Math.abs(value) < WIDEST / 10) {
                y[count++] = value;
            }
        }
        if (count == 0) {
            return new Viewport(from, to, -1, 1);
        }
        Arrays.sort(y, 0, count);
        double low = y[count / 10];
        double high = y[count - 1 - count / 10];
        double bottom = Math.max(y[0], low - BELOW * (high - low));
        double top = Math.min(y[count - 1], high + ABOVE * (high - low));
        double span = top - bottom;
        double margin = span > 1e-9 * Math.max(Math.abs(top), Math.abs(bottom)) ? MARGIN * span : Math.max(1, Math.abs(top) / 10);
        return new Viewport(from, to, bottom - margin, top + margin);
    }

    public double width() {
        return xMax - xMin;
    }

    public double height() {
        return yMax - yMin;
    }

    /** Magnified by {@code factor} &gt; 0 (above 1 shows less); the point around stays in its place. */
    public Viewport zoom(double factor, double aroundX, double aroundY) {
        return orThis(aroundX - (aroundX - xMin) / factor, aroundX + (xMax - aroundX) / factor,
            aroundY - (aroundY - yMin) / factor, aroundY + (yMax - aroundY) / factor);
    }

    /** Moved by (dx, dy) in the units of the axes: shows (x + dx, y + dy) where it showed (x, y). */
    public Viewport pan(double dx, double dy) {
        return orThis(xMin + dx, xMax + dx, yMin + dy, yMax + dy);
    }

    private Viewport orThis(double left, double right, double bottom, double top) {
        return possible(left, right) && possible(bottom, top) ? new Viewport(left, right, bottom, top) : this;
    }
}
