package descentlab.experiment;

import descentlab.descent.Trajectory;
import descentlab.descent.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The runs of an experiment side by side: what each needed to come to rest, and how low it came. */
public final class Race {
    /**
     * @param run       its number, from 0
     * @param steps     to the tolerance, or infinite where it did not come to rest within the run
     * @param losses    evaluations of f alone until then, or of the whole run
     * @param gradients evaluations of f and ∇f until then, or of the whole run
     */
    public record Standing(int run, double steps, double losses, double gradients, double best, double last) {
        /** The columns in their order. */
        public double[] numbers() {
            return new double[] {run, steps, losses, gradients, best, last};
        }
    }

    private Race() {
    }

    public static List<Standing> standings(Results results) {
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < results.trajectories().size(); i++) {
            standings.add(standing(i, results.trajectories().get(i), results.verdicts().get(i)));
        }
        return standings;
    }

    private static Standing standing(int index, Trajectory run, Verdict verdict) {
        boolean rested = verdict instanceof Verdict.Converged;
        int end = rested ? ((Verdict.Converged) verdict).step() : run.steps();
        double best = Double.POSITIVE_INFINITY;
        for (int t = 0; t <= run.steps(); t++) {
            best = run.loss()[t] < best ? run.loss()[t] : best;
        }
        return new Standing(index, rested ? end : Double.POSITIVE_INFINITY, run.losses()[end], run.gradients()[end], best, run.loss()[run.steps()]);
    }

    /** Whether its rate is the one on the slider. */
    public static boolean isTunable(Run run) {
        return run.schedule() == null || run.schedule().declaration().parameter("max_lr") == null;
    }
}
