package descentlab.scene;

import descentlab.message.Messages;
import descentlab.message.Numerals;
import descentlab.scene.Lettering.Align;
import descentlab.survey.Sweep;
import java.util.List;

/**
 * What each learning rate would have come to: the final loss of every run over the rates, and below it the steps to the tolerance, on the scale of a
 * slider whose thumb has a width.
 *
 * @param sweeps  one for each run, over the same rates
 * @param styles  the runs' styles
 * @param before  the loss at the start
 * @param steps   how many steps each run takes
 * @param rates   the rate of each run of the experiment; NaN: not shown
 * @param rate    the present one
 * @param style   the run that has it
 * @param pointed a rate that is pointed at, or NaN
 * @param inset   how far within the picture the ends of the slider's scale stand
 * @param trained whether the runs learn: those hardly come to rest, and the sweep may have fewer steps than they
 */
public record SweepScene(List<Sweep> sweeps, List<Integer> styles, double before, int steps, List<Double> rates, double rate, int style, double pointed,
        double inset, boolean trained, Palette palette, Messages messages) {
    private static final double LOG10 = Math.log(10);
    /** The loss stands as the power of ten of its height over the lowest, in parts of that of the start, from here to here. */
    private static final double LOWEST = -8;
    private static final double LOWEST_TRAINED = -2;
    private static final double HIGHEST = 1;
    /** The part of the height that the losses have. */
    private static final double LOSSES = 0.58;
    private static final double GAP = 4;
    private static final double LETTERS = 11;

    public void draw(Pen pen) {
        Frame whole = new Frame(inset, 2, Math.max(1, pen.width() - 2 * inset), pen.height() - 4);
        Frame upper = new Frame(whole.left(), whole.top(), whole.width(), trained ? whole.height() : whole.height() * LOSSES - GAP);
        Frame lower = new Frame(whole.left(), upper.bottom() + 2 * GAP, whole.width(), whole.bottom() - upper.bottom() - 2 * GAP);
        pen.rectangle(new Frame(0, 0, pen.width(), pen.height()), palette.paper(), 1);
        for (Frame frame : trained ? new Frame[] {upper} : new Frame[] {upper, lower}) {
            pen.segments(new double[] {frame.left(), frame.right()}, new double[] {frame.bottom(), frame.bottom()}, 0, 2, Stroke.solid(palette.hairline(), 1, 1));
        }
        double lowest = lowest();
        for (int r = 0; r < sweeps.size(); r++) {
            drawLosses(pen, upper, sweeps.get(r), styles.get(r), lowest);
            if (!trained) {
                drawSteps(pen, lower, sweeps.get(r), styles.get(r));
            }
        }
        for (int r = 0; r < rates.size(); r++) {
            drawRate(pen, whole, rates.get(r), Stroke.solid(palette.run(r), 0.6, 1));
        }
        drawRate(pen, whole, pointed, new Stroke(palette.quiet(), 1, 1, 3));
        drawRate(pen, whole, rate, Stroke.solid(palette.run(style), 1, 2));
        Lettering name = new Lettering(palette.quiet(), LETTERS, 400, Align.LEFT, palette.paper());
        // Low rates leave the loss at the top, so that the place below is free.
        pen.text(lossName(), whole.left(), upper.bottom() - GAP, name);
        if (!trained) {
            pen.text(messages.text("sweep.steps"), whole.left(), lower.top() + 8, name);
        }
        drawReading(pen, whole, upper, lower, lowest);
    }

    private String lossName() {
        return !trained || sweeps.isEmpty() ? messages.text("sweep.loss")
                : messages.text("sweep.loss.learning", Numerals.count(sweeps.get(0).steps()), Numerals.count(sweeps.get(0).rates().count()));
    }

    private double lowest() {
        double lowest = before;
        for (Sweep sweep : sweeps) {
            for (int k = 0; k < sweep.rates().count(); k++) {
                lowest = sweep.knows(k) && RunPicture.finite(sweep.loss(k)) ? Math.min(lowest, sweep.loss(k)) : lowest;
            }
        }
        return lowest;
    }

    private static double px(Frame frame, Sweep sweep, double rate) {
        return frame.left() + sweep.rates().place(rate) * frame.width();
    }

    /** The height of a loss; NaN where it is no number or far above the start's. */
    private double height(Frame frame, double loss, double lowest) {
        double span = before > lowest ? before - lowest : 1;
        double power = Math.log((loss - lowest) / span) / LOG10;
        double least = trained ? LOWEST_TRAINED : LOWEST;
        double place = (Math.max(least, power) - least) / (HIGHEST - least);
        return power <= HIGHEST ? frame.bottom() - place * frame.height() : Double.NaN;
    }

    /** Rates whose run ends far above its start are barred at the top. */
    private void drawLosses(Pen pen, Frame frame, Sweep sweep, int style, double lowest) {
        Points line = new Points();
        Points above = new Points();
        for (int k = 0; k < sweep.rates().count(); k++) {
            if (sweep.knows(k)) {
                double x = px(frame, sweep, sweep.rates().value(k));
                double y = height(frame, sweep.loss(k), lowest);
                line.add(x, y);
                if (y != y) {
                    above.addLine(x, frame.top(), x, frame.top() + 5);
                }
            }
        }
        pen.segments(above.xs, above.ys, 0, above.count, Stroke.solid(palette.run(style), 0.5, 1));
        line.strokePieces(pen, Stroke.solid(palette.run(style), 1, 1.5));
    }

    private double height(Frame frame, double rest) {
        return frame.bottom() - Math.log(1 + rest) / Math.log(2 + steps) * frame.height();
    }

    private void drawSteps(Pen pen, Frame frame, Sweep sweep, int style) {
        Points line = new Points();
        for (int k = 0; k < sweep.rates().count(); k++) {
            if (sweep.knows(k)) {
                line.add(px(frame, sweep, sweep.rates().value(k)), height(frame, sweep.rest(k)));
            }
        }
        line.strokePieces(pen, Stroke.solid(palette.run(style), 1, 1.5));
    }

    private void drawRate(Pen pen, Frame frame, double at, Stroke stroke) {
        double x = sweeps.isEmpty() ? Double.NaN : px(frame, sweeps.get(0), at);
        if (x >= frame.left() - 1 && x <= frame.right() + 1) {
            pen.segments(new double[] {x, x}, new double[] {frame.top(), frame.bottom()}, 0, 2, stroke);
        }
    }

    /** Final loss and steps of the runs at the rate pointed at. */
    private void drawReading(Pen pen, Frame whole, Frame upper, Frame lower, double lowest) {
        if (pointed != pointed || sweeps.isEmpty()) {
            return;
        }
        double x = px(whole, sweeps.get(0), pointed);
        boolean right = x < whole.left() + whole.width() * 0.6;
        Align align = right ? Align.LEFT : Align.RIGHT;
        double at = right ? x + 6 : x - 6;
        for (int r = 0; r < sweeps.size(); r++) {
            Sweep sweep = sweeps.get(r);
            int k = (int) Math.max(0, Math.min(sweep.rates().count() - 1, sweep.rates().place(pointed) * sweep.rates().count()));
            double y = sweep.knows(k) ? height(upper, sweep.loss(k), lowest) : Double.NaN;
            double rest = sweep.knows(k) ? height(lower, sweep.rest(k)) : Double.NaN;
            pen.marks(Mark.of(styles.get(r)), new double[] {x, x}, new double[] {y == y ? y : upper.top(), rest - rest == 0 ? rest : lower.top()}, 0,
                    rest - rest == 0 ? 2 : 1, 4, palette.run(styles.get(r)), 1);
        }
        Sweep first = sweeps.get(Math.max(0, styles.indexOf(style)));
        int k = (int) Math.max(0, Math.min(first.rates().count() - 1, first.rates().place(pointed) * first.rates().count()));
        if (first.knows(k)) {
            boolean rested = first.rest(k) - first.rest(k) == 0;
            String key = rested ? "sweep.reading" : RunPicture.finite(first.loss(k)) ? "sweep.reading.open" : "sweep.reading.none";
            String text = messages.text(key, Numerals.brief(first.rates().value(k)), Numerals.brief(first.loss(k)),
                    rested ? Numerals.count((int) first.rest(k)) : "");
            pen.text(text, at, whole.top() + 10, new Lettering(palette.ink(), LETTERS, 600, align, palette.paper()));
        }
    }
}
