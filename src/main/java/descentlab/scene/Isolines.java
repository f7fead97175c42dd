package descentlab.scene;

/**
 * The lines along which a grid of values crosses whole numbers, by marching squares (Lorensen and Cline 1987, in the plane): each square of the grid
 * in which a line enters and leaves gets a straight piece of it, and where two pass, the middle says which corners they cut off.
 */
final class Isolines {
    /** Values that differ by more than this part of all levels from one node to the next are taken for a jump, which is no line. */
    private static final double JUMP = 0.7;
    private static final int FEW = 4;

    private final double[] values;
    private final int columns;
    private final int rows;
    private final Frame frame;
    private final Points[] lines;

    /** @param values row by row, from the top; NaN has no lines around it */
    Isolines(double[] values, int columns, int rows, int levels, Frame frame) {
        this.values = values;
        this.columns = columns;
        this.rows = rows;
        this.frame = frame;
        lines = new Points[levels];
        for (int k = 0; k < levels; k++) {
            lines[k] = new Points();
        }
    }

    /** The pieces at 0, 1, 2 …, two points each, in pixels of the frame. */
    Points[] lines() {
        for (int j = 0; j + 1 < rows; j++) {
            for (int i = 0; i + 1 < columns; i++) {
                square(i, j);
            }
        }
        return lines;
    }

    private void square(int i, int j) {
        double a = values[j * columns + i];
        double b = values[j * columns + i + 1];
        double c = values[(j + 1) * columns + i + 1];
        double d = values[(j + 1) * columns + i];
        double low = Math.min(Math.min(a, b), Math.min(c, d));
        double high = Math.max(Math.max(a, b), Math.max(c, d));
        if (!(low == low) || Math.floor(low) == Math.floor(high)) {
            return;
        }
        if (high - low > JUMP * lines.length && lines.length > FEW) {
            return;
        }
        int last = Math.min(lines.length - 1, (int) Math.floor(high));
        for (int k = Math.max(0, (int) Math.floor(low) + 1); k <= last; k++) {
            piece(lines[k], k, i, j, a, b, c, d);
        }
    }

    /** The corners a, b, c, d clockwise from the top left; an edge is crossed where its corners lie on different sides. */
    private void piece(Points line, double k, int i, int j, double a, double b, double c, double d) {
        int inside = (a >= k ? 1 : 0) + (b >= k ? 2 : 0) + (c >= k ? 4 : 0) + (d >= k ? 8 : 0);
        double top = i + (k - a) / (b - a);
        double right = j + (k - b) / (c - b);
        double bottom = i + (k - d) / (c - d);
        double left = j + (k - a) / (d - a);
        boolean twice = inside == 5 || inside == 10;
        boolean joined = twice && a + b + c + d >= 4 * k == (inside == 5);
        switch (inside) {
            case 1, 14 -> add(line, i, left, top, j);
            case 2, 13 -> add(line, top, j, i + 1, right);
            case 4, 11 -> add(line, i + 1, right, bottom, j + 1);
            case 7, 8 -> add(line, i, left, bottom, j + 1);
            case 3, 12 -> add(line, i, left, i + 1, right);
            case 6, 9 -> add(line, top, j, bottom, j + 1);
            default -> {
                add(line, joined ? top : i, joined ? j : left, joined ? i + 1 : top, joined ? right : j);
                add(line, joined ? i : i + 1, joined ? left : right, bottom, j + 1);
            }
        }
    }

    private void add(Points line, double x0, double y0, double x1, double y1) {
        double perColumn = frame.width() / (columns - 1);
        double perRow = frame.height() / (rows - 1);
        line.addLine(frame.left() + x0 * perColumn, frame.top() + y0 * perRow, frame.left() + x1 * perColumn, frame.top() + y1 * perRow);
    }
}
