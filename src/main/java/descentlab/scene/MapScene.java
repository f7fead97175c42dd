package descentlab.scene;

import descentlab.message.Messages;
import descentlab.message.Numerals;
import descentlab.scene.Lettering.Align;
import descentlab.survey.Outcome;
import descentlab.survey.Outcomes;
import descentlab.survey.Scale;
import descentlab.survey.Scale.Quantity;
import descentlab.survey.Survey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A map of descents, a pixel each, between two axes, with the share of each outcome beside it or, where the picture is narrow, below.
 *
 * @param outcomes what is known of it
 * @param picture  the picture of that; null where it is not drawn
 * @param places   what its ends are called after, in their order: the minima that they came near to
 * @param markX    what stands on the axes where a mark is drawn, such as the present run; NaN: none
 */
public record MapScene(Outcomes outcomes, OutcomePicture picture, double[][] places, double markX, double markY, Palette palette, Messages messages) {
    private static final double TOP = 24;
    private static final double RIGHT = 12;
    private static final double LEGEND = 196;
    private static final int ROW = 20;
    private static final double NARROW = 560;
    private static final int ROWS_BELOW = 5;
    private static final int SWATCH = 14;
    /** Swatches of ends have the colour of those that are reached after so many steps. */
    private static final int SWATCH_STEPS = 10;
    private static final double LOG10 = Math.log(10);

    private record Entry(int code, String text, double share) {
    }

    /** The part of a picture of this size that the map takes. */
    public static Frame frame(double width, double height) {
        boolean narrow = width < NARROW;
        double across = width - Axes.COLUMN - (narrow ? RIGHT : LEGEND + 2 * RIGHT);
        double down = height - TOP - Axes.BELOW - (narrow ? ROWS_BELOW * ROW + 8 : 0);
        return new Frame(Axes.COLUMN, TOP, Math.max(16, Math.floor(across)), Math.max(16, Math.floor(down)));
    }

    private Plot plot(Pen pen) {
        return plot(outcomes.survey().plan(), frame(pen.width(), pen.height()));
    }

    /** Logarithmic sides stand as logarithms to base 10. */
    static Plot plot(Survey.Plan plan, Frame frame) {
        return new Plot(Viewport.nearest(low(plan.across()), high(plan.across()), low(plan.up()), high(plan.up())), frame);
    }

    private static double low(Scale scale) {
        return scale.logarithmic() ? Math.log(scale.from()) / LOG10 : scale.from();
    }

    private static double high(Scale scale) {
        return scale.logarithmic() ? Math.log(scale.to()) / LOG10 : scale.to();
    }

    public void draw(Pen pen) {
        Survey.Plan plan = outcomes.survey().plan();
        Plot plot = plot(pen);
        Frame frame = plot.frame();
        pen.rectangle(new Frame(0, 0, pen.width(), pen.height()), palette.paper(), 1);
        pen.clip(frame);
        pen.image(picture.bitmap(), picture.over(frame));
        pen.unclip();
        Axes axes = axes(pen, plot, palette, plan.across().logarithmic());
        axes.drawLabels(name(plan.across().quantity()), name(plan.up().quantity()), new Labels(pen, frame, new Points()));
        drawMark(pen, plot, plan);
        drawLegend(pen, frame, entries(plan.width() * plan.height()));
    }

    static Axes axes(Pen pen, Plot plot, Palette palette, boolean logarithmic) {
        Viewport view = plot.view();
        Frame frame = plot.frame();
        Ticks across = logarithmic ? Ticks.logarithmic(view.xMin(), view.xMax(), frame.width(), label -> pen.textWidth(label, Axes.TEXT, 400) + 22)
                : Ticks.linear(view.xMin(), view.xMax(), frame.width(), label -> pen.textWidth(label, Axes.TEXT, 400) + 22);
        return new Axes(pen, plot, palette, across, Ticks.linear(view.yMin(), view.yMax(), frame.height(), label -> 40), false);
    }

    private String name(Quantity quantity) {
        return messages.text("maps.axis." + quantity.name());
    }

    private void drawMark(Pen pen, Plot plot, Survey.Plan plan) {
        double x = plot.px(plan.across().logarithmic() ? Math.log(markX) / LOG10 : markX);
        double y = plot.py(markY);
        if (plot.frame().contains(x, y)) {
            double[] xs = {x};
            double[] ys = {y};
            pen.marks(Mark.RING, xs, ys, 0, 1, 8, palette.paper(), 1);
            pen.marks(Mark.RING, xs, ys, 0, 1, 6, palette.ink(), 1);
        }
    }

