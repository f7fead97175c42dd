package descentlab.scene;

import descentlab.objective.Objective;

/**
 * What of a contour picture depends on the function, the view and the size alone, and so stays while a run is dragged: the fill as pixels and the
 * isolines.
 */
public final class ContourMap {
    /** Pixels from one node of the grid to the next: the isolines are straight in between. */
    static final double SPACING = 3;
    private static final int HATCH = 9;

    final Plot plot;
    final Levels levels;
    /** Pairs of points in pixels for each level. */
    final Points[] isolines;
    final int columns;
    final int rows;
    /** 0xRRGGBB, row by row. */
    final int[] pixels;
    /** A pixel in the middle of where the function has no value, or null. */
    final double[] undefined;
    private final int across;
    private final int down;
    private final double[] position;

    public ContourMap(Objective objective, Plot plot, Palette palette) {
        this.plot = plot;
        Frame frame = plot.frame();
        across = 2 + (int) (frame.width() / SPACING);
        down = 2 + (int) (frame.height() / SPACING);
        Field field = Field.of(objective, plot.view(), across, down);
        levels = Levels.of(field);
        position = new double[across * down];
        for (int k = 0; k < position.length; k++) {
            position[k] = levels.position(field.values()[k]);
        }
        isolines = new Isolines(position, across, down, levels.count(), frame).lines();
        columns = Math.max(1, (int) frame.width());
        rows = Math.max(1, (int) frame.height());
        pixels = new int[columns * rows];
        paint(palette);
        undefined = middleOfUndefined();
    }

    private void paint(Palette palette) {
        int[] colours = palette.bands(levels.count() + 1);
        double perColumn = (across - 1.0) / columns;
        double perRow = (down - 1.0) / rows;
        double[] line = new double[across];
        for (int y = 0; y < rows; y++) {
            double v = (y + 0.5) * perRow;
            int j = Math.min(down - 2, (int) v);
            for (int i = 0; i < across; i++) {
                double above = position[j * across + i];
                line[i] = above + (position[(j + 1) * across + i] - above) * (v - j) + 1;
            }
            int at = y * columns;
            for (int x = 0; x < columns; x++) {
                double u = (x + 0.5) * perColumn;
                int i = (int) u;
                double value = line[i] + (line[i + 1] - line[i]) * (u - i);
                pixels[at + x] = value == value ? colours[(int) value] : (x + y) % HATCH == 0 ? palette.hairline() : palette.paper();
            }
        }
    }

    /** Of the longest row of nodes without a value. */
    private double[] middleOfUndefined() {
        int longest = 0;
        int end = -1;
        for (int j = 0; j < down; j++) {
            int length = 0;
            for (int i = 0; i < across; i++) {
                int k = j * across + i;
                length = position[k] == position[k] ? 0 : length + 1;
                if (length > longest) {
                    longest = length;
                    end = k;
                }
            }
        }
        if (longest * SPACING < 64) {
            return null;
        }
        Frame frame = plot.frame();
        double column = end % across - (longest - 1) / 2.0;
        return new double[] {frame.left() + column * frame.width() / (across - 1), frame.top() + (double) (end / across) * frame.height() / (down - 1)};
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
