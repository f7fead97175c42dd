package descentlab.browser;

import descentlab.descent.Terrain.Minimum;
import descentlab.experiment.Experiment;
import descentlab.scene.Pen;
import descentlab.scene.Plot;
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
    Plot plot(Viewport view, double width, double height);

    void draw(Lab lab, Pen pen);

    /** How far a press is from what takes the start along, in pixels. */
    double distanceToStart(Experiment experiment, Plot plot, double[] pixel);

    /** The start where the picture was pressed or its start dragged to. */
    double[] start(double x, double y);

    /** What stands beside the pointer. */
    String reading(Experiment experiment, double x, double y);
}
