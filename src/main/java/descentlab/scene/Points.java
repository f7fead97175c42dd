package descentlab.scene;

import java.util.Arrays;

/** A growing list of points, as the two arrays that a {@link Pen} takes. */
final class Points {
    double[] xs = new double[64];
    double[] ys = new double[64];
    int count;

    void add(double x, double y) {
        if (count == xs.length) {
            xs = Arrays.copyOf(xs, 2 * count);
            ys = Arrays.copyOf(ys, 2 * count);
        }
        xs[count] = x;
        ys[count++] = y;
    }

    void addLine(double x0, double y0, double x1, double y1) {
        add(x0, y0);
        add(x1, y1);
    }

    void clear() {
        count = 0;
    }

    /** Leaves of the points in each pixel column, in place, the first, the lowest, the highest and the last: the picture stays the same. */
    void thinColumns() {
        int kept = 0;
        int from = 0;
        for (int i = 1; i <= count; i++) {
            if (i == count || xs[i] != xs[i] || Math.floor(xs[i]) != Math.floor(xs[from])) {
                kept = keep(from, i, kept);
                from = i;
            }
        }
        count = kept;
    }

    private int keep(int from, int to, int kept) {
        int low = from;
        int high = from;
        for (int i = from + 1; i < to; i++) {
            low = ys[i] < ys[low] ? i : low;
            high = ys[i] > ys[high] ? i : high;
        }
        int next = kept;
        for (int i = from; i < to; i++) {
            if (i == from || i == low || i == high || i == to - 1) {
                xs[next] = xs[i];
                ys[next++] = ys[i];
            }
        }
        return next;
    }

    /** Strokes each stretch of finite points by itself: a point that is not finite is a gap. */
    void strokePieces(Pen pen, Stroke stroke) {
        int from = 0;
        for (int i = 0; i <= count; i++) {
            if (i == count || xs[i] - xs[i] != 0 || ys[i] - ys[i] != 0) {
                if (i - from > 1) {
                    pen.polyline(xs, ys, from, i, stroke);
                }
                from = i + 1;
            }
        }
    }
}
