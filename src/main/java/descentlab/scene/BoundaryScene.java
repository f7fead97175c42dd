package descentlab.scene;

import descentlab.message.Messages;
import descentlab.objective.Dataset;
import descentlab.objective.Learning;
import descentlab.scene.Lettering.Align;
import java.util.List;

/**
 * The plane of two inputs: what the model of the selected run says there as a map, the data on it, and the boundary between the classes, or the middle
 * value, of every run.
 *
 * @param map from {@link #map} for the selected run at the step
 */
public record BoundaryScene(Learning learning, ContourMap map, List<RunPicture> runs, double step, Palette palette, Messages messages) {
    /** Pixels from one node of the map to the next, and of the other runs' boundaries. */
    private static final double SPACING = 5;
    private static final double COARSE = 9;
    private static final int BANDS = 12;
    private static final double WIDTH = 2.25;

    public static Plot plot(Viewport view, double width, double height) {
        return ContourScene.plot(view, width, height);
    }

    /** What the model with these parameters says over a plot. @param grain pixels that are painted as one, across and down */
    public static ContourMap map(Learning learning, double[] parameters, Plot plot, int grain, Palette palette) {
        double[] range = range(learning);
        int bands = several(learning) ? learning.training().classes() : BANDS;
        double[] levels = new double[bands - 1];
        for (int k = 0; k < levels.length; k++) {
            levels[k] = several(learning) ? k + 0.5 : range[0] + (range[1] - range[0]) * (k + 1) / bands;
        }
        Field field = ContourMap.field((points, values, n) -> learning.say(parameters, points, values, n), plot, SPACING);
        return new ContourMap(field, new Levels(levels), plot, grain, palette);
    }

    private static boolean several(Learning learning) {
        return learning.criterion().classifies() && learning.training().classes() > 2;
    }

    /** Of what the model says: 0 to 1 for a probability. */
    private static double[] range(Learning learning) {
        return learning.training().classes() == 2 ? new double[] {0, 1} : Dataset.range(learning.training().targets()[0]);
    }

    public void draw(Pen pen) {
        Plot plot = map.plot;
        Axes axes = new Axes(pen, plot, palette, false, false, false);
        Labels labels = new Labels(pen, plot.frame(), new Points());
        pen.rectangle(new Frame(0, 0, pen.width(), pen.height()), palette.paper(), 1);
        axes.drawLines();
        pen.image(map.bitmap, plot.frame());
        boolean classes = learning.training().classes() > 0;
        double[] range = range(learning);
        DataMarks marks = new DataMarks(pen, plot, palette);
        marks.drawInPlane(learning.validation(), classes, range[0], range[1], true);
        marks.drawInPlane(learning.training(), classes, range[0], range[1], false);
        axes.drawLabels(messages.text("scene.x1"), messages.text("scene.x2"), labels);
        for (boolean selected : new boolean[] {false, true}) {
            for (RunPicture run : runs) {
                if (run.selected() == selected) {
                    drawBoundary(pen, plot, run, labels);
                }
            }
        }
    }

    /** Not among the isolines of the map: where many of those lie in one cell of its field, not all of them are drawn there. */
    private Points[] boundary(Plot plot, RunPicture run) {
        double[] parameters = run.trajectory().point(run.stepAt(step));
        double[] range = range(learning);
        int lines = several(learning) ? learning.training().classes() - 1 : 1;
        double middle = several(learning) ? 0.5 : (range[0] + range[1]) / 2;
        Field field = ContourMap.field((points, values, n) -> learning.say(parameters, points, values, n), plot, run.selected() ? SPACING : COARSE);
        double[] heights = field.values();
        for (int k = 0; k < heights.length; k++) {
            heights[k] -= middle;
        }
        return new Isolines(heights, field.columns(), field.rows(), lines, plot.frame()).lines();
    }

    private void drawBoundary(Pen pen, Plot plot, RunPicture run, Labels labels) {
        int end = -1;
        double farthest = Double.NEGATIVE_INFINITY;
        Points named = null;
        for (Points line : boundary(plot, run)) {
            if (line.count == 0) {
                continue;
            }
            pen.segments(line.xs, line.ys, 0, line.count, Stroke.solid(palette.paper(), 0.7, WIDTH + 2));
            pen.segments(line.xs, line.ys, 0, line.count, Stroke.solid(palette.run(run.style()), 1, run.selected() ? WIDTH : 1.25));
            for (int k = 0; k < line.count; k++) {
                if (line.xs[k] > farthest) {
                    farthest = line.xs[k];
                    end = k;
                    named = line;
                }
            }
        }
        Lettering lettering = new Lettering(palette.word(run.style()), Axes.TEXT, 600, Align.LEFT, palette.paper());
        if (named != null) {
            labels.place(run.label(), named.xs[end], named.ys[end], 8, lettering);
        } else {
            Frame frame = plot.frame();
            labels.place(messages.text("scene.gone", run.label(), messages.text("scene.boundary.none")), frame.left() + frame.width() / 2, frame.top() + 12, 4, lettering);
        }
    }
}
