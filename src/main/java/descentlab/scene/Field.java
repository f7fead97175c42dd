package descentlab.scene;

import descentlab.objective.Objective;
import java.util.Arrays;

/**
 * The values of a function of x and y on a grid over a view, from its left to its right side and from its top to its bottom, the sides included.
 *
 * @param values of the node in column i and row j: values[j · columns + i]
 */
public record Field(Viewport view, int columns, int rows, double[] values) {
    /** Values at so many points at once. */
    interface Values {
        void at(double[][] points, double[] values, int count);
    }

    public static Field of(Objective objective, Viewport view, int columns, int rows) {
        return of(objective::loss, view, columns, rows);
    }

    /** Evaluated in lanes, a row at a time. */
    static Field of(Values function, Viewport view, int columns, int rows) {
        double[] values = new double[columns * rows];
        double[][] points = new double[2][columns];
        double[] row = new double[columns];
        for (int i = 0; i < columns; i++) {
            points[0][i] = view.xMin() + view.width() * i / (columns - 1);
        }
        for (int j = 0; j < rows; j++) {
            Arrays.fill(points[1], view.yMax() - view.height() * j / (rows - 1));
            function.at(points, row, columns);
            System.arraycopy(row, 0, values, j * columns, columns);
        }
        return new Field(view, columns, rows, values);
    }
}
