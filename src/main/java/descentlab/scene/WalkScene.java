package descentlab.scene;

import descentlab.message.Messages;
import descentlab.objective.Objective;
import java.util.List;

/**
 * The loss over a plane in the space of a model's parameters, and the paths of the runs on it.
 *
 * @param runs as paths in the plane
 */
public record WalkScene(Ground ground, List<RunPicture> runs, double step, Palette palette, Messages messages) {
    /** Pixels from one node to the next: a node costs a pass over all examples. */
    private static final double SPACING = 10;

    /** What stays while the runs move: the map. */
    public record Ground(ContourMap map) {
        public boolean isOver(Plot plot) {
            return map.isOver(plot);
        }
    }

    public static Plot plot(Viewport view, double width, double height) {
        return ContourScene.plot(view, width, height);
    }

    public static Ground ground(Objective plane, Plot plot, Palette palette) {
        return new Ground(new ContourMap(ContourMap.field(plane::loss, plot, SPACING), null, plot, 1, palette));
    }

    public void draw(Pen pen) {
        new ContourScene(ground.map, runs, step, List.of(), null, null, null, messages.text("walk.across"), messages.text("walk.up"), palette, messages)
                .draw(pen);
    }
}
