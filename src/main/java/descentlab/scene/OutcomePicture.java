package descentlab.scene;

import descentlab.survey.Outcomes;
import descentlab.survey.Survey;
import java.util.Arrays;

/**
 * A map of outcomes in pixels: what is not known yet is like the nearest that is. As long as little is known, it is of squares without patterns, which
 * takes a fraction of the time that all pixels take.
 */
public final class OutcomePicture {
    /** The part of the cells up to which it is of squares. */
    private static final double LITTLE = 1 / 16.0;

    private final Outcomes outcomes;
    private final int[] styles;
    private final Palette palette;
    private final OutcomeLook look;
    private final int[] pixels;
    private Bitmap bitmap;
    /** How many tiles were known when it was painted. */
    private int painted = -1;

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
    }

    /** Whether it is of these outcomes and has these colours. */
    public boolean isOf(Outcomes others, int[] otherStyles, Palette otherPalette) {
        return outcomes == others && palette == otherPalette && Arrays.equals(styles, otherStyles);
    }

    OutcomeLook look() {
        return look;
    }

    /** Of all that is known; another one than the last time when that is more. */
    Bitmap bitmap() {
        if (painted < outcomes.tiles()) {
            painted = outcomes.tiles();
            bitmap = outcomes.progress() < LITTLE ? squares() : paint();
        }
        return bitmap;
    }

    /** Where it goes when the whole map has a frame: the squares at its edges can stand out. */
    Frame over(Frame frame) {
        Survey.Plan plan = outcomes.survey().plan();
        double side = bitmap().columns() < plan.width() ? Outcomes.COARSE : 1;
        return new Frame(frame.left(), frame.top(), frame.width() * side * bitmap.columns() / plan.width(),
                frame.height() * side * bitmap.rows() / plan.height());
    }

    private Bitmap squares() {
        Survey.Plan plan = outcomes.survey().plan();
        int side = Outcomes.COARSE;
        int columns = (plan.width() + side - 1) / side;
        int[] squares = new int[columns * ((plan.height() + side - 1) / side)];
        for (int k = 0; k < squares.length; k++) {
            int found = outcomes.found(k / columns * side * plan.width() + k % columns * side);
            squares[k] = look.plain(outcomes.codeOf(found), outcomes.stepsOf(found));
        }
        return new Bitmap(squares, columns, true);
    }

    private Bitmap paint() {
        int width = outcomes.survey().plan().width();
        for (int from = 0; from < pixels.length; from += width) {
            paintRow(from, width);
        }
        return new Bitmap(pixels, width);
    }

    /** The nearest known to a pixel is that to all in its square of the stride's size. Neighbours of which the same is known are painted together. */
    private void paintRow(int from, int width) {
        int stride = outcomes.stride();
        int row = from / width;
        int corner = row / stride * stride * width;
        int begun = 0;
        int found = outcomes.found(corner);
        for (int column = stride; begun < width; column += stride) {
            int next = column < width ? outcomes.found(corner + column) : Outcomes.UNKNOWN;
            if (next != found) {
                look.paint(outcomes.codeOf(found), outcomes.stepsOf(found), row, begun, Math.min(column, width), pixels, from);
                begun = column;
                found = next;
            }
        }
    }
}
