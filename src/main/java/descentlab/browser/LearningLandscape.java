package descentlab.browser;

import descentlab.descent.Bowl;
import descentlab.descent.Terrain.Minimum;
import descentlab.descent.Trajectory;
import descentlab.experiment.Experiment;
import descentlab.experiment.Explanation;
import descentlab.experiment.LearningCurves;
import descentlab.experiment.LearningExplanation;
import descentlab.experiment.Results;
import descentlab.message.Numerals;
import descentlab.objective.Learning;
import descentlab.scene.BoundaryScene;
import descentlab.scene.ContourMap;
import descentlab.scene.EpochAxis;
import descentlab.scene.FitScene;
import descentlab.scene.Palette;
import descentlab.scene.Pen;
import descentlab.scene.Plot;
import descentlab.scene.RunPicture;
import descentlab.scene.Viewport;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.dom.html.HTMLElement;

/** A model that learns from data: the fit over one input, or the map of what it says over two. */
final class LearningLandscape implements Landscape {
    /** Numbers of eight bytes that the states of all runs may take. */
    private static final long MOST_NUMBERS = 25_000_000;

    /** While runs are on their way each look paints a map anew: so many pixels as one. */
    private static final int COARSE = 2;

    private final Trainer trainer;
    private final OwnData own;
    private List<Trajectory> read = List.of();
    private List<LearningCurves> curves = List.of();
    private boolean anew;
    private Learning convex;
    private Minimum bottom;
    private ContourMap map;
    private Trajectory mapped;
    private int mappedAt;
    private int grain;
    private Palette mappedIn;

    LearningLandscape(Trainer trainer, OwnData own) {
        this.trainer = trainer;
        this.own = own;
    }

    @Override
    public boolean isOf(Experiment experiment) {
        return experiment.learning() != null;
    }

    @Override
    public Viewport firstView(Experiment experiment) {
        return FitScene.view(experiment.learning().training());
    }

    @Override
    public Viewport following(Experiment experiment, Viewport view, double[] point) {
        return view;
    }

    /** The bottom of a convex loss; else where the selected run ends, with the curvature there. */
    @Override
    public List<Minimum> minima(Experiment experiment, Viewport view) {
        Learning learning = experiment.learning();
        if (!learning.isConvex()) {
            Minimum end = trainer.isFinished() ? curves(experiment, trainer.results(), experiment.display().selected()).end() : null;
            return end == null ? List.of() : List.of(end);
        }
        if (learning != convex) {
            convex = learning;
            bottom = Bowl.bottom(learning, learning.start());
        }
        return bottom == null ? List.of() : List.of(bottom);
    }

    /** Every state of every run is recorded, so that one can go back; where they are too many, the first ones alone. */
    @Override
    public Results results(Experiment experiment) {
        double states = (double) MOST_NUMBERS / (2.0 * experiment.learning().dimension() * experiment.runs().size());
        boolean fits = experiment.steps() < states;
        HTMLElement notice = Dom.element("notice");
        Dom.setText(notice, fits ? "" : Dom.MESSAGES.text("learning.memory", Numerals.count((long) states), Numerals.count(experiment.steps())));
        notice.setHidden(fits);
        anew = true;
        return trainer.begin(fits ? experiment : experiment.withSteps((int) states));
    }

    /** Whether all runs have come to their ends. */
    @Override
    public boolean isSettled() {
        return trainer.isFinished();
    }

    /** What is read of a run. */
    LearningCurves curves(Lab lab, int run) {
        return curves(lab.experiment(), lab.results(), run);
    }

    private LearningCurves curves(Experiment experiment, Results results, int run) {
        if (read != results.trajectories()) {
            List<LearningCurves> changed = new ArrayList<>();
            for (int r = 0; r < results.trajectories().size(); r++) {
                Trajectory trajectory = results.trajectories().get(r);
                int kept = read.indexOf(trajectory);
                LearningCurves before = anew ? null : curves.get(r);
                changed.add(kept >= 0 ? curves.get(kept) : new LearningCurves(experiment.learning(), trajectory, before));
            }
            read = results.trajectories();
            curves = changed;
            anew = false;
        }
        return curves.get(run);
    }

