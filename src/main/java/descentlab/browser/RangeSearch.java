package descentlab.browser;

import descentlab.experiment.Chart;
import descentlab.experiment.ChartPlan;
import descentlab.experiment.Experiment;
import descentlab.experiment.ExperimentText;
import descentlab.scene.RangeScene;
import descentlab.survey.Sweep;
import org.teavm.jso.browser.Window;

/** The range test of the selected run beside what a sweep of the same run finds, which goes on in slices. */
final class RangeSearch {
    private static final int SWEPT = 200;
    private static final double SLICE = 8;

    private String searched = "";
    private Sweep sweep;

    /** @param redraw is run when more of the sweep can be done */
    RangeScene scene(Lab lab, Chart chart, Runnable redraw) {
        Experiment experiment = lab.experiment();
        search(experiment, chart, redraw);
        return new RangeScene(ChartPlan.rangeTest(experiment, chart), lab.selectedTrajectory().loss()[0], sweep.best(), !sweep.isComplete(),
                experiment.display().selected(), Theme.palette(), Dom.MESSAGES);
    }

    private void search(Experiment experiment, Chart chart, Runnable redraw) {
        String wanted = ExperimentText.write(experiment.withDisplay(Experiment.Display.STANDARD)) + experiment.display().selected() + chart.text();
        if (!wanted.equals(searched)) {
            searched = wanted;
            sweep = ChartPlan.affordableSweep(experiment, experiment.selected(), chart.lr(), SWEPT);
        }
        double end = Dom.now() + SLICE;
        while (!sweep.isComplete() && Dom.now() < end) {
            sweep.advance();
        }
        if (!sweep.isComplete()) {
            Window.setTimeout(redraw::run, 0);
        }
    }
}
