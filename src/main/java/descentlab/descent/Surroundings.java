package descentlab.descent;

import descentlab.objective.Objective;

/** What a function is like around points where its gradient is about zero. */
public final class Surroundings {
    /** How far to look to each side of a point, in units of 1 + |x|. */
    private static final double[] REACH = {1e-4, 1e-3, 1e-2, 1e-1};
    /** What is lower by no more than this part of what is higher on another side is level: along a valley rounding makes small differences. */
    private static final double LEVEL = 1e-9;
    /** Losses that differ by this part of them may be equal but for rounding. */
    private static final double ROUNDING = 1e-15;

    private final Objective objective;
    /** Each point and those beside it, and their losses. */
    private final double[][] x;
    private final double[] loss;

    /** A bottom has nothing lower beside it, and on two opposite sides something higher. */
    public enum Shape { BOTTOM, TOP, NEITHER }

    /** @param most at how many points it looks at once */
    public Surroundings(Objective objective, int most) {
        this.objective = objective;
        x = new double[objective.dimension()][most * each()];
        loss = new double[most * each()];
    }

    /** How many belong to a point, itself too. */
    private int each() {
        int dimension = objective.dimension();
        return 2 * dimension + (dimension == 2 ? 5 : 1);
    }

    Shape shape(double[] point, boolean still) {
        return shapes(Objective.lane(point), 1, still)[0];
    }

    /**
     * The shape around each of {@code count} points, points[i][k].
     *
     * @param still whether the points are left no more: then a slope is no bottom even where one is near; where small slopes may lead on to one it counts
     */
    public Shape[] shapes(double[][] points, int count, boolean still) {
        Shape[] shapes = new Shape[count];
        int open = count;
        for (int r = 0; open > 0 && r < REACH.length; r++) {
            open = look(points, REACH[r], still, shapes);
        }
        for (int k = 0; k < count; k++) {
            shapes[k] = shapes[k] == null ? Shape.NEITHER : shapes[k];
        }
        return shapes;
    }

    /** Compares each point with those beside it, along the axes and in a plane diagonally too, since a saddle can rise along both axes. @return how many are open */
    private int look(double[][] points, double reach, boolean still, Shape[] shapes) {
        int dimension = points.length;
        int each = each();
        int lanes = each * shapes.length;
        for (int l = 0; l < lanes; l++) {
            int way = l % each - 1;
            for (int i = 0; i < dimension; i++) {
                double middle = points[i][l / each];
                x[i][l] = middle + step(way, i, dimension) * reach * (1 + Math.abs(middle));
            }
        }
        objective.loss(x, loss, lanes);
        int open = 0;
        for (int k = 0; k < shapes.length; k++) {
            shapes[k] = shapes[k] == null ? shape(each * k, each, still) : shapes[k];
            open += shapes[k] == null ? 1 : 0;
        }
        return open;
    }

    /** 1, −1 or 0 along coordinate i: a way and the next one lead to opposite sides. No way, −1, leads nowhere. */
    private static int step(int way, int i, int dimension) {
        int sign = way % 2 == 0 ? 1 : -1;
        boolean diagonal = way >= 2 * dimension;
        return diagonal ? i == 1 && way >= 2 * dimension + 2 ? -sign : sign : way >= 0 && way / 2 == i ? sign : 0;
    }

    /** What the losses from {@code middle} on say, of a point and those beside it, or null: where all are level, and where a slope may lead further. */
    private Shape shape(int middle, int each, boolean still) {
        double highest = loss[middle];
        for (int l = middle + 1; l < middle + each; l++) {
            highest = loss[l] > highest ? loss[l] : highest;
        }
        double rounding = ROUNDING * Math.abs(loss[middle]);
        double above = loss[middle] + rounding;
        double below = loss[middle] - Math.max(rounding, LEVEL * (highest - loss[middle]));
        int lower = 0;
        boolean falls = false;
        boolean rises = false;
        for (int l = middle + 1; l < middle + each; l += 2) {
            int up = (loss[l] > above ? 1 : 0) + (loss[l + 1] > above ? 1 : 0);
            int down = (loss[l] < below ? 1 : 0) + (loss[l + 1] < below ? 1 : 0);
            lower += down;
            falls |= down > 0 && up == 0;
            rises |= up == 2;
        }
        if (lower == 0) {
            return rises ? Shape.BOTTOM : null;
        }
        return lower == each - 1 ? Shape.TOP : falls || still ? Shape.NEITHER : null;
    }
}
