package descentlab.scene;

import descentlab.message.Messages;
import descentlab.message.Numerals;
import descentlab.scene.Arrows.Side;

/**
 * Where and how a run that is not in view at a step is named at the edge of the picture, so that it is never lost without a word.
 *
 * @param x    the place at the edge, or of the run's last point in view
 * @param side where the run went; null where it has no value although it is not outside
 * @param text such as "x₇ = 3.2·10⁵ →" or "NaN after step 12"
 */
record Departure(double x, double y, Side side, String text) {
    /** For a step at which the run's point is not within the frame. */
    static Departure of(RunPicture run, int step, Plot plot, Messages messages) {
        Frame frame = plot.frame();
        int last = step;
        while (last > 0 && !run.located(last)) {
            last--;
        }
        double px = plot.px(run.x(last));
        double py = plot.py(run.y(last));
        boolean across = px < frame.left() || px > frame.right();
        Side side = across ? (px > frame.right() ? Side.RIGHT : Side.LEFT) : py < frame.top() ? Side.TOP : py > frame.bottom() ? Side.BOTTOM : null;
        double x = px != px ? frame.left() + frame.width() / 2 : Math.max(frame.left(), Math.min(px, frame.right()));
        double y = across ? crossing(run, last, plot, x) : Math.max(frame.top(), Math.min(py != py ? frame.bottom() : py, frame.bottom()));
        if (last < step || !run.located(step)) {
            return new Departure(x, y, side, notFinite(run, last, step, messages));
        }
        String where = where(run, step, across, messages);
        return new Departure(x, y, side, side == null ? where : side.pointing(where));
    }

    private static String where(RunPicture run, int step, boolean across, Messages messages) {
        String index = Numerals.lowered(step);
        if (across) {
            return messages.text("scene.at", index, Numerals.brief(run.x(step)));
        }
        if (run.isPath()) {
            return messages.text("scene.at.y", index, Numerals.brief(run.y(step)));
        }
        boolean undefined = run.y(step) != run.y(step);
        return undefined ? messages.text("scene.at.undefined", index, Numerals.brief(run.x(step)))
            : messages.text("scene.value", index, Numerals.brief(run.y(step)));
    }

    private static String notFinite(RunPicture run, int last, int step, Messages messages) {
        int first = last < step ? last + 1 : 0;
        double value = run.isPath() && RunPicture.finite(run.x(first)) ? run.y(first) : run.x(first);
        return messages.text("scene.after", Numerals.brief(value), Numerals.count(first));
    }

    /** The height at which the way from the last point in view crosses the side at x; that of this point where the way leads out of the domain. */
    private static double crossing(RunPicture run, int step, Plot plot, double x) {
        Frame frame = plot.frame();
        double toX = plot.px(run.x(step));
        double toY = plot.py(run.y(step));
        for (int t = step - 1; t >= 0; t--) {
            double fromX = plot.px(run.x(t));
            double fromY = plot.py(run.y(t));
            if (frame.contains(fromX, fromY)) {
                double part = (x - fromX) / (toX - fromX);
                double y = fromY + part * (toY - fromY);
                return part >= 0 && part <= 1 && y == y ? Math.max(frame.top(), Math.min(y, frame.bottom())) : fromY;
            }
            if (RunPicture.finite(fromX + fromY)) {
                toX = fromX;
                toY = fromY;
            }
        }
        return frame.top() + frame.height() / 2;
    }
}
