package descentlab.scene;

import descentlab.experiment.LearningCurves.Samples;
import descentlab.message.Messages;
import descentlab.message.Numerals;
import descentlab.scene.Arrows.Side;
import descentlab.scene.Lettering.Align;
import java.util.ArrayList;
import java.util.List;

/**
 * The loss of each run over its steps.
 *
 * @param step        the current step, marked by a vertical line; may lie between two steps
 * @param axis        the name of the axis of steps
 * @param above       what stands above the frame; or null
 * @param logarithmic whether the loss axis is logarithmic
 */
public record LossScene(List<RunPicture> runs, double step, boolean logarithmic, String axis, Above above, Palette palette, Messages messages) {
    /** Something above the frame. */
    public interface Above {
        /** @param taken where the name of the axis of values ends, in pixels: nothing stands before it */
        void draw(Pen pen, Plot plot, double taken, Palette palette);
    }

    private static final double FUTURE_ALPHA = 0.3;
    /** Marks of one run are at least so many pixels apart. */
    private static final double MARK_GAP = 11;

    /** The step at a pixel, within the steps shown. */
    public int stepAt(Pen pen, double px) {
        Plot plot = StepPlot.of(pen, runs, 0, 1);
        return (int) Math.max(0, Math.min(Math.floor(plot.xAt(px) + 0.5), plot.view().xMax()));
    }

    public void draw(Pen pen) {
        LossScale scale = LossScale.fit(runs, logarithmic);
        Plot plot = StepPlot.of(pen, runs, scale.min(), scale.max());
        Axes axes = new Axes(pen, plot, palette, true, scale.logarithmic(), false);
        Labels labels = new Labels(pen, plot.frame(), new Points());
        pen.rectangle(new Frame(0, 0, pen.width(), pen.height()), palette.paper(), 1);
        axes.drawLines();
        axes.drawLabels(axis, name(scale), labels);
        if (above != null) {
            above.draw(pen, plot, Axes.NAME + pen.textWidth(name(scale), Axes.TEXT, 400) + 8, palette);
        }
        StepPlot.drawCursor(pen, plot, step, palette);
        double[] ends = new double[runs.size()];
        LossLine[] lines = new LossLine[ends.length];
        for (int i = 0; i < ends.length; i++) {
            lines[i] = new LossLine(pen, plot, scale, runs.get(i), palette);
            lines[i].draw(runs.get(i).stepAt(step), FUTURE_ALPHA, MARK_GAP);
            ends[i] = lines[i].end();
        }
        for (RunPicture run : runs) {
            drawSamples(pen, plot, scale, run.held(), new Stroke(palette.run(run.style()), 1, 1.5, 4));
            drawSamples(pen, plot, scale, run.whole(), Stroke.solid(palette.run(run.style()), 1, 2.25));
        }
        StepPlot.drawNames(pen, plot, runs, ends, palette);
        drawValues(pen, plot, scale, labels);
        for (int i = 0; i < lines.length; i++) {
            drawDeparture(pen, plot, scale, runs.get(i), lines[i], labels);
        }
        drawNote(pen, plot, scale, labels);
    }

    /** The loss over other examples than those of a step. */
    private static void drawSamples(Pen pen, Plot plot, LossScale scale, Samples samples, Stroke stroke) {
        if (samples == null) {
            return;
        }
        Points line = new Points();
        for (int k = 0; k < samples.at().length; k++) {
            double y = plot.py(scale.of(samples.values()[k]));
            line.add(plot.px(samples.at()[k]), y >= plot.frame().top() && y <= plot.frame().bottom() ? y : Double.NaN);
        }
        line.strokePieces(pen, stroke);
    }

    private String name(LossScale scale) {
        return scale.shift() < 0 ? messages.text("scene.loss.above", Numerals.brief(scale.shift())) : messages.text("scene.loss");
    }

    private void drawNote(Pen pen, Plot plot, LossScale scale, Labels labels) {
        if (scale.zero() && scale.shift() == 0) {
            Frame frame = plot.frame();
            double middle = frame.left() + frame.width() / 2;
            labels.placeIfFree(messages.text("scene.loss.zero"), middle, frame.bottom() - 10, 0, lettering(palette.quiet(), 400));
        }
    }

    /** Points and values where the cursor crosses the lines. */
    private void drawValues(Pen pen, Plot plot, LossScale scale, Labels labels) {
        List<StepPlot.Reading> readings = new ArrayList<>();
        for (RunPicture run : runs) {
            int t = run.stepAt(step);
            double x = plot.px(t);
            double y = plot.py(scale.of(run.loss(t)));
            if (plot.frame().contains(x, y)) {
                readings.add(new StepPlot.Reading(run, x, y, Numerals.brief(run.loss(t))));
            }
        }
        StepPlot.drawValues(pen, plot, step, readings, palette, labels);
    }

    /** Says of a run that leaves the picture, or has no number any more, where to. */
    private void drawDeparture(Pen pen, Plot plot, LossScale scale, RunPicture run, LossLine line, Labels labels) {
        Frame frame = plot.frame();
        Lettering lettering = lettering(palette.word(run.style()), 400);
        int outside = line.firstOutside();
        if (outside >= 0) {
            double[] exit = line.exit(outside);
            Side side = plot.py(scale.of(run.loss(outside))) < frame.top() ? Side.TOP : Side.BOTTOM;
            Arrows.out(pen, exit[0], exit[1], side, palette.run(run.style()), 1);
            labels.place(side.pointing(Numerals.brief(run.loss(line.extreme(side)))), exit[0], exit[1], 9, lettering);
        }
        int last = line.lastNumber();
        if (last < run.trajectory().steps()) {
            double x = plot.px(Math.max(last, 0));
            String value = Numerals.brief(run.loss(last + 1));
            labels.place(messages.text("scene.after", value, Numerals.count(last + 1)), x, line.end(), 8, lettering);
        }
    }

    private Lettering lettering(int colour, int weight) {
        return new Lettering(colour, Axes.TEXT, weight, Align.LEFT, palette.paper());
    }
}
