package descentlab.browser;

import descentlab.message.Numerals;
import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Settings;
import descentlab.parameter.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** A list of declared names to choose from, what the choice does, and a native control for each of its parameters. What is chosen or typed is a call. */
final class ChoiceView {
    /** A rule's own default rate below this would show nothing on a function of x. */
    private static final double LEAST_RATE = 0.01;
    private static final double RATE = 0.1;
    /** What has controls of its own elsewhere: the rate, and a person's own points. */
    private static final List<String> HIDDEN = List.of("lr", "x", "x2", "y", "elsewhere");

    /** A slider for what is easier to drag than to type; the field beside it takes any number. */
    private record Reach(String parameter, String low, String high, String step) {
    }

    private static final List<Reach> REACHES = List.of(new Reach("n", "10", "1000", "10"), new Reach("noise", "0", "1", "0.01"));

    private final Consumer<String> changed;
    private final HTMLInputElement select;
    private final HTMLElement explanation;
    private final HTMLElement controls;
    private final String id;
    private final List<Control> shown = new ArrayList<>();
    private Declaration declaration;

    /**
     * @param id      of the list; its explanation and the place of its controls have ids that begin with it
     * @param changed takes the call that was chosen or changed
     */
    ChoiceView(String id, List<Declaration> declarations, Consumer<String> changed) {
        this.id = id;
        this.changed = changed;
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
        changed.accept(call);
    }

    /** The call with one parameter as it was typed. */
    private void set(Settings settings, Parameter parameter, String typed) {
        StringBuilder call = new StringBuilder(declaration.name()).append('(');
        for (Parameter each : declaration.parameters()) {
            String value = each == parameter ? typed : settings.values().get(each.name()).text();
            call.append(each.name()).append('=').append(value).append(',');
        }
        changed.accept(call.append(')').toString());
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
                if (!HIDDEN.contains(parameter.name())) {
                    shown.add(new Control(this, parameter));
                }
            }
        }
    }

    /** The native control of one hyperparameter: its name as PyTorch has it, its range, and a line on what it does. */
    private static final class Control {
        private final Parameter parameter;
        private final HTMLInputElement input;
        private HTMLInputElement slider;
        private Settings settings;

        Control(ChoiceView choice, Parameter parameter) {
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
            HTMLElement label = label(choice);
            choice.controls.appendChild(label);
            for (Reach reach : REACHES) {
                if (reach.parameter.equals(parameter.name())) {
                    slide(choice, reach);
                    label.appendChild(slider);
                }
            }
        }

        private void slide(ChoiceView choice, Reach reach) {
            slider = (HTMLInputElement) Dom.create("input", "");
            slider.setAttribute("type", "range");
            slider.setAttribute("min", reach.low);
            slider.setAttribute("max", reach.high);
            slider.setAttribute("step", reach.step);
            slider.setAttribute("aria-label", parameter.name());
            Dom.on(slider, "input", event -> input.setValue(slider.getValue()));
            Dom.on(slider, "change", event -> choice.set(settings, parameter, slider.getValue()));
        }

        private HTMLElement label(ChoiceView choice) {
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
                if (slider != null) {
                    slider.setValue(text);
                }
            }
        }
    }
}
