package descentlab.experiment;

import descentlab.descent.Trajectory;
import descentlab.descent.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * The runs of an experiment that learns, a few steps at a time, so that a page can show them on their way. Each run is a batch of its own; all begin
 * with the same weights and see the same examples.
 */
public final class Training {
    private final Experiment experiment;
    private final List<TrainedRun> runs = new ArrayList<>();

    /** @param before what was trained last, or null: what is known from it of the same runs, or of their first steps, is kept */
    public Training(Experiment experiment, Training before) {
        this.experiment = experiment;
        for (Run run : experiment.runs()) {
            TrainedRun known = before == null ? null : before.beginning(experiment, run);
            runs.add(known == null ? new TrainedRun(experiment, run) : known.in(experiment));
        }
    }

    private TrainedRun beginning(Experiment of, Run run) {
        for (TrainedRun each : runs) {
            if (each.begins(of, run)) {
                return each;
            }
        }
        return null;
    }

    /** All runs of an experiment to their ends. */
    static Results whole(Experiment experiment) {
        Training training = new Training(experiment, null);
        while (!training.isFinished()) {
            training.advance(experiment.steps());
        }
        return training.results();
    }

    Experiment experiment() {
        return experiment;
    }

    List<TrainedRun> unfinished() {
        List<TrainedRun> unfinished = new ArrayList<>();
        for (TrainedRun run : runs) {
            if (!run.isFinished()) {
                unfinished.add(run);
            }
        }
        return unfinished;
    }

    public boolean isFinished() {
        return unfinished().isEmpty();
    }

    /** How many steps each run takes. */
    public int most() {
        return experiment.steps();
    }

    /** How many steps are known of the run of which the fewest are. */
    public int steps() {
        int steps = experiment.steps();
        for (TrainedRun run : runs) {
            steps = Math.min(steps, run.steps());
        }
        return steps;
    }

    /** How many steps are known of all runs together. */
    public long known() {
        long known = 0;
        for (TrainedRun run : runs) {
            known += run.steps();
        }
        return known;
    }

    /** Makes a little of the room that the steps of its unfinished runs need. @return whether there is more to make */
    public boolean prepare() {
        for (TrainedRun run : unfinished()) {
            if (run.prepare()) {
                return true;
            }
        }
        return false;
    }

    /** Takes so many steps, at most, of the run that has taken the fewest here. */
    public void advance(int most) {
        TrainedRun behind = null;
        for (TrainedRun run : unfinished()) {
            behind = behind == null || run.taken() < behind.taken() ? run : behind;
        }
        for (int k = 0; behind != null && !behind.isFinished() && k < most; k++) {
            behind.step();
        }
    }

    /** What the runs have done so far. */
    public Results results() {
        List<Trajectory> trajectories = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (TrainedRun run : runs) {
            trajectories.add(run.trajectory());
            verdicts.add(run.verdict());
        }
        return new Results(trajectories, verdicts);
    }

    /** What is known of each run beyond the states told, one after the other, for {@link Errand#take} elsewhere; it is told from here on. */
    public double[] news(double[] told) {
        double[][] parts = new double[runs.size()][];
        int size = 0;
        for (int r = 0; r < parts.length; r++) {
            parts[r] = runs.get(r).news((int) told[r]);
            told[r] = Math.max(told[r], runs.get(r).steps());
            size += parts[r].length;
        }
        double[] news = new double[size];
        int at = 0;
        for (double[] part : parts) {
            System.arraycopy(part, 0, news, at, part.length);
            at += part.length;
        }
        return news;
    }
}
