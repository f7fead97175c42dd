package descentlab.scene;

import descentlab.scene.Lettering.Align;

/**
 * A second axis of steps, above the frame: how often a run has seen all examples.
 *
 * @param perEpoch steps that take all examples once
 * @param name     of the axis, to its right
 */
public record EpochAxis(int perEpoch, String name) implements LossScene.Above {
    private static final double TICK = 4;
    private static final double ROW = 7;
    private static final double X_GAP = 22;
    private static final double BESIDE = 12;

    @Override
    public void draw(Pen pen, Plot plot, double taken, Palette palette) {
        Frame frame = plot.frame();
        Ticks epochs = Ticks.whole(0, plot.view().xMax() / perEpoch, frame.width(), label -> pen.textWidth(label, Axes.TEXT, 400) + X_GAP);
        double row = frame.top() - ROW;
        double nameLeft = Math.min(pen.width() - 6 - pen.textWidth(name, Axes.TEXT, 400), frame.right() + BESIDE);
        pen.text(name, nameLeft, row, new Lettering(palette.ink(), Axes.TEXT, 400, Align.LEFT, -1));
        Points lines = new Points();
        lines.addLine(frame.left(), frame.top(), frame.right(), frame.top());
        for (int i = 0; i < epochs.count(); i++) {
            double x = plot.px(perEpoch * epochs.value(i));
            double half = pen.textWidth(epochs.label(i), Axes.TEXT, 400) / 2;
            lines.addLine(x, frame.top() - TICK, x, frame.top());
            if (x - half > taken && x + half < nameLeft - 8) {
                pen.text(epochs.label(i), x, row, new Lettering(palette.quiet(), Axes.TEXT, 400, Align.CENTRE, -1));
            }
        }
        pen.segments(lines.xs, lines.ys, 0, lines.count, Stroke.solid(palette.quiet(), 0.55, 1));
    }
}
