package descentlab.browser;

import descentlab.descent.CriticalPoint;
import descentlab.descent.CriticalPoints;
import descentlab.descent.Terrain.Minimum;
import descentlab.experiment.Experiment;
import descentlab.message.Numerals;
import descentlab.objective.Formula;
import descentlab.scene.ContourMap;
import descentlab.scene.ContourScene;
import descentlab.scene.FirstView;
import descentlab.scene.Pen;
import descentlab.scene.Plot;
import descentlab.scene.Viewport;
import java.util.List;

/** A function of x and y, as a map. */
final class MapLandscape implements Landscape {
    private final SwarmView swarms;
    private final ContourMap.Latest maps = new ContourMap.Latest();
    private List<CriticalPoint> points = List.of();

    MapLandscape(SwarmView swarms) {
        this.swarms = swarms;
    }

    @Override
    public boolean isOf(Experiment experiment) {
        return experiment.isMap();
    }

    @Override
    public Viewport firstView(Experiment experiment) {
        return FirstView.ofMap(experiment.function(), experiment.startPoint());
    }

    @Override
    public Viewport following(Experiment experiment, Viewport view, double[] point) {
        return FirstView.followingOnMap(view, point);
    }

    @Override
    public List<Minimum> minima(Experiment experiment, Viewport view) {
        points = CriticalPoints.find(experiment.function(), view.xMin(), view.xMax(), view.yMin(), view.yMax());
        return CriticalPoint.minima(points);
    }

    @Override
    public Plot plot(Experiment experiment, Viewport view, double width, double height) {
        return ContourScene.plot(view, width, height);
    }

    @Override
    public void draw(Lab lab, Pen pen) {
        Experiment experiment = lab.experiment();
        Formula function = experiment.formula();
        ContourMap map = maps.of(function, plot(experiment, lab.window(), pen.width(), pen.height()), Theme.palette());
        new ContourScene(map, lab.runPictures(), lab.position(), points, experiment.selected().shown() ? lab.curvature() : null, swarms.swarm(lab),
                experiment.display().shows("arrows") ? function : null, Theme.palette(), Dom.MESSAGES).draw(pen);
    }

    @Override
    public double distanceToStart(Experiment experiment, Plot plot, double[] pixel) {
        double[] start = experiment.startPoint();
        return Math.abs(plot.px(start[0]) - pixel[0]) + Math.abs(plot.py(start[1]) - pixel[1]);
    }

    @Override
    public Experiment pressed(Experiment experiment, double x, double y) {
        return experiment.withStart(x, y);
    }

    @Override
    public String reading(Lab lab, double x, double y) {
        double[] loss = new double[1];
        double[][] gradient = new double[2][1];
        lab.experiment().function().gradient(new double[][] {{x}, {y}}, loss, gradient, 1);
        return Dom.MESSAGES.text("picture.hover.map", Numerals.brief(x), Numerals.brief(y), Numerals.brief(loss[0]), Numerals.brief(gradient[0][0]),
                Numerals.brief(gradient[1][0]));
    }
}
