package descentlab.scene;

import descentlab.survey.Outcomes;
import descentlab.survey.Survey;
import java.util.Arrays;

/** A map of outcomes in pixels, which grows as more is known: what is not known yet is like the nearest that is. */
public final class OutcomePicture {
    /** A cell of the coarsest round stands for so many columns and rows at first. */
    private static final int COARSEST = 8;

    private final Outcomes outcomes;
    private final int[] styles;
    private final Palette palette;
    private final OutcomeLook look;
    private int[] pixels;
    /** The array before: taking turns costs less than a new one each time. */
    private int[] other;
    private int tiles;

    /** @param styles for each end in its order the style of a run whose colour it has */
    public OutcomePicture(Outcomes outcomes, int[] styles, Palette palette) {
        this.outcomes = outcomes;
        this.styles = styles;
        this.palette = palette;
        Survey.Plan plan = outcomes.survey().plan();
        look = new OutcomeLook(palette, styles, plan.steps());
        pixels = new int[plan.width() * plan.height()];
        other = new int[pixels.length];
        Arrays.fill(pixels, palette.paper());
    }

    /** Whether it is of these outcomes and has these colours, so that it can grow on. */
    public boolean isOf(Outcomes others, int[] otherStyles, Palette otherPalette) {
        return outcomes == others && palette == otherPalette && Arrays.equals(styles, otherStyles);
    }

    /** For each end in its order the style of a run whose colour it has. */
    public int[] styles() {
        return styles;
    }

    /** 0xRRGGBB row by row, of all that is known; another array than the last time when it has changed. */
    public int[] pixels() {
        if (tiles < outcomes.tiles()) {
            int[] before = pixels;
            System.arraycopy(before, 0, other, 0, before.length);
            pixels = other;
            other = before;
        }
        while (tiles < outcomes.tiles()) {
            paint(outcomes.tile(tiles++));
        }
        return pixels;
    }

    private void paint(int tile) {
        Survey survey = outcomes.survey();
        int width = survey.plan().width();
        int height = survey.plan().height();
        for (int place = 0; place < survey.cells(tile); place++) {
            int cell = survey.cell(tile, place);
            int column = cell % width;
            int row = cell / width;
            int places = column | row | COARSEST;
            int side = places & -places;
            for (int j = row; j < Math.min(row + side, height); j++) {
                for (int i = column; i < Math.min(column + side, width); i++) {
                    if (side == 1 || outcomes.near(j * width + i) == cell) {
                        pixels[j * width + i] = look.colour(outcomes.code(cell), outcomes.steps(cell), i, j);
                    }
                }
            }
        }
    }
}
