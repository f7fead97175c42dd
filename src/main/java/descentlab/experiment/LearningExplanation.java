package descentlab.experiment;

import descentlab.descent.Terrain.Minimum;
import descentlab.descent.Trajectory;
import descentlab.descent.Verdict;
import descentlab.descent.Verdict.Converged;
import descentlab.descent.Verdict.Span;
import descentlab.message.Messages;
import descentlab.message.Numerals;
import descentlab.objective.Learning;
import descentlab.objective.Objective;
import java.util.List;

/** What a run that learns did, in words: where few parameters have names by these, else by the loss; and how many examples it puts right. */
public final class LearningExplanation extends Explanation {
    private final Learning learning;
    private final Minimum end;

    /** @param end where the run ended, with the curvature there, which sets the limit where the loss has no one minimum; or null */
    public LearningExplanation(Messages messages, Experiment experiment, Run run, Trajectory trajectory, Minimum end) {
        super(messages, experiment, run, trajectory);
        learning = experiment.learning();
        this.end = end;
    }

    /** @param minima that of the loss where it is convex and has one */
    @Override
    public String verdict(Verdict verdict, List<Minimum> minima) {
        List<Minimum> own = end == null ? List.of() : List.of(end);
        return super.verdict(verdict, minima.isEmpty() || !learning.isConvex() ? own : minima) + accuracy();
    }

    @Override
    String sentence(Verdict verdict) {
        if (isDead(verdict)) {
            return text("learning.dead", Numerals.brief(trajectory.loss()[trajectory.steps()]));
        }
        if (verdict instanceof Converged converged && converged.step() > 0 && isFlat(converged)) {
            return text("learning.converged", point(converged.point()), Numerals.fine(converged.loss()), Numerals.count(converged.step()),
                    Numerals.brief(experiment.tolerance()));
        }
        return verdict instanceof Verdict.Learning course ? text("learning." + course.trend(), Numerals.brief(course.first()),
                Numerals.brief(course.last()), duration(), percent(course.rising())) : super.sentence(verdict);
    }

    @Override
    public String outcome(Verdict verdict) {
        if (verdict instanceof Verdict.Learning course) {
            return messages.text("learning.outcome." + course.trend(), Numerals.brief(course.last()));
        }
        return isDead(verdict) ? messages.text("learning.outcome.dead") : super.outcome(verdict);
    }

    /** "500 steps", with how many epochs they are where an epoch has several. */
    private String duration() {
        int steps = trajectory.steps();
        double epochs = (double) steps / learning.stepsPerEpoch();
        return messages.text(learning.stepsPerEpoch() == 1 ? "learning.steps" : "learning.epochs", Numerals.count(steps), Numerals.brief(epochs));
    }

    private String accuracy() {
        double[] last = trajectory.point(trajectory.steps());
        boolean finite = trajectory.loss()[trajectory.steps()] - trajectory.loss()[trajectory.steps()] == 0;
        if (!learning.criterion().classifies() || !finite) {
            return "";
        }
        String training = percent(learning.accuracy(last, learning.training()));
        boolean held = learning.validation().examples() > 0;
        return " " + (held ? messages.text("learning.accuracy.both", training, percent(learning.accuracy(last, learning.validation())))
                : messages.text("learning.accuracy", training));
    }

    private static String percent(double share) {
        return Numerals.brief(Math.floor(1000 * share + 0.5) / 10);
    }

    private boolean isDead(Verdict verdict) {
        return verdict instanceof Verdict.Stuck stuck && learning.isDead(stuck.point());
    }

    @Override
    boolean isLimited(Verdict verdict) {
        return verdict instanceof Verdict.Learning || super.isLimited(verdict);
    }

    @Override
    String limits(Minimum minimum) {
        return minimum == end ? "learning.limit." : "limit.";
    }

    @Override
    String end(Span span, double value) {
        return name(span.coordinate()) + " = " + Numerals.fine(value);
    }

    private String name(int coordinate) {
        List<String> names = learning.names();
        return names.isEmpty() ? "w" + Numerals.lowered(coordinate + 1) : names.get(coordinate);
    }

    /** "w = 3, b = 2", or the loss there. */
    @Override
    public String point(double[] point) {
        if (learning.names().isEmpty()) {
            double[] loss = new double[1];
            learning.loss(Objective.lane(point), loss, 1);
            return messages.text("learning.point", Numerals.fine(loss[0]));
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < point.length; i++) {
            text.append(i > 0 ? ", " : "").append(name(i)).append(" = ").append(Numerals.fine(point[i]));
        }
        return text.toString();
    }

    /** A line for each coordinate that has a name; for a network the length of the gradient and of the step. */
    @Override
    public List<String> arithmetic(int t) {
        double gradient = 0;
        double step = 0;
        double weights = 0;
        for (int i = 0; i < trajectory.dimension(); i++) {
            double[] x = trajectory.x()[i];
            gradient += trajectory.gradient()[i][t] * trajectory.gradient()[i][t];
            step += (x[t + 1] - x[t]) * (x[t + 1] - x[t]);
            weights += x[t] * x[t];
        }
        if (step - step != 0) {
            return List.of();
        }
        return List.of(messages.text(weights > 0 ? "learning.step" : "learning.step.first", Numerals.count(t), Numerals.brief(Math.sqrt(gradient)),
                Numerals.brief(Math.sqrt(step)), Numerals.brief(Math.sqrt(step / weights)), Numerals.brief(trajectory.rate()[t])));
    }
}
