package descentlab.scene;

import descentlab.objective.Objective;

/** What of a surface picture depends on the function and the view alone: heights over a square grid, and the isolines on its floor. */
public final class Surface {
    /** Squares along each side. */
    static final int SQUARES = 96;
    static final int NODES = SQUARES + 1;

    final Viewport view;
    final Levels levels;
    /** 0 for the lowest band's bottom to 1 for the highest one's top, row by row from y's upper end; NaN where there is no value. */
    final double[] heights = new double[NODES * NODES];
    /** Pairs of points for each level, x and y from −1 to 1, y downwards. */
    final Points[] isolines;

    public Surface(Objective objective, Viewport view) {
        this.view = view;
        Field field = Field.of(objective, view, NODES, NODES);
        levels = Levels.of(field);
        double[] positions = new double[heights.length];
        for (int k = 0; k < heights.length; k++) {
            positions[k] = levels.position(field.values()[k]);
            heights[k] = height(positions[k]);
        }
        isolines = new Isolines(positions, NODES, NODES, levels.count(), new Frame(-1, -1, 2, 2)).lines();
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
