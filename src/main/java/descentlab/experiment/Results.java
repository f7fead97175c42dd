package descentlab.experiment;

import descentlab.descent.Descent;
import descentlab.descent.Judge;
import descentlab.descent.Trajectory;
import descentlab.descent.Verdict;
import descentlab.objective.Objective;
import descentlab.optimizer.Clipping;
import descentlab.optimizer.Optimizer;
import descentlab.schedule.Schedule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the runs of an experiment did, in their order. Runs that differ in rate and schedule only are lanes of one batch. */
public record Results(List<Trajectory> trajectories, List<Verdict> verdicts) {
    public static Results of(Experiment experiment) {
        int count = experiment.runs().size();
        Trajectory[] trajectories = new Trajectory[count];
        Verdict[] verdicts = new Verdict[count];
        for (int first = 0; first < count; first++) {
            if (trajectories[first] == null) {
                runBatch(experiment, lanesWith(experiment, first), trajectories, verdicts);
            }
        }
        return new Results(List.of(trajectories), List.of(verdicts));
    }

    private static List<Integer> lanesWith(Experiment experiment, int first) {
        List<Integer> lanes = new ArrayList<>();
        for (int i = first; i < experiment.runs().size(); i++) {
            if (experiment.runs().get(i).sharesBatch(experiment.runs().get(first))) {
                lanes.add(i);
            }
        }
        return lanes;
    }

    private static void runBatch(Experiment experiment, List<Integer> lanes, Trajectory[] trajectories, Verdict[] verdicts) {
        Objective objective = experiment.function();
        List<Run> runs = new ArrayList<>();
        for (int index : lanes) {
            runs.add(experiment.runs().get(index));
        }
        Descent descent = start(experiment, runs, 0);
        Trajectory[] recorded = descent.record(experiment.steps());
        Verdict[] judged = Judge.judge(objective, descent, recorded, experiment.tolerance(),
                lane -> start(experiment, List.of(runs.get(lane), runs.get(lane)), Judge.TWIN));
        for (int l = 0; l < runs.size(); l++) {
            trajectories[lanes.get(l)] = recorded[l];
            verdicts[lanes.get(l)] = judged[l];
        }
    }

    /** The runs as a batch; each lane starts {@code apart} · (1 + |x₀|) beside the one before. */
    static Descent start(Experiment experiment, List<Run> runs, double apart) {
        double[][] x = new double[experiment.function().dimension()][runs.size()];
        for (int l = 0; l < runs.size(); l++) {
            for (int i = 0; i < x.length; i++) {
                double start = experiment.start().get(i);
                x[i][l] = start + l * apart * (1 + Math.abs(start));
            }
        }
        return start(experiment, runs, x);
    }

    /** One run from many points, x[i][lane], as a batch. */
    public static Descent start(Experiment experiment, Run run, double[][] x) {
        return start(experiment, Collections.nCopies(x[0].length, run), x);
    }

    private static Descent start(Experiment experiment, List<Run> runs, double[][] x) {
        return start(experiment.function().stepwise(), runs, x);
    }

    /** Runs of one rule from the points x[i][lane], a lane each. */
    static Descent start(Objective objective, List<Run> runs, double[][] x) {
        Schedule[] schedules = new Schedule[runs.size()];
        for (int l = 0; l < schedules.length; l++) {
            schedules[l] = runs.get(l).startSchedule();
        }
        return start(objective, runs.get(0), schedules, x);
    }

    /** A run at other rates from the points x[i][lane], a lane each. */
    static Descent start(Objective objective, Run run, Schedule[] schedules, double[][] x) {
        Optimizer optimizer = run.rule().start(run.optimizer(), x.length, schedules.length);
        Clipping clipping = run.clipping() == null ? null : new Clipping(run.clipping());
        return new Descent(objective, optimizer, run.rule().momentum(run.optimizer()), clipping, schedules, x);
    }

    /** The same in the arrays of one that is over, of this run and function too; or where that is null in new ones. */
    static Descent startAgain(Descent spent, Objective objective, Run run, Schedule[] schedules, double[][] x) {
        if (spent == null) {
            return start(objective, run, schedules, x);
        }
        spent.again(lanes -> run.rule().start(run.optimizer(), x.length, lanes), schedules, x);
        return spent;
    }
}
