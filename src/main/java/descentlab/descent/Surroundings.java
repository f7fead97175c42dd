package descentlab.descent;

import descentlab.objective.Objective;

/** What a function is like around points where its gradient is about zero. */
public final class Surroundings {
    /** How far to look to each side of a point, in units of 1 + |x|: further where rounding makes the nearer values equal. */
    private static final double[] REACH = {1e-3, 1e-2, 1e-1};

    private final Objective objective;
    /** Each point and those beside it, and their losses. */
    private final double[][] x;
    private final double[] loss;

    /** A bottom has nothing lower beside it and something higher. */
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

    Shape shape(double[] point) {
        return shapes(Objective.lane(point), 1)[0];
    }

    /** The shape around each of {@code count} points, points[i][k]. */
    public Shape[] shapes(double[][] points, int count) {
        Shape[] shapes = new Shape[count];
        int open = count;
        for (int r = 0; open > 0; r++) {
            open = look(points, r < REACH.length ? REACH[r] : 0, shapes);
        }
        return shapes;
    }

    /**
     * Compares each point with those beside it, along the axes and in a plane diagonally too, since a saddle can rise along both axes. Where all are
     * equal the shape stays open, unless there was no reach. @return how many are open
     */
    private int look(double[][] points, double reach, Shape[] shapes) {
        int dimension = points.length;
        int each = each();
        int lanes = each * shapes.length;
        for (int l = 0; l < lanes; l++) {
            int way = l % each - 1;
            for (int i = 0; i < dimension; i++) {
                double middle = points[i][l / each];
                boolean along = way / 2 == i && way >= 0 || way >= 2 * dimension;
                int sign = (way >= 2 * dimension ? way >> i : way) % 2 == 0 ? 1 : -1;
                x[i][l] = along ? middle + sign * reach * (1 + Math.abs(middle)) : middle;
            }
        }
        objective.loss(x, loss, lanes);
        int open = 0;
        for (int k = 0; k < shapes.length; k++) {
            int higher = 0;
            int lower = 0;
            for (int l = each * k + 1; l < each * (k + 1); l++) {
                higher += loss[l] > loss[each * k] ? 1 : 0;
                lower += loss[l] < loss[each * k] ? 1 : 0;
            }
            if (shapes[k] == null && (higher + lower > 0 || reach == 0)) {
                shapes[k] = lower == 0 && higher > 0 ? Shape.BOTTOM : higher == 0 && lower == each - 1 ? Shape.TOP : Shape.NEITHER;
            }
            open += shapes[k] == null ? 1 : 0;
        }
        return open;
    }
}