    /** The outcomes that occur: ends, then cycles, then the others; the larger shares first of each. */
    private List<Entry> entries(int cells) {
        int[] counts = outcomes.counts();
        int known = 0;
        for (int count : counts) {
            known += count;
        }
        List<Entry> entries = new ArrayList<>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                entries.add(new Entry(code, text(code), (double) counts[code] / known));
            }
        }
        entries.sort((a, b) -> rank(a) != rank(b) ? rank(a) - rank(b) : Double.compare(b.share, a.share));
        return entries;
    }

    private static int rank(Entry entry) {
        Outcome outcome = Outcome.of(entry.code);
        return outcome == Outcome.ON_ITS_WAY ? Outcome.values().length : outcome.ordinal();
    }

    private String text(int code) {
        int detail = Outcome.detail(code);
        if (Outcome.of(code) == Outcome.REACHED) {
            double[] place = places[detail];
            return place.length == 1 ? messages.text("maps.end", Numerals.brief(place[0]))
                    : messages.text("maps.end.map", Numerals.rough(place[0]), Numerals.rough(place[1]));
        }
        return messages.text("maps." + Outcome.of(code).name(), String.valueOf(detail));
    }

    /** Its legend as one sentence, for those who do not see it. */
    public String words() {
        StringBuilder words = new StringBuilder();
        for (Entry entry : entries(0)) {
            words.append(words.isEmpty() ? "" : "; ").append(line(entry));
        }
        return words.toString();
    }

    private String line(Entry entry) {
        return messages.text("maps.share", entry.text, percent(entry.share));
    }

    /** Shares below a tenth of a per cent are not 0. */
    static String percent(double share) {
        double percent = Math.floor(1000 * share + 0.5) / 10;
        return percent == 0 ? "< 0.1" : Numerals.brief(percent);
    }

    private void drawLegend(Pen pen, Frame frame, List<Entry> entries) {
        boolean narrow = pen.width() < NARROW;
        double widest = 0;
        for (Entry entry : entries) {
            widest = Math.max(widest, SWATCH + 16 + pen.textWidth(line(entry), Axes.TEXT, 400));
        }
        int columns = narrow && widest <= (pen.width() - 16) / 2 ? 2 : 1;
        int rows = narrow ? ROWS_BELOW : Math.max(1, (int) ((pen.height() - frame.top()) / ROW));
        double left = narrow ? 8 : frame.right() + 2 * RIGHT;
        double top = narrow ? frame.bottom() + Axes.BELOW + 8 : frame.top();
        double width = narrow ? (pen.width() - 16) / 2 : LEGEND;
        int room = rows * columns;
        boolean more = entries.size() > room;
        if (more) {
            entries.sort((a, b) -> Double.compare(b.share, a.share));
        }
        int shown = more ? room - 1 : entries.size();
        for (int from = 0; from < shown; from += rows) {
            drawEntries(pen, entries.subList(from, Math.min(from + rows, shown)), left + from / rows * width, top);
        }
        if (more) {
            String rest = messages.text("maps.more", Numerals.count(entries.size() - shown));
            pen.text(rest, left + (columns - 1) * width, top + (rows - 1) * ROW + 12, lettering(palette.quiet()));
        }
    }

    private static Lettering lettering(int colour) {
        return new Lettering(colour, Axes.TEXT, 400, Align.LEFT, -1);
    }

    /** A column of them. Its swatches are one image, since a browser makes much ado about each. */
    private void drawEntries(Pen pen, List<Entry> entries, double x, double y) {
        int[] pixels = new int[SWATCH * ROW * entries.size()];
        Arrays.fill(pixels, palette.paper());
        for (int k = 0; k < entries.size(); k++) {
            for (int row = 0; row < SWATCH; row++) {
                picture.look().paint(entries.get(k).code, SWATCH_STEPS, row, 0, SWATCH, pixels, (k * ROW + row) * SWATCH);
            }
            pen.text(line(entries.get(k)), x + SWATCH + 8, y + k * ROW + 12, lettering(palette.ink()));
        }
        pen.image(new Bitmap(pixels, SWATCH), new Frame(x, y, SWATCH, (double) ROW * entries.size()));
    }

    /**
     * What a cell is, in words, and after how many steps, where these are those of the verdict on its run: that a descent diverges is known before it
     * overflows.
     */
    public static String describe(Outcomes outcomes, double[][] places, int cell, Messages messages) {
        MapScene scene = new MapScene(outcomes, null, places, Double.NaN, Double.NaN, Palette.LIGHT, messages);
        int code = outcomes.code(cell);
        if (code == Outcomes.UNKNOWN) {
            return messages.text("maps.unknown");
        }
        boolean counted = Outcome.of(code) == Outcome.REACHED || Outcome.of(code) == Outcome.LEFT_DOMAIN;
        return counted ? messages.text("maps.after", scene.text(code), Numerals.count(outcomes.steps(cell))) : scene.text(code);
    }
}
