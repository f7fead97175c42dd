package descentlab.scene;

import descentlab.message.Messages;
import descentlab.message.Numerals;
import descentlab.scene.Lettering.Align;
import descentlab.survey.RangeTest;
import java.util.ArrayList;
import java.util.List;

/**
 * The loss of one run against its learning rate, which grows from step to step (Smith 2017): where it falls fastest, where it is above the start's
 * again, and the rate that is best when it stays the same.
 *
 * @param before the loss at the start
 * @param best   what a sweep finds, or NaN
 * @param sought whether it is still at it
 */
public record RangeScene(RangeTest test, double before, double best, boolean sought, int style, Palette palette, Messages messages) {
    private static final double LOG10 = Math.log(10);
    private static final double TOP = 40;
    private static final double RIGHT = 12;
    private static final double ABOVE = 0.5;

    public void draw(Pen pen) {
        Plot plot = plot(pen);
        Frame frame = plot.frame();
        pen.rectangle(new Frame(0, 0, pen.width(), pen.height()), palette.paper(), 1);
        Axes axes = MapScene.axes(pen, plot, palette, true);
        axes.drawLines();
        Labels labels = new Labels(pen, frame, new Points());
        axes.drawLabels(messages.text("maps.axis.RATE"), messages.text("scene.loss"), labels);
        pen.clip(frame);
        Points line = new Points();
        for (int t = 0; t < test.rate().length; t++) {
            line.add(plot.px(Math.log(test.rate()[t]) / LOG10), plot.py(test.loss()[t]));
        }
        line.strokePieces(pen, Stroke.solid(palette.run(style), 1, 1.75));
        pen.unclip();
        List<Mark> marks = marks();
        for (Mark mark : marks) {
            mark.drawLine(pen, plot);
        }
        for (int row = 0; row < marks.size(); row++) {
            marks.get(row).drawName(plot, row, palette, labels);
        }
    }

    /** A rate that stands out. */
    private record Mark(double rate, String name, int colour) {
        private double x(Plot plot) {
            return plot.px(Math.log(rate) / LOG10);
        }

        private boolean isInView(Plot plot) {
            return x(plot) >= plot.frame().left() && x(plot) <= plot.frame().right();
        }

        private void drawLine(Pen pen, Plot plot) {
            if (isInView(plot)) {
                double x = x(plot);
                pen.segments(new double[] {x, x}, new double[] {plot.frame().top(), plot.frame().bottom()}, 0, 2, new Stroke(colour, 1, 1.25, 4));
            }
        }

        private void drawName(Plot plot, int row, Palette palette, Labels labels) {
            if (isInView(plot)) {
                labels.placeIfFree(name, x(plot), plot.frame().top() + 12 + 22 * row, 5, new Lettering(colour, Axes.TEXT, 600, Align.LEFT, palette.paper()));
            }
        }
    }

    private List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        if (test.suggested() >= 0) {
            marks.add(new Mark(test.rate()[test.suggested()], suggested(), palette.accent()));
        }
        if (test.edge() < test.rate().length) {
            marks.add(new Mark(test.rate()[test.edge()], edge(), palette.error()));
        }
        if (!sought) {
            marks.add(new Mark(best, messages.text("maps.best", Numerals.brief(best)), palette.ink()));
        }
        return marks;
    }

    private String suggested() {
        return test.suggested() < 0 ? messages.text("maps.suggested.none") : messages.text("maps.suggested", Numerals.brief(test.rate()[test.suggested()]));
    }

    /** From which rate on the loss is above that at the start, or is none. */
    private String edge() {
        double loss = test.loss()[test.edge()];
        return messages.text(loss - loss == 0 ? "maps.edge" : "maps.edge.none", Numerals.brief(test.rate()[test.edge()]));
    }

    /** From the lowest loss to a little above that at the start: what lies higher has left the picture, as the edge says. */
    private Plot plot(Pen pen) {
        double low = before;
        for (double loss : test.loss()) {
            low = loss < low ? loss : low;
        }
        double span = before > low ? before - low : 1;
        Frame frame = new Frame(Axes.COLUMN, TOP, Math.max(16, pen.width() - Axes.COLUMN - RIGHT), Math.max(16, pen.height() - TOP - Axes.BELOW));
        double from = Math.log(test.rate()[0]) / LOG10;
        double to = Math.log(test.rate()[test.rate().length - 1]) / LOG10;
        return new Plot(Viewport.nearest(from, to, low - 0.05 * span, before + ABOVE * span), frame);
    }

    /** What it says, as a sentence. */
    public String words() {
        String found = best == best && !sought ? messages.text("maps.best", Numerals.brief(best)) : messages.text(sought ? "maps.best.later" : "maps.best.none");
        boolean ends = test.edge() < test.rate().length;
        return ends ? messages.text("maps.range.words.edge", suggested(), edge(), found) : messages.text("maps.range.words", suggested(), found);
    }
}
