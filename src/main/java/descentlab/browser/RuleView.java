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
import descentlab.parameter.Parameter;
import descentlab.parameter.Settings;
import descentlab.parameter.Value;
import descentlab.schedule.Schedule;
import descentlab.schedule.Schedules;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/**
 * The update rule, schedule and clipping of the selected run: which, with what hyperparameters, and the rule worked with the numbers of the present
 * step. What is typed goes through the text of a run, as everything that is typed does.
 */
final class RuleView implements Lab.View {
    /** A rule's own default rate below this would show nothing on a function of x. */
    private static final double LEAST_RATE = 0.01;
    private static final double RATE = 0.1;

    private final Lab lab;
    private final HTMLElement details = Dom.element("rule-details");
    private final HTMLElement now = Dom.element("rule-now");
    private final HTMLElement problem = Dom.element("rule-problem");
    private final HTMLElement working = Dom.element("rule-working");
    private final Choice optimizer;
    private final Choice schedule;
    private final Choice clipping;
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
        optimizer = new Choice("optimizer", rules);
        schedule = new Choice("schedule", schedules);
        clipping = new Choice("clipping", Clipping.ALL);
        Dom.on(details, "toggle", event -> lab.redraw());
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

    /** One of the three: a list to choose from, what the choice does, and a control for each of its parameters. */
    private final class Choice {
        private final HTMLInputElement select;
        private final HTMLElement explanation;
        private final HTMLElement controls;
        private final String id;
        private final List<Control> shown = new ArrayList<>();
        private Declaration declaration;

        Choice(String id, List<Declaration> declarations) {
            this.id = id;
            select = Dom.input(id);
            explanation = Dom.element(id + "-help");
            controls = Dom.element(id + "-controls");
            for (Declaration each : declarations) {
                HTMLElement option = Dom.create("option", "");
                Dom.setText(option, each.name());
                option.setAttribute("value", each.name());
                select.appendChild(option);
            }
            Dom.on(select, "change", event -> choose(select.getValue(), declarations));
        }

        private void choose(String name, List<Declaration> declarations) {
            String call = name;
            for (Declaration each : declarations) {
                if (each.name().equals(name) && each.parameter("lr") != null) {
                    double standard = ((Value.Number) each.parameter("lr").standard()).value();
                    call = name + "(lr=" + Numerals.exact(standard < LEAST_RATE ? RATE : standard) + ")";
                }
            }
            change(call);
        }

        private void change(String call) {
            Run run = lab.experiment().selected();
            read(this == optimizer ? call : text(run.optimizer()), this == schedule ? call : text(run.schedule()),
                    this == clipping ? call : text(run.clipping()));
        }

        /** The call with one parameter as it was typed. */
        private void set(Settings settings, Parameter parameter, String typed) {
            StringBuilder call = new StringBuilder(declaration.name()).append('(');
            for (Parameter each : declaration.parameters()) {
                String value = each == parameter ? typed : settings.values().get(each.name()).text();
                call.append(each.name()).append('=').append(value).append(',');
            }
            change(call.append(')').toString());
        }

        void show(Settings settings) {
            Declaration present = settings == null ? null : settings.declaration();
            if (present != declaration || shown.isEmpty()) {
                declaration = present;
                build();
            }
            select.setValue(present == null ? "" : present.name());
            for (Control control : shown) {
                control.show(settings);
            }
        }

        private void build() {
            shown.clear();
            Dom.empty(controls);
            Dom.setText(explanation, declaration == null ? "" : Dom.MESSAGES.text("rule." + declaration.name()));
            if (declaration != null) {
                for (Parameter parameter : declaration.parameters()) {
                    if (!parameter.name().equals("lr")) {
                        shown.add(new Control(this, parameter));
                    }
                }
            }
        }
    }

    /** The native control of one hyperparameter: its name as PyTorch has it, its range, and a line on what it does. */
    private static final class Control {
        private final Parameter parameter;
        private final HTMLInputElement input;
        private Settings settings;

        Control(Choice choice, Parameter parameter) {
            this.parameter = parameter;
            boolean flag = parameter.standard() instanceof Value.Flag;
            boolean choosing = !parameter.words().isEmpty() && !parameter.isOptional();
            input = (HTMLInputElement) Dom.create(choosing ? "select" : "input", "");
            input.setId(choice.id + "-" + parameter.name());
            if (!choosing) {
                input.setAttribute("type", flag ? "checkbox" : "text");
            }
            for (String word : parameter.words()) {
                HTMLElement option = Dom.create("option", "");
                Dom.setText(option, word);
                input.appendChild(option);
            }
            Dom.on(input, "change", event -> choice.set(settings, parameter, typed()));
            choice.controls.appendChild(label(choice));
        }

        private HTMLElement label(Choice choice) {
            HTMLElement label = Dom.create("label", "parameter");
            HTMLElement name = Dom.create("b", "");
            HTMLElement help = Dom.create("small", "");
            Dom.setText(name, parameter.name());
            String own = "help." + choice.declaration.name() + "." + parameter.name();
            String range = parameter.range().text(parameter.name());
            boolean ranged = parameter.words().isEmpty() && !range.equals(parameter.name());
            String text = Dom.MESSAGES.text(Dom.MESSAGES.has(own) ? own : "help." + parameter.name());
            Dom.setText(help, text + (ranged ? " " + range + "." : ""));
            label.appendChild(name);
            label.appendChild(input);
            label.appendChild(help);
            return label;
        }

        /** What was typed or chosen, as a value in a call. */
        private String typed() {
            if (parameter.standard() instanceof Value.Flag) {
                return new Value.Flag(input.isChecked()).text();
            }
            String typed = input.getValue().trim();
            boolean tuple = parameter.standard() instanceof Value.Numbers && !typed.startsWith("(");
            return tuple ? "(" + typed + ")" : typed.isEmpty() && parameter.isOptional() ? Value.Word.NONE.word() : typed;
        }

        void show(Settings settings) {
            this.settings = settings;
            Value value = settings.values().get(parameter.name());
            if (value instanceof Value.Flag flag) {
                input.setChecked(flag.value());
            } else if (value instanceof Value.Word word) {
                input.setValue(word.word());
            } else {
                String text = value.text();
                Dom.setValueUnlessTyping(input, text.startsWith("(") ? text.substring(1, text.length() - 1) : text);
            }
        }
    }
}
