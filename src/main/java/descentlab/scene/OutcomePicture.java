package descentlab.scene;

import descentlab.survey.Outcomes;
import descentlab.survey.Survey;
import java.util.Arrays;

/** A map of outcomes in pixels, which grows as more is known: what is not known yet is like the nearest that is. */
public final class OutcomePicture {
    private final Outcomes outcomes;
    private final int[] styles;
    private final Palette palette;
    private final OutcomeLook look;
    private final int[] pixels;
    private Bitmap bitmap;
    private int tiles;
    /** Of how many of these the bitmap is. */
    private int shown;
    /** The last in the order of the survey of those that have been painted. */
    private int last = -1;

    /**
     * @param styles for each end in its order the style of a run whose colour it has
     * @param before the picture whose place this one takes, and whose array where it fits: a new one costs more than painting; or null
     */
    public OutcomePicture(Outcomes outcomes, int[] styles, Palette palette, OutcomePicture before) {
        this.outcomes = outcomes;
        this.styles = styles;
        this.palette = palette;
        Survey.Plan plan = outcomes.survey().plan();
        look = new OutcomeLook(palette, styles, plan.steps());
        int size = plan.width() * plan.height();
        pixels = before != null && before.pixels.length == size ? before.pixels : new int[size];
        Arrays.fill(pixels, palette.paper());
        bitmap = new Bitmap(pixels, plan.width());
    }

    /** Whether it is of these outcomes and has these colours, so that it can grow on. */
    public boolean isOf(Outcomes others, int[] otherStyles, Palette otherPalette) {
        return outcomes == others && palette == otherPalette && Arrays.equals(styles, otherStyles);
    }

    /** For each end in its order the style of a run whose colour it has. */
    public int[] styles() {
        return styles;
    }

    /** Paints what has become known since. */
    public void grow() {
        while (tiles < outcomes.tiles()) {
            paint(outcomes.tile(tiles++));
        }
    }

    /** Of all that is known; another one than the last time when that is more. */
    Bitmap bitmap() {
        grow();
        bitmap = shown == tiles ? bitmap : new Bitmap(pixels, bitmap.columns());
        shown = tiles;
        return bitmap;
    }

    /** A cell that comes after all that have been painted is the nearest known to all pixels for which it stands. */
    private void paint(int tile) {
        boolean finest = tile > last;
        last = Math.max(last, tile);
        Survey survey = outcomes.survey();
        int width = survey.plan().width();
        int height = survey.plan().height();
        int distance = outcomes.distance();
        for (int place = 0; place < survey.cells(tile); place++) {
            int cell = survey.cell(tile, place);
            int column = cell % width;
            int row = cell / width;
            int places = column | row | Survey.COARSEST;
            int side = Math.min(distance, places & -places);
            int code = outcomes.code(cell);
            int steps = outcomes.steps(cell);
            for (int j = row; j < Math.min(row + side, height); j++) {
                for (int i = column; i < Math.min(column + side, width); i++) {
                    if (finest || side == 1 || outcomes.near(j * width + i) == cell) {
                        pixels[j * width + i] = look.colour(code, steps, i, j);
                    }
                }
            }
        }
    }
}
