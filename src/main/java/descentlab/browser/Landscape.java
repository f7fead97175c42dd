package descentlab.browser;

import descentlab.descent.Terrain.Minimum;
import descentlab.experiment.Experiment;
import descentlab.experiment.Explanation;
import descentlab.experiment.Results;
import descentlab.scene.LossScene;
import descentlab.scene.Pen;
import descentlab.scene.Plot;
import descentlab.scene.RunPicture;
import descentlab.scene.Viewport;
import java.util.List;

/** A kind of function as the page shows it: which part of it to look at, what stands out there, and its picture. */
interface Landscape {
    boolean isOf(Experiment experiment);

    /** The part that a person wants to see first. */
    Viewport firstView(Experiment experiment);

    /** The view, grown so that the point is in it. */
    Viewport following(Experiment experiment, Viewport view, double[] point);

    List<Minimum> minima(Experiment experiment, Viewport view);

    /** Where the function stands in a picture of this size: for pixels to values and back. */
    Plot plot(Experiment experiment, Viewport view, double width, double height);

    void draw(Lab lab, Pen pen);

    /** How far a press is from what takes the start along, in pixels. */
    double distanceToStart(Experiment experiment, Plot plot, double[] pixel);

    /** The experiment after the picture was pressed, or its start dragged there. */
    Experiment pressed(Experiment experiment, double x, double y);

    /** Runs the experiment. */
    default Results results(Experiment experiment) {
        return Results.of(experiment);
    }

    /** What a run did, to be put into words. */
    default Explanation explanation(Experiment experiment, Results results, int run) {
        return new Explanation(Dom.MESSAGES, experiment, experiment.runs().get(run), results.trajectories().get(run));
    }

    /** The name of an axis of steps. */
    default String axis(Experiment experiment) {
        return Dom.MESSAGES.text("scene.steps");
    }

    /** An axis of epochs above the steps, or null where it would say nothing. */
    default LossScene.Above epochs(Experiment experiment) {
        return null;
    }

    /** A run as it is drawn over its steps. */
    default RunPicture picture(Lab lab, int run, boolean selected) {
        return new RunPicture(lab.results().trajectories().get(run), run, lab.explanation(run).label(), lab.limits(run), selected);
    }

    /** Whether there is time for more than its own results. */
    default boolean isSettled() {
        return true;
    }

    /** What stands beside the pointer. */
    String reading(Lab lab, double x, double y);
}
