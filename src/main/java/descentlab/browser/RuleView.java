package descentlab.browser;

import descentlab.browser.Lab.Change;
import descentlab.descent.Trajectory;
import descentlab.experiment.Experiment;
import descentlab.experiment.Run;
import descentlab.experiment.Working;
import descentlab.expression.Markup;
import descentlab.message.InputException;
import descentlab.message.Message;
import descentlab.message.Numerals;
import descentlab.optimizer.Clipping;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.Optimizers;
import descentlab.parameter.Declaration;
import descentlab.parameter.Settings;
import descentlab.schedule.Schedule;
import descentlab.schedule.Schedules;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The update rule, schedule and clipping of the selected run: which, with what hyperparameters, and the rule worked with the numbers of the present
 * step. What is typed goes through the text of a run, as everything that is typed does.
 */
final class RuleView implements Lab.View {
    private final Lab lab;
    private final HTMLElement details = Dom.element("rule-details");
    private final HTMLElement now = Dom.element("rule-now");
    private final HTMLElement problem = Dom.element("rule-problem");
    private final HTMLElement working = Dom.element("rule-working");
    private final ChoiceView optimizer;
    private final ChoiceView schedule;
    private final ChoiceView clipping;
    private Run refused;

    RuleView(Lab lab) {
        this.lab = lab;
        List<Declaration> rules = new ArrayList<>();
        for (Optimizer.Rule rule : Optimizers.ALL) {
            rules.add(rule.declaration());
        }
        List<Declaration> schedules = new ArrayList<>();
        for (Schedule.Rule rule : Schedules.ALL) {
            schedules.add(rule.declaration());
        }
        optimizer = new ChoiceView("optimizer", rules, call -> read(call, text(run().schedule()), text(run().clipping())));
        schedule = new ChoiceView("schedule", schedules, call -> read(text(run().optimizer()), fitting(call, schedules),
                text(run().clipping())));
        clipping = new ChoiceView("clipping", Clipping.ALL, call -> read(text(run().optimizer()), text(run().schedule()), call));
        Dom.on(details, "toggle", event -> lab.redraw());
    }

    private Run run() {
        return lab.experiment().selected();
    }

    /** A schedule as it was chosen; one that cycles the momentum by default does not where the rule has none. */
    private String fitting(String call, List<Declaration> schedules) {
        for (Declaration each : schedules) {
            if (each.name().equals(call) && each.parameter("cycle_momentum") != null && !run().rule().hasMomentum()) {
                return call + "(cycle_momentum=False)";
            }
        }
        return call;
    }

    @Override
    public void show(Lab lab) {
        Run run = lab.experiment().selected();
        Dom.setText(now, summary(run));
        if (!details.hasAttribute("open")) {
            return;
        }
        if (run != refused) {
            problem.setHidden(true);
        }
        optimizer.show(run.optimizer());
        schedule.show(run.schedule());
        clipping.show(run.clipping());
        showWorking(run);
    }

    private static String summary(Run run) {
        String text = run.optimizer().declaration().name();
        text += run.schedule() == null ? "" : " · " + run.schedule().declaration().name();
        return text + (run.clipping() == null ? "" : " · " + run.clipping().declaration().name());
    }

    /** Each line of the rule, and below it the numbers of the present step. */
    private void showWorking(Run run) {
        Trajectory trajectory = lab.selectedTrajectory();
        int step = Math.min(lab.step(), trajectory.steps() - 1);
        Dom.empty(working);
        if (lab.experiment().learning() != null) {
            return;
        }
        if (step < 0) {
            row(null, Dom.MESSAGES.text("working.none"));
            return;
        }
        for (int i = 0; i < trajectory.dimension(); i++) {
            if (trajectory.dimension() > 1) {
                row(null, Dom.MESSAGES.text("working.coordinate", i == 0 ? "x" : "y"));
            }
            for (Working.Line line : Working.of(lab.experiment().function(), run, trajectory, step, i)) {
                row(line.rule(), line.worked());
            }
            double change = trajectory.x()[i][step] - trajectory.x()[i][step + 1];
            double gradient = trajectory.gradient()[i][step];
            row(null, Dom.MESSAGES.text("working.effective", Numerals.count(step), Numerals.fine(change / gradient), Numerals.brief(trajectory.rate()[step])));
        }
    }

    private void row(Markup rule, String numbers) {
        HTMLElement term = Dom.create("dt", "");
        HTMLElement worked = Dom.create("dd", "");
        if (rule != null) {
            term.appendChild(Dom.math(rule));
        }
        Dom.setText(worked, numbers);
        working.appendChild(term);
        working.appendChild(worked);
    }

    /** Makes the selected run what a text says, or says what is wrong with it. */
    private void read(String optimizerText, String scheduleText, String clippingText) {
        Experiment experiment = lab.experiment();
        Run run = experiment.selected();
        try {
            Run changed = Run.read(optimizerText + joined(scheduleText) + joined(clippingText)).withShown(run.shown());
            problem.setHidden(true);
            lab.set(experiment.withRun(experiment.display().selected(), changed), Change.DONE);
        } catch (InputException e) {
            refused = run;
            Dom.setText(problem, Dom.MESSAGES.text(e.message()));
            problem.setHidden(false);
            lab.redraw();
        }
    }

    private static String joined(String call) {
        return call.isEmpty() ? "" : ";" + call;
    }

    private static String text(Settings settings) {
        return settings == null ? "" : settings.text();
    }
}
