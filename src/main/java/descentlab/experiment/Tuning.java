package descentlab.experiment;

import descentlab.parameter.Value;
import descentlab.survey.RateSearch;
import java.util.ArrayList;
import java.util.List;

/** Finds for each run of an experiment the best of {@link RateSearch}'s rates, piece by piece; runs whose schedule sets the rate by itself stay as they are. */
public final class Tuning {
    private final Experiment experiment;
    private final List<Run> tuned = new ArrayList<>();
    private RateSearch search;

    public Tuning(Experiment experiment) {
        this.experiment = experiment;
    }

    /** Takes the trials of a run a step further. @return whether there is more to do */
    public boolean advance() {
        if (tuned.size() == experiment.runs().size()) {
            return false;
        }
        Run run = experiment.runs().get(tuned.size());
        if (!Race.isTunable(run)) {
            tuned.add(run);
        } else if (search == null) {
            search = search(run);
        } else if (!search.advance()) {
            double best = search.best();
            tuned.add(best == best ? run.withLr(best) : run);
            search = null;
        }
        return tuned.size() < experiment.runs().size();
    }

    private RateSearch search(Run run) {
        return new RateSearch(rates -> {
            List<Run> lanes = new ArrayList<>();
            for (double rate : rates) {
                lanes.add(run.withOptimizer(run.optimizer().with("lr", new Value.Number(rate))));
            }
            return Results.start(experiment, lanes, 0);
        }, experiment.steps(), experiment.searchTolerance());
    }

    /** Which part is done, from 0 to 1. */
    public double progress() {
        return (tuned.size() + (search == null ? 0 : search.progress())) / experiment.runs().size();
    }

    /** The experiment with each run at its rate, when there is nothing more to do. */
    public Experiment tuned() {
        return experiment.withRuns(tuned);
    }
}
