package descentlab.browser;

import descentlab.descent.Terrain;
import descentlab.descent.Terrain.Minimum;
import descentlab.experiment.Experiment;
import descentlab.message.Numerals;
import descentlab.scene.CurveScene;
import descentlab.scene.FirstView;
import descentlab.scene.Pen;
import descentlab.scene.Plot;
import descentlab.scene.Viewport;
import java.util.List;

/** A function of x, as its curve. */
final class CurveLandscape implements Landscape {
    @Override
    public boolean isOf(Experiment experiment) {
        return experiment.formula() != null && !experiment.isMap();
    }

    @Override
    public Viewport firstView(Experiment experiment) {
        return FirstView.ofCurve(experiment.function(), experiment.startPoint()[0]);
    }

    @Override
    public Viewport following(Experiment experiment, Viewport view, double[] point) {
        return FirstView.followingOnCurve(experiment.function(), view, point[0]);
    }

    @Override
    public List<Minimum> minima(Experiment experiment, Viewport view) {
        return Terrain.minima(experiment.function(), view.xMin(), view.xMax());
    }

    @Override
    public Plot plot(Experiment experiment, Viewport view, double width, double height) {
        return CurveScene.plot(view, width, height);
    }

    @Override
    public void draw(Lab lab, Pen pen) {
        double[] minima = new double[lab.minima().size()];
        for (int i = 0; i < minima.length; i++) {
            minima[i] = lab.minima().get(i).x();
        }
        new CurveScene(lab.experiment().function(), lab.window(), lab.runPictures(), lab.position(), minima, Theme.palette(), Dom.MESSAGES).draw(pen);
    }

    @Override
    public double distanceToStart(Experiment experiment, Plot plot, double[] pixel) {
        double[] loss = new double[1];
        experiment.function().loss(new double[][] {{plot.xAt(pixel[0])}}, loss, 1);
        return Math.abs(plot.py(loss[0]) - pixel[1]);
    }

    @Override
    public Experiment pressed(Experiment experiment, double x, double y) {
        return experiment.withStart(x);
    }

    @Override
    public String reading(Lab lab, double x, double y) {
        double[] loss = new double[1];
        double[][] gradient = new double[1][1];
        lab.experiment().function().gradient(new double[][] {{x}}, loss, gradient, 1);
        return Dom.MESSAGES.text("picture.hover", Numerals.brief(x), Numerals.brief(loss[0]), Numerals.brief(gradient[0][0]));
    }
}
