package descentlab.scene;

import descentlab.objective.Objective;
import java.util.Arrays;

/**
 * The graph of a function of x over a plot, in pixels: a sample at each pixel, eight times as many where it bends, and where it jumps, has a pole or
 * ends, the place found by bisection. Pieces are separated by a point that is NaN, so no line is drawn across a pole, a jump or a gap of the domain.
 */
final class Graph {
    private static final int REFINEMENT = 8;
    /** A bend of the line, in pixels, from which it is sampled more finely. */
    private static final double BEND = 0.7;
    /** A rise between neighbours, in pixels, that may be a jump; one that bisection does not bring below the second number is one. */
    private static final double STEEP = 12;
    private static final double JUMP = 2;
    private static final int BISECTIONS = 44;
    /** More suspects than this are no jumps but an oscillation too fast for the screen; they are joined. */
    private static final int MOST_SUSPECTS = 200;
    static final double SPACING = 5;

    private final Objective objective;
    private final Plot plot;
    private double[] x;
    private double[] y;
    private double[] py;
    private int count;

    /** The line, in pixels. */
    final Points line = new Points();
    /** From and to of each stretch where the function is NaN, in pixels. */
    final Points undefined = new Points();

    Graph(Objective objective, Plot plot) {
        this.objective = objective;
        this.plot = plot;
        sample();
        refine();
        connect();
        findUndefined();
    }

    private void sample() {
        int columns = (int) Math.ceil(plot.frame().width());
        double[] xs = new double[columns + 1];
        for (int i = 0; i <= columns; i++) {
            xs[i] = plot.xAt(plot.frame().left() + plot.frame().width() * i / columns);
        }
        evaluate(xs);
    }

    private void evaluate(double[] xs) {
        x = xs;
        count = xs.length;
        y = new double[count];
        objective.loss(new double[][] {x}, y, count);
        py = new double[count];
        for (int i = 0; i < count; i++) {
            py[i] = pixel(y[i]);
        }
    }

    /** The height of a value, held near the frame: how steep the line is far outside does not matter. NaN where the value is not finite. */
    private double pixel(double value) {
        Frame frame = plot.frame();
        return value - value != 0 ? Double.NaN
            : Math.max(frame.top() - frame.height(), Math.min(frame.bottom() + frame.height(), plot.py(value)));
    }

    private void refine() {
        double[] finer = new double[REFINEMENT * count];
        int n = 0;
        for (int i = 0; i < count; i++) {
            finer[n++] = x[i];
            if (i + 1 < count && (bends(i) || bends(i + 1))) {
                for (int k = 1; k < REFINEMENT; k++) {
                    finer[n++] = x[i] + (x[i + 1] - x[i]) * k / REFINEMENT;
                }
            }
        }
        if (n > count) {
            evaluate(Arrays.copyOf(finer, n));
        }
    }

    private boolean bends(int i) {
        return i > 0 && i + 1 < count && Math.abs(py[i - 1] - 2 * py[i] + py[i + 1]) > BEND;
    }

    /** Builds the line; the neighbours between which something may happen are first brought together, all at once, by bisection. */
    private void connect() {
        int[] suspects = new int[count];
        int n = 0;
        for (int i = 0; i + 1 < count; i++) {
            boolean edge = (py[i] != py[i]) != (py[i + 1] != py[i + 1]);
            if (edge || Math.abs(py[i + 1] - py[i]) > STEEP) {
                suspects[n++] = i;
            }
        }
        if (n > MOST_SUSPECTS) {
            n = 0;
        }
        double[] low = new double[n];
        double[] high = new double[n];
        double[] lowY = new double[n];
        double[] highY = new double[n];
        for (int k = 0; k < n; k++) {
            low[k] = x[suspects[k]];
            high[k] = x[suspects[k] + 1];
            lowY[k] = y[suspects[k]];
            highY[k] = y[suspects[k] + 1];
        }
        bisect(low, high, lowY, highY, n);
        for (int i = 0, k = 0; i < count; i++) {
            line.add(plot.px(x[i]), py[i]);
            if (k < n && suspects[k] == i) {
                double before = pixel(lowY[k]);
                double after = pixel(highY[k]);
                if (!(Math.abs(after - before) <= JUMP)) {
                    line.add(plot.px(low[k]), before);
                    line.add(Double.NaN, Double.NaN);
                    line.add(plot.px(high[k]), after);
                }
                k++;
            }
        }
    }

    private void bisect(double[] low, double[] high, double[] lowY, double[] highY, int n) {
        double[] middle = new double[n];
        double[] middleY = new double[n];
        double[][] points = {middle};
        for (int round = 0; round < BISECTIONS && n > 0; round++) {
            for (int k = 0; k < n; k++) {
                middle[k] = low[k] + (high[k] - low[k]) / 2;
            }
            objective.loss(points, middleY, n);
            for (int k = 0; k < n; k++) {
                boolean right = inRight(pixel(lowY[k]), pixel(middleY[k]), pixel(highY[k]));
                if (right) {
                    low[k] = middle[k];
                    lowY[k] = middleY[k];
                } else {
                    high[k] = middle[k];
                    highY[k] = middleY[k];
                }
            }
        }
    }

    /** Whether the end of the domain, or else the larger part of the rise, lies in the right half. */
    private static boolean inRight(double low, double middle, double high) {
        if (low != low || high != high) {
            return (middle != middle) == (low != low);
        }
        return middle == middle && Math.abs(high - middle) > Math.abs(middle - low);
    }

    private void findUndefined() {
        int from = -1;
        for (int i = 0; i <= count; i++) {
            boolean gap = i < count && y[i] != y[i];
            if (gap && from < 0) {
                from = i;
            } else if (!gap && from >= 0) {
                if (i - from > 1 || count == 1) {
                    undefined.add(plot.px(x[from]), plot.px(x[i - 1]));
                }
                from = -1;
            }
        }
    }

    /** Points of the line about {@code SPACING} pixels apart, for labels to keep off. */
    Points obstacles() {
        Points obstacles = new Points();
        double lastX = Double.NEGATIVE_INFINITY;
        double lastY = 0;
        for (int i = 0; i < line.count; i++) {
            if (Math.abs(line.xs[i] - lastX) + Math.abs(line.ys[i] - lastY) >= SPACING) {
                lastX = line.xs[i];
                lastY = line.ys[i];
                obstacles.add(lastX, lastY);
            }
        }
        return obstacles;
    }
}
