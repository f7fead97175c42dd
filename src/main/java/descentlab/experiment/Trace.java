package descentlab.experiment;

import descentlab.descent.Bowl;
import descentlab.descent.Terrain;
import descentlab.descent.Terrain.Minimum;
import descentlab.descent.Trajectory;
import descentlab.descent.Verdict;
import descentlab.message.InputException;
import descentlab.message.Messages;
import descentlab.objective.Learning;
import java.util.List;

/** The library's function {@code trace}: the text of an experiment in, its runs as JSON out. */
public final class Trace {
    private Trace() {
    }

    /**
     * {@code {"experiment":…,"runs":[{"run":…,"x":[[…],…],"loss":[…],"lr":[…],"verdict":…,"sentence":…},…],"unknown":[…]}}, positions with the
     * start first, or {@code {"error":{"message":…,"position":…,"length":…}}}; never an exception.
     */
    public static String of(String text) {
        try {
            return runs(ExperimentText.read(text));
        } catch (InputException e) {
            return refusal(e);
        }
    }

    /** What is wrong with a text, as JSON. */
    static String refusal(InputException e) {
        String message = Json.string(Messages.english().text(e.message()));
        return "{\"error\":{\"message\":" + message + ",\"position\":" + e.position() + ",\"length\":" + e.length() + "}}";
    }

    private static String runs(Experiment experiment) {
        Learning learning = experiment.learning();
        Results results = learning == null ? Results.of(experiment) : Training.whole(experiment);
        Minimum bottom = learning == null || !learning.isConvex() ? null : Bowl.bottom(learning, experiment.startPoint());
        StringBuilder json = new StringBuilder("{\"experiment\":").append(Json.string(ExperimentText.write(experiment))).append(",\"runs\":[");
        for (int i = 0; i < experiment.runs().size(); i++) {
            json.append(i > 0 ? "," : "").append(run(explanation(experiment, i, results), experiment.runs().get(i), results.trajectories().get(i),
                    results.verdicts().get(i), learning == null ? minima(experiment, results.trajectories().get(i)) : bottom == null ? List.of()
                    : List.of(bottom)));
        }
        json.append("],\"unknown\":[");
        for (int i = 0; i < experiment.unknown().size(); i++) {
            json.append(i > 0 ? "," : "").append(Json.string(experiment.unknown().get(i)));
        }
        return json.append("]}").toString();
    }

    private static Explanation explanation(Experiment experiment, int index, Results results) {
        Run run = experiment.runs().get(index);
        Trajectory trajectory = results.trajectories().get(index);
        return experiment.learning() == null ? new Explanation(Messages.english(), experiment, run, trajectory)
                : new LearningExplanation(Messages.english(), experiment, run, trajectory, LearningCurves.end(experiment.learning(), trajectory));
    }

    private static String run(Explanation explanation, Run run, Trajectory trajectory, Verdict verdict, List<Minimum> minima) {
        StringBuilder json = new StringBuilder("{\"run\":").append(Json.string(run.text())).append(",\"x\":[");
        double[] point = new double[trajectory.dimension()];
        for (int t = 0; t <= trajectory.steps(); t++) {
            for (int i = 0; i < point.length; i++) {
                point[i] = trajectory.x()[i][t];
            }
            json.append(t > 0 ? "," : "").append(Json.numbers(point));
        }
        json.append("],\"loss\":").append(Json.numbers(trajectory.loss()));
        json.append(",\"lr\":").append(Json.numbers(trajectory.rate()));
        json.append(",\"verdict\":").append(Json.string(verdict.word())).append(details(verdict));
        String sentence = explanation.verdict(verdict, minima);
        return json.append(",\"sentence\":").append(Json.string(sentence)).append('}').toString();
    }

    /** The numbers of the verdict that a program asks for first. */
    private static String details(Verdict verdict) {
        if (verdict instanceof Verdict.Converged converged) {
            return ",\"steps\":" + converged.step() + ",\"point\":" + Json.numbers(converged.point());
        } else if (verdict instanceof Verdict.Converging converging) {
            return converging.step() < 0 ? "" : ",\"steps\":" + converging.step() + ",\"point\":" + Json.numbers(converging.point());
        } else if (verdict instanceof Verdict.Oscillating oscillating) {
            return ",\"period\":" + oscillating.period() + ",\"amplitude\":" + Json.number(oscillating.amplitude());
        } else if (verdict instanceof Verdict.Diverged diverged) {
            return diverged.firstBad() < 0 ? "" : ",\"steps\":" + diverged.firstBad();
        } else if (verdict instanceof Verdict.LeftDomain left) {
            return ",\"steps\":" + left.step();
        }
        return "";
    }

    /** The minima around the finite part of a run of a function of x. */
    private static List<Minimum> minima(Experiment experiment, Trajectory trajectory) {
        if (experiment.function().dimension() > 1) {
            return List.of();
        }
        double start = trajectory.x()[0][0];
        double reach = 10 * (1 + Math.abs(start));
        return Terrain.minima(experiment.function(), start - reach, start + reach);
    }
}
