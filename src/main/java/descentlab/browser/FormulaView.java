package descentlab.browser;

import descentlab.browser.Lab.Change;
import descentlab.experiment.CatalogueEntry;
import descentlab.experiment.Experiment;
import descentlab.experiment.ExperimentText;
import descentlab.expression.Expression;
import descentlab.expression.Markup;
import descentlab.expression.Typesetter;
import descentlab.message.InputException;
import descentlab.objective.Formula;
import java.util.List;
import java.util.Map;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** The function: picked from the catalogue or typed, shown back typeset with its derivative; a mistake is marked at its place. */
final class FormulaView implements Lab.View {
    private final Lab lab;
    private final List<CatalogueEntry> functions;
    private final HTMLSelectElement catalogue = (HTMLSelectElement) Dom.element("catalogue");
    private final HTMLInputElement field = Dom.input("formula");
    private final HTMLElement problem = Dom.element("formula-problem");
    private Formula typeset;

    /** @param functions those whose formulas are recognised */
    FormulaView(Lab lab, List<CatalogueEntry> functions) {
        this.functions = functions;
        this.lab = lab;
        Dom.on(catalogue, "change", event -> pick());
        Dom.on(field, "input", event -> typed(Change.LIVE));
        Dom.on(field, "change", event -> typed(Change.DONE));
    }

    private void pick() {
        if (catalogue.getValue().isEmpty()) {
            field.focus();
            field.select();
            return;
        }
        Experiment picked = lab.example(catalogue.getValue());
        if (picked != null) {
            say(null);
            boolean logarithm = picked.formula() == null ? picked.display().logarithm() : lab.experiment().display().logarithm();
            lab.set(picked.withDisplay(picked.display().withLogarithm(logarithm)), Change.DONE);
        }
    }

    /** What the letters of the present formula stand for. */
    private Map<String, Double> parameters() {
        Formula formula = lab.experiment().formula();
        return formula == null ? Map.of() : formula.parameters();
    }

    private void typed(Change change) {
        String text = field.getValue();
        try {
            Formula formula = Formula.parse(text, 1, parameters());
            say(null);
            if (lab.experiment().formula() == null || !text.trim().equals(lab.experiment().formula().text())) {
                Experiment experiment = lab.experiment();
                lab.set(experiment.withFunction(formula).withDisplay(experiment.display().withWindow(List.of())), change);
            } else {
                lab.end(change);
            }
        } catch (InputException e) {
            say(e);
            lab.end(change);
        }
    }

    /** Shows the text with the mistake underlined and what to write instead; null takes it away. */
    private void say(InputException mistake) {
        problem.setHidden(mistake == null);
        field.setAttribute("aria-invalid", mistake == null ? "false" : "true");
        Dom.empty(problem);
        if (mistake == null) {
            return;
        }
        String text = field.getValue();
        int end = Math.min(text.length(), mistake.position() + mistake.length());
        HTMLElement code = Dom.create("code", "");
        HTMLElement marked = Dom.create("mark", "");
        Dom.setText(marked, end > mistake.position() ? text.substring(mistake.position(), end) : " ");
        code.appendChild(Dom.document().createTextNode(text.substring(0, Math.min(mistake.position(), text.length()))));
        code.appendChild(marked);
        code.appendChild(Dom.document().createTextNode(text.substring(end)));
        problem.appendChild(code);
        problem.appendChild(Dom.document().createTextNode(Dom.MESSAGES.text(mistake.message())));
    }

    @Override
    public void show(Lab lab) {
        Formula formula = lab.experiment().formula();
        if (formula == typeset) {
            return;
        }
        if (formula == null) {
            clear();
            return;
        }
        typeset = formula;
        Dom.setValueUnlessTyping(field, formula.text());
        if (field.getValue().trim().equals(formula.text())) {
            say(null);
        }
        boolean map = formula.dimension() > 1;
        Dom.setText(Dom.element("formula-lead"), map ? "f(x, y) =" : "f(x) =");
        write("typeset-function", called(leaf("mi", "f"), map), formula.expression());
        if (map) {
            write("typeset-derivative", partial("x"), formula.derivatives().get(0));
            write("typeset-derivative-y", partial("y"), formula.derivatives().get(1));
        } else {
            Markup prime = new Markup("mrow", "", List.of(leaf("mi", "f"), leaf("mi", "′")));
            write("typeset-derivative", called(prime, false), formula.derivatives().get(0));
            Dom.empty(Dom.element("typeset-derivative-y"));
        }
        String picked = "";
        String lesson = "";
        for (CatalogueEntry entry : functions) {
            if (entry.isFormula(formula.text())) {
                picked = entry.key();
                lesson = entry.lesson();
            }
        }
        catalogue.setValue(picked);
        Dom.setText(Dom.element("lesson"), lesson.isEmpty() ? "" : Dom.MESSAGES.text(lesson));
    }

    /** There is no formula where a model learns from data. */
    private void clear() {
        typeset = null;
        field.setValue("");
        say(null);
        for (String id : new String[] {"typeset-function", "typeset-derivative", "typeset-derivative-y"}) {
            Dom.empty(Dom.element(id));
        }
    }

    private static void write(String id, Markup name, Expression expression) {
        HTMLElement place = Dom.element(id);
        Dom.empty(place);
        Markup typeset = Typesetter.typeset(expression);
        Markup shown = typeset == null ? leaf("mtext", Dom.MESSAGES.text("function.toolong")) : typeset;
        place.appendChild(Dom.math(Markup.of("math", name, leaf("mo", "="), shown)));
    }

    /** f(x), or f(x, y): with brackets as text, since operators would grow with the height of the line. */
    private static Markup called(Markup name, boolean map) {
        Markup variables = map ? Markup.of("mrow", leaf("mi", "x"), leaf("mo", ","), leaf("mi", "y")) : leaf("mi", "x");
        return Markup.of("mrow", name, leaf("mtext", "("), variables, leaf("mtext", ")"));
    }

    /** ∂f/∂x. */
    private static Markup partial(String variable) {
        return Markup.of("mfrac", Markup.of("mrow", leaf("mo", "∂"), leaf("mi", "f")), Markup.of("mrow", leaf("mo", "∂"), leaf("mi", variable)));
    }

    private static Markup leaf(String element, String text) {
        return new Markup(element, text, List.of());
    }
}
