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
    /** How many tiles were known when painting last began. */
    private int painted = -1;
    /** The first pixel that has not been painted since. */
    private int next;

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

    /** Paints the next row of what is known, or all squares. @return whether there is more to paint */
    public boolean advance() {
        if (next == 0 && painted == outcomes.tiles()) {
            return false;
        }
        painted = next == 0 ? outcomes.tiles() : painted;
        if (next == 0 && outcomes.progress() < LITTLE) {
            bitmap = squares();
            return false;
        }
        int width = outcomes.survey().plan().width();
        paintRow(next, width);
        if (look.repeats() && outcomes.stride() == 1) {
            separate(next, width);
        }
        next = (next + width) % pixels.length;
        if (next == 0) {
            bitmap = new Bitmap(pixels, width);
        }
        return next > 0;
    }

    /** What has been painted as a whole. */
    Bitmap bitmap() {
        while (bitmap == null) {
            advance();
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

    /** Draws a line where an end of the row borders on another of the same colour, to the left or above. */
    private void separate(int from, int width) {
        for (int cell = from; cell < from + width; cell++) {
            int code = outcomes.code(outcomes.near(cell));
            boolean left = cell > from && look.areAlike(code, outcomes.code(outcomes.near(cell - 1)));
            if (left || from > 0 && look.areAlike(code, outcomes.code(outcomes.near(cell - width)))) {
                pixels[cell] = palette.ink();
            }
        }
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
