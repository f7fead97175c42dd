package descentlab.experiment;

import descentlab.descent.Descent;
import descentlab.descent.Judge;
import descentlab.descent.Notebook;
import descentlab.descent.Trajectory;
import descentlab.descent.Verdict;
import descentlab.descent.Verdict.Converged;
import descentlab.descent.Verdict.Place;
import descentlab.descent.Verdict.Stuck;
import descentlab.descent.VerdictNumbers;
import descentlab.objective.Learning;
import java.util.Arrays;
import java.util.List;

/**
 * One run that learns, as far as it is known: by the steps that were taken here, or by news of the same run from elsewhere. Where it is known further
 * than its own descent stands, that has to catch up before it tells anything new; both give the same numbers.
 */
final class TrainedRun {
    /** Coordinates times examples times steps that may be spent on following a run beyond its end. */
    private static final double AFFORDABLE = 2e7;
    /** News begin with the state that they follow on, how many states there are, and how many numbers tell the verdict. */
    private static final int HEAD = 3;

    private final Experiment experiment;
    private final Learning learning;
    private final Run run;
    private final Notebook notebook;
    private Descent descent;
    private Verdict verdict;

    TrainedRun(Experiment experiment, Run run) {
        this(experiment, run, Notebook.growing(experiment.function().dimension(), experiment.steps()), Results.start(experiment, List.of(run), 0));
    }

    private TrainedRun(Experiment experiment, Run run, Notebook notebook, Descent descent) {
        this.experiment = experiment;
        learning = experiment.learning();
        this.run = run;
        this.notebook = notebook;
        this.descent = descent;
        note();
    }

    /** Whether it is that run of another experiment, or the beginning of it. */
    boolean begins(Experiment other, Run otherRun) {
        return experiment.steps() <= other.steps() && experiment.tolerance() == other.tolerance() && experiment.start().equals(other.start())
                && run.withShown(true).equals(otherRun.withShown(true)) && (learning == other.learning() || learning.isSame(other.learning()));
    }

    /** The same run with as many steps as the other experiment, which it {@link #begins}. */
    TrainedRun in(Experiment other) {
        if (experiment.steps() == other.steps()) {
            return this;
        }
        return new TrainedRun(other, run, notebook.extended(other.steps()), descent == null ? Results.start(other, List.of(run), 0) : descent);
    }

    Run run() {
        return run;
    }

    boolean isFinished() {
        return verdict != null;
    }

    /** How many of its steps are known. */
    int steps() {
        return notebook.steps();
    }

    /** How many steps have been taken here. */
    int taken() {
        return descent.steps();
    }

    boolean prepare() {
        return notebook.prepare();
    }

    void step() {
        descent.step();
        note();
    }

    private void note() {
        if (descent.steps() > notebook.steps()) {
            notebook.reach(descent.steps());
            notebook.note(descent, 0);
        }
        if (descent.steps() == experiment.steps()) {
            verdict = isFollowed() ? followed() : verdictSoFar();
        }
    }

    private boolean isFollowed() {
        double cost = (double) learning.dimension() * learning.training().examples() * Judge.HORIZON;
        return learning.isConvex() && learning.batch() == 0 && cost <= AFFORDABLE;
    }

    private Verdict followed() {
        Descent further = descent;
        descent = null;
        return Judge.judge(learning, further, new Trajectory[] {notebook.trajectory()}, experiment.tolerance(),
                lane -> Results.start(experiment, List.of(run, run), Judge.TWIN))[0];
    }

    /** Where all hidden units are dead there is no slope, but that is no bottom. */
    private Verdict verdictSoFar() {
        Verdict found = Judge.judge(learning, notebook.trajectory(), notebook.broken(), experiment.tolerance(), learning.stepsPerEpoch());
        return found instanceof Converged rest && learning.isDead(rest.point()) ? new Stuck(rest.step(), rest.point(), Place.PLATEAU) : found;
    }

    Trajectory trajectory() {
        return notebook.trajectory();
    }

    /** The final one, or what can be said so far. */
    Verdict verdict() {
        return isFinished() ? verdict : verdictSoFar();
    }

    /** All that is known beyond a state, and the verdict once it is final, as numbers for {@link #take} elsewhere. */
    double[] news(int after) {
        int count = Math.max(0, steps() - after);
        double[] judged = isFinished() ? VerdictNumbers.of(verdict) : new double[0];
        int size = notebook.size(count);
        double[] news = new double[HEAD + size + judged.length];
        System.arraycopy(new double[] {after, count, judged.length}, 0, news, 0, HEAD);
        if (count > 0) {
            notebook.write(after, news, HEAD);
        }
        System.arraycopy(judged, 0, news, HEAD + size, judged.length);
        return news;
    }

    /** Takes the {@link #news} that stand in some numbers. @return where in the numbers they end */
    int take(double[] numbers, int from) {
        int at = from + HEAD;
        int count = (int) numbers[from + 1];
        int judged = at + notebook.size(count);
        int end = judged + (int) numbers[from + 2];
        notebook.take(numbers, at, (int) numbers[from], count);
        if (end > judged && !isFinished()) {
            verdict = VerdictNumbers.verdict(Arrays.copyOfRange(numbers, judged, end));
        }
        return end;
    }
}
