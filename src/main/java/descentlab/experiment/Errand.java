package descentlab.experiment;

import java.util.ArrayList;
import java.util.List;

/** Runs that are trained elsewhere: what has to be told there, and what comes back. */
public final class Errand {
    private final Training training;
    private final List<TrainedRun> runs;

    /** Of all runs of a training that are not at their ends. */
    public Errand(Training training) {
        this.training = training;
        runs = training.unfinished();
    }

    /** Whether it brings all that another training still lacks. */
    public boolean covers(Training other) {
        return runs.containsAll(other.unfinished());
    }

    /** The experiment of these runs, for a {@link Training} elsewhere. */
    public String text() {
        Experiment experiment = training.experiment();
        List<Run> own = new ArrayList<>();
        for (TrainedRun run : runs) {
            own.add(run.run());
        }
        return ExperimentText.write(experiment.withRuns(own).withDisplay(Experiment.Display.STANDARD));
    }

    /** The last state that is known here of each run. */
    public double[] told() {
        double[] told = new double[runs.size()];
        for (int r = 0; r < told.length; r++) {
            told[r] = runs.get(r).steps();
        }
        return told;
    }

    /** Takes what {@link Training#news} tells. */
    public void take(double[] news) {
        int at = 0;
        for (TrainedRun run : runs) {
            at = run.take(news, at);
        }
    }
}
