package descentlab.experiment;

import descentlab.descent.Descent;
import descentlab.descent.Judge;
import descentlab.descent.Trajectory;
import descentlab.descent.Verdict;
import descentlab.descent.Verdict.Converged;
import descentlab.descent.Verdict.Place;
import descentlab.descent.Verdict.Stuck;
import descentlab.objective.Learning;
import java.util.List;

/**
 * The runs of an experiment that learns, a few steps at a time, so that a page can show them on their way. Each run is a batch of its own; all begin
 * with the same weights and see the same examples.
 */
public final class Training {
    /** Coordinates times examples times steps that may be spent on following a run beyond its end. */
    private static final double AFFORDABLE = 2e7;

    private final Experiment experiment;
    private final Learning learning;
    private final List<Run> runs;
    private final Descent[] descents;
    private final Descent.Recording[] recordings;
    private final Trajectory[] trajectories;
    private final Verdict[] verdicts;

    /** @param before what was trained last, or null: runs that are the same there and finished are not run again */
    public Training(Experiment experiment, Training before) {
        this.experiment = experiment;
        learning = experiment.learning();
        runs = experiment.runs();
        int count = runs.size();
        descents = new Descent[count];
        recordings = new Descent.Recording[count];
        trajectories = new Trajectory[count];
        verdicts = new Verdict[count];
        boolean comparable = before != null && before.learning == learning && before.experiment.start().equals(experiment.start())
                && before.experiment.steps() == experiment.steps() && before.experiment.tolerance() == experiment.tolerance();
        for (int r = 0; r < count; r++) {
            int same = comparable ? before.finished(runs.get(r)) : -1;
            if (same >= 0) {
                trajectories[r] = before.trajectories[same];
                verdicts[r] = before.verdicts[same];
            } else {
                descents[r] = Results.start(experiment, List.of(runs.get(r)), 0);
                recordings[r] = descents[r].new Recording(experiment.steps());
            }
        }
    }

    /** All runs of an experiment to their ends. */
    static Results whole(Experiment experiment) {
        Training training = new Training(experiment, null);
        while (!training.isFinished()) {
            training.advance(experiment.steps());
        }
        return training.results();
    }

    private int finished(Run run) {
        for (int r = 0; r < verdicts.length; r++) {
            boolean same = runs.get(r).withShown(true).equals(run.withShown(true));
            if (same && verdicts[r] != null) {
                return r;
            }
        }
        return -1;
    }

    /** The run that is furthest behind, or −1 where all are finished. */
    private int behind() {
        int behind = -1;
        for (int r = 0; r < verdicts.length; r++) {
            boolean open = verdicts[r] == null;
            behind = open && (behind < 0 || recordings[r].steps() < recordings[behind].steps()) ? r : behind;
        }
        return behind;
    }

    public boolean isFinished() {
        return behind() < 0;
    }

    /** How many steps each run takes. */
    public int most() {
        return experiment.steps();
    }

    /** How many steps the run that is furthest behind has taken. */
    public int steps() {
        int behind = behind();
        return behind < 0 ? experiment.steps() : recordings[behind].steps();
    }

    /** Takes so many steps of the run that is furthest behind, at most. @return how many */
    public int advance(int most) {
        int r = behind();
        if (r < 0) {
            return 0;
        }
        Descent.Recording recording = recordings[r];
        int count = Math.min(most, experiment.steps() - recording.steps());
        for (int k = 0; k < count; k++) {
            recording.step();
        }
        if (recording.steps() == experiment.steps()) {
            finish(r);
        }
        return count;
    }

    private void finish(int r) {
        Trajectory[] recorded = recordings[r].trajectories();
        double cost = (double) learning.dimension() * learning.training().examples() * Judge.HORIZON;
        boolean followed = learning.isConvex() && learning.batch() == 0 && cost <= AFFORDABLE;
        trajectories[r] = recorded[0];
        verdicts[r] = followed ? Judge.judge(learning, descents[r], recorded, experiment.tolerance(),
                lane -> Results.start(experiment, List.of(runs.get(r), runs.get(r)), Judge.TWIN))[0] : judge(recorded[0]);
        recordings[r] = null;
        descents[r] = null;
    }

    /** Where all hidden units are dead there is no slope, but that is no bottom. */
    private Verdict judge(Trajectory run) {
        Verdict verdict = Judge.judge(learning, run, experiment.tolerance(), learning.stepsPerEpoch());
        return verdict instanceof Converged rest && learning.isDead(rest.point()) ? new Stuck(rest.step(), rest.point(), Place.PLATEAU) : verdict;
    }

    /** What the runs have done so far. */
    public Results results() {
        Trajectory[] recorded = new Trajectory[trajectories.length];
        Verdict[] judged = new Verdict[trajectories.length];
        for (int r = 0; r < recorded.length; r++) {
            recorded[r] = verdicts[r] == null ? recordings[r].trajectories()[0] : trajectories[r];
            judged[r] = verdicts[r] == null ? judge(recorded[r]) : verdicts[r];
        }
        return new Results(List.of(recorded), List.of(judged));
    }
}
