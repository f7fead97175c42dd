package descentlab.scene;

import descentlab.objective.Objective;
import java.util.Arrays;

/**
 * What of a contour picture depends on the function, the view and the size alone, and so stays while a run is dragged: the fill as pixels and the
 * isolines.
 */
public final class ContourMap {
    /** Pixels from one node of the grid to the next: the isolines are straight in between. */
    static final double SPACING = 3;
    private static final int HATCH = 9;
    /** A square of the grid across which values jump by more bands than this is painted pixel by pixel, unless most are so. */
    private static final double ROUGH = 2;
    private static final int MOST_ROUGH = 8;
    /** The least length, in pixels, of a row of nodes without a value that is worth a name. */
    private static final double NAMED = 64;

    final Plot plot;
    final Levels levels;
    /** Pairs of points in pixels for each level. */
    final Points[] isolines;
    final int columns;
    final int rows;
    final Bitmap bitmap;
    private final int[] pixels;
    /** A pixel in the middle of where the function has no value, and of where it is too large for a double; null where that is nowhere. */
    final double[] undefined;
    final double[] infinite;
    private final Palette palette;
    private final int across;
    private final int down;
    private final double[] position;

    public ContourMap(Objective objective, Plot plot, Palette palette) {
        this(field(objective::loss, plot, SPACING), null, plot, 1, palette);
        refine(objective);
    }

    /**
     * @param fixed levels, or null for those that show the field best
     * @param grain pixels that are painted as one, across and down
     */
    ContourMap(Field field, Levels fixed, Plot plot, int grain, Palette palette) {
        this.plot = plot;
        this.palette = palette;
        Frame frame = plot.frame();
        across = field.columns();
        down = field.rows();
        levels = fixed == null ? Levels.of(field) : fixed;
        position = new double[across * down];
        for (int k = 0; k < position.length; k++) {
            position[k] = levels.position(field.values()[k]);
        }
        isolines = new Isolines(position, across, down, levels.count(), frame).lines();
        columns = Math.max(1, (int) (frame.width() / grain));
        rows = Math.max(1, (int) (frame.height() / grain));
        pixels = new int[columns * rows];
        bitmap = new Bitmap(pixels, columns);
        paint(palette.bands(levels.count() + 1));
        undefined = middleOf(field.values(), Double.NaN);
        infinite = middleOf(field.values(), Double.POSITIVE_INFINITY);
    }

    /** Values over a plot at nodes so many pixels apart. */
    static Field field(Field.Values function, Plot plot, double spacing) {
        return Field.of(function, plot.view(), 2 + (int) (plot.frame().width() / spacing), 2 + (int) (plot.frame().height() / spacing));
    }

    public boolean isOver(Plot other) {
        return plot.equals(other);
    }

    /** Each pixel by what the nodes around it give, in between them. */
    private void paint(int[] colours) {
        double perColumn = (across - 1.0) / columns;
        double perRow = (down - 1.0) / rows;
        double[] line = new double[across];
        for (int y = 0; y < rows; y++) {
            double v = (y + 0.5) * perRow;
            int j = Math.min(down - 2, (int) v);
            for (int i = 0; i < across; i++) {
                double above = position[j * across + i];
                line[i] = above + (position[(j + 1) * across + i] - above) * (v - j);
            }
            int at = y * columns;
            for (int x = 0; x < columns; x++) {
                double u = (x + 0.5) * perColumn;
                int i = (int) u;
                pixels[at + x] = colour(line[i] + (line[i + 1] - line[i]) * (u - i), at + x, colours);
            }
        }
    }

    private int colour(double place, int pixel, int[] colours) {
        if (place == place) {
            return colours[(int) (place + 1)];
        }
        return (pixel % columns + pixel / columns) % HATCH == 0 ? palette.hairline() : palette.paper();
    }

    /** Where the function has an edge, the pixels get their own values, so that the edge is as sharp as the screen. */
    private void refine(Objective objective) {
        int[] colours = palette.bands(levels.count() + 1);
        int[] rough = roughPixels();
        double[][] points = new double[2][rough.length];
        for (int k = 0; k < rough.length; k++) {
            points[0][k] = plot.view().xMin() + plot.view().width() * (rough[k] % columns + 0.5) / columns;
            points[1][k] = plot.view().yMax() - plot.view().height() * (rough[k] / columns + 0.5) / rows;
        }
        double[] values = new double[rough.length];
        objective.loss(points, values, rough.length);
        for (int k = 0; k < rough.length; k++) {
            pixels[rough[k]] = colour(levels.position(values[k]), rough[k], colours);
        }
    }

    /** The pixels in squares of the grid that an edge goes through; none where these are too many to be edges. */
    private int[] roughPixels() {
        int[] rough = new int[pixels.length / MOST_ROUGH];
        int count = 0;
        for (int j = 0; j + 1 < down; j++) {
            for (int i = 0; i + 1 < across; i++) {
                if (isRough(j * across + i)) {
                    for (int y = first(j, rows, down); y < first(j + 1, rows, down); y++) {
                        for (int x = first(i, columns, across); x < first(i + 1, columns, across); x++) {
                            if (count == rough.length) {
                                return new int[0];
                            }
                            rough[count++] = y * columns + x;
                        }
                    }
                }
            }
        }
        return Arrays.copyOf(rough, count);
    }

    /** The first pixel whose middle is past a node. */
    private static int first(int node, int pixels, int nodes) {
        return (int) Math.ceil(node * (double) pixels / (nodes - 1) - 0.5);
    }

    private boolean isRough(int corner) {
        double a = position[corner];
        double b = position[corner + 1];
        double c = position[corner + across];
        double d = position[corner + across + 1];
        double jump = Math.max(Math.max(a, b), Math.max(c, d)) - Math.min(Math.min(a, b), Math.min(c, d));
        // Math.max and Math.min give NaN where one of the two is.
        return jump > ROUGH || jump != jump && (a == a || b == b || c == c || d == d);
    }

    /** Of the longest row of nodes with this value, which those above have too: a pole along a line is no region. */
    private double[] middleOf(double[] values, double value) {
        int longest = 0;
        int end = -1;
        for (int j = 0; j < down; j++) {
            int length = 0;
            for (int i = 0; i < across; i++) {
                int k = j * across + i;
                length = Double.compare(values[k], value) == 0 && j > 0 && Double.compare(values[k - across], value) == 0 ? length + 1 : 0;
                if (length > longest) {
                    longest = length;
                    end = k;
                }
            }
        }
        if (longest * SPACING < NAMED) {
            return null;
        }
        Frame frame = plot.frame();
        double column = end % across - (longest - 1) / 2.0;
        double y = frame.top() + (double) (end / across) * frame.height() / (down - 1);
        return new double[] {frame.left() + column * frame.width() / (across - 1), Math.max(frame.top() + 16, Math.min(y, frame.bottom() - 16))};
    }

    /** The map that was wanted last: it is made anew only where something has changed. */
    public static final class Latest {
        private Objective objective;
        private Palette palette;
        private ContourMap map;

        public ContourMap of(Objective wanted, Plot plot, Palette colours) {
            if (map == null || wanted != objective || !plot.equals(map.plot) || colours != palette) {
                objective = wanted;
                palette = colours;
                map = new ContourMap(wanted, plot, colours);
            }
            return map;
        }
    }
}