    @Override
    public Explanation explanation(Experiment experiment, Results results, int run) {
        Minimum end = trainer.isFinished() ? curves(experiment, results, run).end() : null;
        return new LearningExplanation(Dom.MESSAGES, experiment, experiment.runs().get(run), results.trajectories().get(run), end);
    }

    @Override
    public RunPicture picture(Lab lab, int run, boolean selected) {
        LearningCurves read = curves(lab, run);
        return new RunPicture(lab.results().trajectories().get(run), run, lab.explanation(run).label(), selected ? read.knownLimits() : new double[0],
                selected, read.held(), read.whole());
    }

    @Override
    public String axis(Experiment experiment) {
        return Dom.MESSAGES.text(experiment.learning().stepsPerEpoch() == 1 ? "scene.epochs" : "scene.steps");
    }

    @Override
    public EpochAxis epochs(Experiment experiment) {
        int perEpoch = experiment.learning().stepsPerEpoch();
        return perEpoch == 1 ? null : new EpochAxis(perEpoch, Dom.MESSAGES.text("learning.epoch"));
    }

    private static boolean isPlane(Experiment experiment) {
        return experiment.learning().training().inputs().length > 1;
    }

    @Override
    public Plot plot(Experiment experiment, Viewport view, double width, double height) {
        return isPlane(experiment) ? BoundaryScene.plot(view, width, height) : FitScene.plot(view, width, height);
    }

    @Override
    public void draw(Lab lab, Pen pen) {
        Learning learning = lab.experiment().learning();
        if (!isPlane(lab.experiment())) {
            new FitScene(learning, lab.window(), lab.runPictures(), lab.position(), Theme.palette(), Dom.MESSAGES).draw(pen);
            return;
        }
        Plot plot = BoundaryScene.plot(lab.window(), pen.width(), pen.height());
        int wanted = isSettled() ? 1 : COARSE;
        boolean same = map != null && mapped.x() == lab.selectedTrajectory().x() && mappedAt == lab.step() && mappedIn == Theme.palette() && grain <= wanted
                && map.isOver(plot);
        if (!same) {
            grain = wanted;
            mapped = lab.selectedTrajectory();
            mappedAt = lab.step();
            mappedIn = Theme.palette();
            map = BoundaryScene.map(learning, mapped.point(mappedAt), plot, grain, mappedIn);
        }
        new BoundaryScene(learning, map, lab.runPictures(), lab.position(), mappedIn, Dom.MESSAGES).draw(pen);
    }

    @Override
    public double distanceToStart(Experiment experiment, Plot plot, double[] pixel) {
        return Double.POSITIVE_INFINITY;
    }

    /** A point more where points are added by hand, else nothing. */
    @Override
    public Experiment pressed(Experiment experiment, double x, double y) {
        return own.isAdding() ? own.with(experiment, x, y) : experiment;
    }

    @Override
    public String reading(Lab lab, double x, double y) {
        Experiment experiment = lab.experiment();
        double[] parameters = lab.selectedTrajectory().point(lab.step());
        double[] said = new double[1];
        experiment.learning().say(parameters, isPlane(experiment) ? new double[][] {{x}, {y}} : new double[][] {{x}}, said, 1);
        String name = lab.explanation(experiment.display().selected()).label();
        return isPlane(experiment) ? Dom.MESSAGES.text("learning.hover.plane", Numerals.brief(x), Numerals.brief(y), name, Numerals.brief(said[0]))
                : Dom.MESSAGES.text("learning.hover", Numerals.brief(x), name, Numerals.brief(said[0]));
    }
}
