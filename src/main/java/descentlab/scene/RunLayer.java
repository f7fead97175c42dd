package descentlab.scene;

import descentlab.message.Messages;
import descentlab.scene.Arrows.Side;
import descentlab.scene.Lettering.Align;
import java.util.ArrayList;
import java.util.List;
/** The runs in a plane picture, up to a step: trails, starts, current points and their names, also of those that have left the picture. */
record RunLayer(Pen pen, Plot plot, List<RunPicture> runs, double step, Palette palette, Messages messages, Labels labels) {
    static final double CURRENT_RADIUS = 6;

    void draw() {
        for (RunPicture run : inOrder()) {
            new Trail(pen, plot, run, run.stepAt(step), palette).draw();
        }
        drawStarts();
        for (RunPicture run : inOrder()) {
            StepFigure figure = new StepFigure(pen, plot, run, run.stepAt(step), palette, messages);
            if (run.selected() && !run.isPath()) {
                figure.draw(labels);
            }
            drawCurrent(run);
            if (run.selected() && !run.isPath()) {
                figure.drawLabel(labels);
            }
        }
        for (RunPicture run : runs) {
            nameRun(run);
        }
    }

    /** The selected run last, so that it lies on top. */
    private List<RunPicture> inOrder() {
        List<RunPicture> order = new ArrayList<>();
        for (RunPicture run : runs) {
            order.add(run.selected() ? order.size() : 0, run);
        }
        return order;
    }

    /** Rings where the runs start, in ink where they all start at one point. */
    private void drawStarts() {
        boolean shared = true;
        for (RunPicture run : runs) {
            shared &= run.x(0) == runs.get(0).x(0) && run.y(0) == runs.get(0).y(0);
        }
        for (RunPicture run : shared && !runs.isEmpty() ? runs.subList(0, 1) : runs) {
            double x = plot.px(run.x(0));
            double y = plot.py(run.y(0));
            if (plot.frame().contains(x, y)) {
                labels.reserve(x, y, CURRENT_RADIUS + 1);
                Mark mark = shared ? Mark.CIRCLE : run.mark();
                pen.marks(mark, new double[] {x}, new double[] {y}, 0, 1, CURRENT_RADIUS, shared ? palette.ink() : palette.run(run.style()), 1);
                pen.marks(mark, new double[] {x}, new double[] {y}, 0, 1, CURRENT_RADIUS - 2.2, palette.paper(), 1);
            }
        }
    }

    private double[] current(RunPicture run) {
        int from = run.stepAt(step);
        int to = Math.min(from + 1, run.trajectory().steps());
        double part = Math.max(0, Math.min(1, step - from));
        double x = plot.px(run.x(from));
        double y = plot.py(run.y(from));
        boolean moving = part > 0 && to > from && run.finite(to);
        return moving ? new double[] {x + part * (plot.px(run.x(to)) - x), y + part * (plot.py(run.y(to)) - y)} : new double[] {x, y};
    }

    private void drawCurrent(RunPicture run) {
        double[] at = current(run);
        if (!plot.frame().contains(at[0], at[1])) {
            return;
        }
        labels.reserve(at[0], at[1], CURRENT_RADIUS);
        double[] x = {at[0]};
        double[] y = {at[1]};
        pen.marks(run.mark(), x, y, 0, 1, CURRENT_RADIUS + 1.5, palette.paper(), 1);
        pen.marks(run.mark(), x, y, 0, 1, CURRENT_RADIUS, palette.run(run.style()), 1);
    }

    private void nameRun(RunPicture run) {
        double[] at = current(run);
        Lettering lettering = lettering(palette.word(run.style()), 600);
        if (plot.frame().contains(at[0], at[1])) {
            labels.place(run.label(), at[0], at[1], CURRENT_RADIUS + 2, lettering);
            return;
        }
        nameDeparture(run, Departure.of(run, departed(run), plot, messages), lettering);
    }

    private void nameDeparture(RunPicture run, Departure gone, Lettering lettering) {
        int colour = palette.run(run.style());
        String text = messages.text("scene.gone", run.label(), gone.text());
        Side side = gone.side();
        if (side == Side.LEFT || side == Side.RIGHT) {
            double y = labels.placeAtEdge(text, side == Side.RIGHT, gone.y(), 10, lettering);
            Arrows.out(pen, gone.x(), y, side, colour, 1);
            return;
        }
        if (side == null) {
            pen.marks(run.mark(), new double[] {gone.x()}, new double[] {gone.y()}, 0, 1, CURRENT_RADIUS, colour, 1);
        } else {
            Arrows.out(pen, gone.x(), gone.y(), side, colour, 1);
        }
        labels.place(text, gone.x(), gone.y(), 10, lettering);
    }

    /** On the way out of view it is the next step that names where the run goes. */
    private int departed(RunPicture run) {
        int from = run.stepAt(step);
        boolean inView = plot.frame().contains(plot.px(run.x(from)), plot.py(run.y(from)));
        return inView ? Math.min(from + 1, run.trajectory().steps()) : from;
    }

    private Lettering lettering(int colour, int weight) {
        return new Lettering(colour, Axes.TEXT, weight, Align.LEFT, palette.paper());
    }
}
