package descentlab.scene;

import descentlab.message.Messages;
import descentlab.objective.Dataset;
import descentlab.objective.Learning;
import descentlab.scene.Lettering.Align;
import java.util.List;

/**
 * Data over one input, and what the model of each run says at a step; where the runs began, dashed.
 *
 * @param step the current step, 0 or more
 */
public record FitScene(Learning learning, Viewport view, List<RunPicture> runs, double step, Palette palette, Messages messages) {
    /** Pixels from one point of a fit to the next. */
    private static final double SPACING = 2;
    private static final double WIDTH = 2.25;
    private static final double MARGIN = 0.06;

    /** Where the data stand in a picture of this size. */
    public static Plot plot(Viewport view, double width, double height) {
        return CurveScene.plot(view, width, height);
    }

    /** All data, and some room around them. */
    public static Viewport view(Dataset data) {
        double[] x = Dataset.range(data.inputs()[0]);
        double[] y = Dataset.range(data.inputs().length > 1 ? data.inputs()[1] : data.targets()[0]);
        double marginX = MARGIN * (x[1] > x[0] ? x[1] - x[0] : 1);
        double marginY = 2 * MARGIN * (y[1] > y[0] ? y[1] - y[0] : 1);
        return Viewport.of(new double[] {x[0] - marginX, x[1] + marginX}, new double[] {y[0] - marginY, y[1] + marginY});
    }

    public void draw(Pen pen) {
        Plot plot = plot(view, pen.width(), pen.height());
        Frame frame = plot.frame();
        Axes axes = new Axes(pen, plot, palette, false, false, true);
        Labels labels = new Labels(pen, frame, new Points());
        pen.rectangle(new Frame(0, 0, pen.width(), pen.height()), palette.paper(), 1);
        axes.drawLines();
        axes.drawOrigin();
        DataMarks marks = new DataMarks(pen, plot, palette);
        marks.drawOverInput(learning.validation(), true);
        marks.drawOverInput(learning.training(), false);
        pen.clip(frame);
        if (!runs.isEmpty()) {
            line(plot, runs.get(0), 0).strokePieces(pen, new Stroke(palette.quiet(), 0.9, 1.25, 4));
        }
        for (boolean selected : new boolean[] {false, true}) {
            for (RunPicture run : runs) {
                if (run.selected() == selected) {
                    Points line = line(plot, run, run.stepAt(step));
                    line.strokePieces(pen, Stroke.solid(palette.paper(), 0.7, WIDTH + 2));
                    line.strokePieces(pen, Stroke.solid(palette.run(run.style()), 1, WIDTH));
                }
            }
        }
        pen.unclip();
        axes.drawLabels(messages.text("scene.x"), messages.text(learning.criterion().classifies() ? "scene.probability" : "scene.y"), labels);
        for (RunPicture run : runs) {
            name(plot, run, labels);
        }
    }

    /** What the model says over the frame, at a state of the run; empty where its parameters are no numbers any more. */
    private Points line(Plot plot, RunPicture run, int t) {
        Frame frame = plot.frame();
        int n = 2 + (int) (frame.width() / SPACING);
        double[][] x = new double[1][n];
        for (int k = 0; k < n; k++) {
            x[0][k] = plot.xAt(frame.left() + frame.width() * k / (n - 1));
        }
        double[] y = learning.predict(run.trajectory().point(t), x, n)[0];
        Points line = new Points();
        for (int k = 0; k < n; k++) {
            double py = plot.py(y[k]);
            line.add(plot.px(x[0][k]), py == py ? Math.max(-1e5, Math.min(1e5, py)) : py);
        }
        return line;
    }

    /** Where its fit leaves the frame, at the right or above or below. */
    private void name(Plot plot, RunPicture run, Labels labels) {
        Points line = line(plot, run, run.stepAt(step));
        int at = line.count - 1;
        while (at > 0 && !plot.frame().contains(line.xs[at], line.ys[at])) {
            at--;
        }
        Lettering lettering = new Lettering(palette.word(run.style()), Axes.TEXT, 600, Align.LEFT, palette.paper());
        boolean inView = plot.frame().contains(line.xs[at], line.ys[at]);
        double y = inView ? line.ys[at] : plot.frame().top() + 24;
        String text = inView ? run.label() : messages.text("scene.gone", run.label(), messages.text("scene.fit.gone"));
        labels.place(text, inView ? line.xs[at] : plot.frame().left() + plot.frame().width() / 2, y, 8, lettering);
    }
}
