package descentlab.browser;

import descentlab.browser.Lab.Change;
import descentlab.experiment.NumberReader;
import descentlab.message.InputException;
import descentlab.message.Numerals;
import descentlab.objective.Formula;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** A slider and a field for each letter of the formula that stands for a number, such as k of (x² + k·y²)/2. */
final class ParameterView implements Lab.View {
    /** The slider reaches to so many times the number that the letter stood for when the slider was made. */
    private static final double REACH = 4;
    private static final int PLACES = 400;

    private final Lab lab;
    private final HTMLElement place = Dom.element("parameters");
    private final List<Control> controls = new ArrayList<>();
    private String text = "";

    ParameterView(Lab lab) {
        this.lab = lab;
    }

    @Override
    public void show(Lab lab) {
        Formula function = lab.experiment().formula();
        if (function == null) {
            text = "";
            place.setHidden(true);
            return;
        }
        if (!text.equals(function.text())) {
            text = function.text();
            controls.clear();
            Dom.empty(place);
            for (String letter : function.letters()) {
                controls.add(new Control(letter, function.parameters().get(letter)));
            }
            place.setHidden(controls.isEmpty());
        }
        for (Control control : controls) {
            control.show(function.parameters().get(control.name));
        }
    }

    private void set(String name, double number, Change change) {
        lab.set(lab.experiment().withFunction(lab.experiment().formula().with(name, number)), change);
    }

    private final class Control {
        private final String name;
        private final HTMLInputElement slider = (HTMLInputElement) Dom.create("input", "");
        private final HTMLInputElement field = (HTMLInputElement) Dom.create("input", "");

        Control(String name, double number) {
            this.name = name;
            HTMLElement label = Dom.create("label", "field");
            HTMLElement letter = Dom.create("var", "");
            Dom.setText(letter, name);
            double reach = REACH * Math.max(1, Math.abs(number));
            slider.setAttribute("type", "range");
            slider.setAttribute("step", Numerals.exact(reach / PLACES));
            slider.setAttribute("aria-label", name);
            Dom.setRange(slider, number < 0 ? -reach : 0, reach);
            field.setAttribute("type", "text");
            field.setAttribute("inputmode", "decimal");
            field.setAttribute("size", "7");
            Dom.on(slider, "input", event -> set(name, Double.parseDouble(slider.getValue()), Change.LIVE));
            Dom.on(slider, "change", event -> set(name, Double.parseDouble(slider.getValue()), Change.DONE));
            Dom.on(field, "change", event -> typed());
            label.appendChild(letter);
            label.appendChild(field);
            place.appendChild(label);
            place.appendChild(slider);
        }

        private void typed() {
            String problem = "";
            try {
                set(name, NumberReader.read(field.getValue(), 0, field.getValue().length()), Change.DONE);
            } catch (InputException e) {
                problem = Dom.MESSAGES.text(e.message());
            }
            field.setAttribute("aria-invalid", problem.isEmpty() ? "false" : "true");
            Dom.setText(Dom.element("notice"), problem);
            Dom.element("notice").setHidden(problem.isEmpty());
        }

        void show(double number) {
            Dom.setValueUnlessTyping(field, Numerals.exact(number));
            slider.setValue(Numerals.exact(number));
        }
    }
}
