package descentlab.scene;

import descentlab.scene.Lettering.Align;
import java.util.List;

/** What the pictures over steps share, so that they stand exactly below each other: frame, step axis, cursor, names at the line ends. */
final class StepPlot {
    private static final double TOP = 24;
    private static final double LINE = 14;
    /** Lines nearer than this cannot be read. */
    private static final double LEAST_LINE = 12;
    private static final double GAP = 10;
    private static final double RADIUS = 5;
    /** Names at the line ends take at most this part of the width. */
    private static final double MOST = 0.34;

    private StepPlot() {
    }

    /** The frame, and the steps from 0 to the longest run's last, over the range of y given. */
    static Plot of(Pen pen, List<RunPicture> runs, double yMin, double yMax) {
        double names = 0;
        double steps = 1;
        for (RunPicture run : runs) {
            names = Math.max(names, pen.textWidth(run.label(), Axes.TEXT, 600));
            steps = Math.max(steps, run.trajectory().steps());
        }
        double right = Math.min(names, MOST * pen.width()) + GAP + 4;
        Frame frame = new Frame(Axes.COLUMN, TOP, Math.max(16, pen.width() - Axes.COLUMN - right), Math.max(16, pen.height() - TOP - Axes.BELOW));
        return new Plot(Viewport.nearest(0, steps, yMin, yMax), frame);
    }

    static void drawCursor(Pen pen, Plot plot, double step, Palette palette) {
        double x = plot.px(Math.min(step, plot.view().xMax()));
        pen.segments(new double[] {x, x}, new double[] {plot.frame().top(), plot.frame().bottom()}, 0, 2, Stroke.solid(palette.quiet(), 0.7, 1));
    }

    /**
     * Writes each run's name to the right of the frame at the height of its line's end; where there is no room for all, that of the selected run
     * alone.
     *
     * @param heights of the line ends, one for each run, within the frame
     */
    static void drawNames(Pen pen, Plot plot, List<RunPicture> runs, double[] heights, Palette palette) {
        Frame frame = plot.frame();
        double[] apart = Spread.apart(heights, LINE, frame.top() + 4, frame.bottom() - 2);
        boolean crowded = (apart.length - 1) * LEAST_LINE > frame.height();
        for (int i = 0; i < apart.length; i++) {
            RunPicture run = runs.get(i);
            if (crowded && !run.selected()) {
                continue;
            }
            int colour = palette.run(run.style());
            double[] xs = {frame.right(), frame.right() + GAP - 2};
            double[] ys = {heights[i], apart[i]};
            Lettering lettering = new Lettering(palette.word(run.style()), Axes.TEXT, 600, Align.LEFT, palette.paper());
            pen.segments(xs, ys, 0, 2, Stroke.solid(colour, 0.6, 1));
            pen.text(run.label(), frame.right() + GAP, apart[i] + 4, lettering);
        }
    }

    /** Marks each point on the cursor and writes its value beside it, on the side with more room, in its run's colour. */
    static void drawValues(Pen pen, Plot plot, double step, List<Reading> readings, Palette palette, Labels labels) {
        Frame frame = plot.frame();
        double x = plot.px(Math.min(step, plot.view().xMax()));
        boolean right = x < frame.left() + frame.width() * 0.6;
        double[] wanted = new double[readings.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = readings.get(i).y - 7;
        }
        double[] apart = Spread.apart(wanted, LINE, frame.top() + 6, frame.bottom() - 3);
        for (int i = 0; i < wanted.length; i++) {
            Reading reading = readings.get(i);
            double[] xs = {reading.x};
            double[] ys = {reading.y};
            pen.marks(reading.run.mark(), xs, ys, 0, 1, RADIUS + 1.5, palette.paper(), 1);
            pen.marks(reading.run.mark(), xs, ys, 0, 1, RADIUS, palette.run(reading.run.style()), 1);
            Lettering lettering = new Lettering(palette.word(reading.run.style()), Axes.TEXT, 400, right ? Align.LEFT : Align.RIGHT, palette.paper());
            double width = pen.textWidth(reading.text, Axes.TEXT, 400);
            labels.reserve(reading.x, reading.y, RADIUS);
            labels.reserve(new Frame(right ? x + 9 : x - 9 - width, apart[i] - 11, width, LINE));
            pen.text(reading.text, right ? x + 9 : x - 9, apart[i], lettering);
        }
    }

    /** The point of a run at the current step, in pixels, and its value as text. */
    record Reading(RunPicture run, double x, double y, String text) {
    }
}
