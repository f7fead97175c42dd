package descentlab.browser;

import descentlab.descent.Principal;
import descentlab.descent.Trajectory;
import descentlab.experiment.Experiment;
import descentlab.message.Numerals;
import descentlab.objective.Learning;
import descentlab.objective.Plane;
import descentlab.scene.Palette;
import descentlab.scene.Plot;
import descentlab.scene.RunPicture;
import descentlab.scene.Viewport;
import descentlab.scene.WalkScene;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Where the runs walk: the loss over a plane through the end of the selected one, with the paths on it. Drawn only while it is open. */
final class WalkView implements Lab.View {
    private static final double MARGIN = 0.25;

    private final LearningLandscape landscape;
    private final HTMLElement details = Dom.element("walk-details");
    private final HTMLElement note = Dom.element("walk-note");
    private final HTMLInputElement choice = Dom.input("walk-plane");
    private final CanvasPen pen = new CanvasPen("walk");
    private Trajectory walked;
    private String chosen = "";
    private Plane plane;
    private double explained;
    private WalkScene.Ground ground;
    private Palette palette;

    WalkView(Lab lab, LearningLandscape landscape) {
        this.landscape = landscape;
        Dom.on(details, "toggle", event -> lab.redraw());
        Dom.on(choice, "change", event -> lab.redraw());
    }

    @Override
    public void show(Lab lab) {
        Learning learning = lab.experiment().learning();
        if (learning == null || !details.hasAttribute("open") || !landscape.isSettled() || !pen.begin()) {
            return;
        }
        Trajectory run = lab.selectedTrajectory();
        boolean same = walked == run && chosen.equals(choice.getValue());
        if (!same) {
            walked = run;
            chosen = choice.getValue();
            choose(learning, run);
        }
        Plot plot = WalkScene.plot(view(run), pen.width(), pen.height());
        if (!same || !ground.isOver(plot) || palette != Theme.palette()) {
            palette = Theme.palette();
            ground = WalkScene.ground(plane, plot, palette);
        }
        new WalkScene(ground, pictures(lab), lab.position(), palette, Dom.MESSAGES).draw(pen);
        Dom.setText(note, Dom.MESSAGES.text("walk.explained", percent(explained), lab.explanation(lab.experiment().display().selected()).name()));
    }

    private void choose(Learning learning, Trajectory run) {
        Principal principal = Principal.of(learning, run);
        plane = principal.plane();
        explained = principal.explained();
        if (chosen.equals("random")) {
            plane = Plane.random(learning, learning.network(), plane.origin(), 1);
            explained = Principal.explained(plane, run);
        }
    }

    /** The path of the selected run with room around it; around random directions at least as far as the weights are long. */
    private Viewport view(Trajectory run) {
        double reach = chosen.equals("random") ? 1 : 0;
        double[] low = {-reach, -reach};
        double[] high = {reach, reach};
        for (int t = 0; t <= run.steps(); t++) {
            double[] at = plane.project(run.point(t));
            for (int d = 0; d < 2; d++) {
                if (Math.abs(at[d]) < 1e100) {
                    low[d] = Math.min(low[d], at[d]);
                    high[d] = Math.max(high[d], at[d]);
                }
            }
        }
        // The flatter side gets a third of the longer one at least, or the plane would be a line.
        double longer = Math.max(high[0] - low[0], high[1] - low[1]);
        double[] spare = new double[2];
        for (int d = 0; d < 2; d++) {
            spare[d] = MARGIN * longer + Math.max(0, longer / 3 - (high[d] - low[d])) / 2 + (longer > 0 ? 0 : 1);
        }
        return new Viewport(low[0] - spare[0], high[0] + spare[0], low[1] - spare[1], high[1] + spare[1]);
    }

    /** The runs as paths in the plane. */
    private List<RunPicture> pictures(Lab lab) {
        List<RunPicture> pictures = new ArrayList<>();
        Experiment experiment = lab.experiment();
        for (int i = 0; i < experiment.runs().size(); i++) {
            Trajectory run = lab.results().trajectories().get(i);
            if (experiment.runs().get(i).shown()) {
                double[][] x = new double[2][run.steps() + 1];
                for (int t = 0; t <= run.steps(); t++) {
                    double[] at = plane.project(run.point(t));
                    x[0][t] = at[0];
                    x[1][t] = at[1];
                }
                Trajectory path = Trajectory.plain(x, run.loss(), new double[2][run.steps() + 1], run.rate());
                pictures.add(new RunPicture(path, i, lab.explanation(i).label(), new double[0], i == experiment.display().selected()));
            }
        }
        return pictures;
    }

    private static String percent(double share) {
        return Numerals.brief(Math.floor(1000 * share + 0.5) / 10);
    }
}
