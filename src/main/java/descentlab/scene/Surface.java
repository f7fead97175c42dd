package descentlab.scene;

import descentlab.objective.Objective;

/** What of a surface picture depends on the function and the view alone: heights over a square grid, and the isolines on its floor. */
public final class Surface {
    /** Squares along each side. */
    static final int SQUARES = 96;
    static final int NODES = SQUARES + 1;
    /** Samples along each side: two to a square. */
    private static final int FINE = 2 * SQUARES + 1;

    final Viewport view;
    final Levels levels;
    /** 0 for the lowest band's bottom to 1 for the highest one's top, row by row from y's upper end; NaN where there is no value. */
    final double[] heights = new double[NODES * NODES];
    /** Pairs of points for each level, x and y from −1 to 1, y downwards. */
    final Points[] isolines;

    public Surface(Objective objective, Viewport view) {
        this.view = view;
        Field field = Field.of(objective, view, FINE, FINE);
        levels = Levels.of(field);
        double[] positions = new double[heights.length];
        for (int k = 0; k < heights.length; k++) {
            positions[k] = levels.position(lowestNear(field.values(), 2 * (k % NODES), 2 * (k / NODES)));
            heights[k] = height(positions[k]);
        }
        isolines = new Isolines(positions, NODES, NODES, levels.count(), new Frame(-1, -1, 2, 2)).lines();
    }

    /** The least value within half a square, so that a valley narrower than a square is one, and not a row of holes; NaN where the middle has none. */
    private static double lowestNear(double[] values, int i, int j) {
        double lowest = values[j * FINE + i];
        for (int y = Math.max(0, j - 1); y <= Math.min(FINE - 1, j + 1); y++) {
            for (int x = Math.max(0, i - 1); x <= Math.min(FINE - 1, i + 1); x++) {
                double value = values[y * FINE + x];
                lowest = value < lowest ? value : lowest;
            }
        }
        return lowest;
    }

    private double height(double position) {
        return (position + 1) / (levels.count() + 1);
    }

    /** The height of a value of the function. */
    double heightOf(double value) {
        return height(levels.position(value));
    }

    /** The height over a place between −1 and 1, from the nearest node; NaN outside. */
    double heightAt(double x, double y) {
        int i = (int) Math.floor((x + 1) / 2 * SQUARES + 0.5);
        int j = (int) Math.floor((y + 1) / 2 * SQUARES + 0.5);
        return i >= 0 && i < NODES && j >= 0 && j < NODES ? heights[j * NODES + i] : Double.NaN;
    }

    double x(double value) {
        return 2 * (value - view.xMin()) / view.width() - 1;
    }

    double y(double value) {
        return 1 - 2 * (value - view.yMin()) / view.height();
    }
}
