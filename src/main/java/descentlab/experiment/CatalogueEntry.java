package descentlab.experiment;

import descentlab.message.InputException;
import java.util.List;

/**
 * A function that can be picked from the page's menu by its key, with one line on what it teaches under the message key {@link #lesson}. It is a formula like any that is typed.
 *
 * @param settings the rest of the experiment's text: a start and rates that show what it teaches
 */
public record CatalogueEntry(String key, String formula, String settings) {
    /** Functions of x, in the order of the menu. */
    public static final List<CatalogueEntry> CURVES = List.of(
            new CatalogueEntry("wavy", "x^2 + 10 sin(x)", "x0=-5&lr=0.01,0.1,0.18&set=2"),
            new CatalogueEntry("bowl", "(x-2)^2", "x0=10&lr=0.01,0.1,0.9"),
            new CatalogueEntry("sine", "sin(x)", "x0=0.5&lr=0.1,1,2.5"),
            new CatalogueEntry("wells", "x^4 - 2x^2", "x0=0.1&lr=0.01,0.1,0.3"),
            new CatalogueEntry("absolute", "|x|", "x0=1.75&lr=0.01,0.1,0.5"),
            new CatalogueEntry("flat", "x^4 - 4x^3", "x0=0.3&lr=0.005,0.02,0.05"),
            new CatalogueEntry("ripple", "x^2/10 + sin(3x)", "x0=4&lr=0.01,0.1,0.3"),
            new CatalogueEntry("plateau", "1 - exp(-x^2)", "x0=2.5&lr=0.1,1,5"),
            new CatalogueEntry("wall", "e^(-3x) + x", "x0=3&lr=0.05,0.2,0.6"),
            new CatalogueEntry("logistic", "ln(1 + e^(-x))", "x0=-3&lr=0.1,1,10"),
            new CatalogueEntry("kink", "max(x, -2x)", "x0=2&lr=0.02,0.2"),
            new CatalogueEntry("domain", "x ln(x)", "x0=3&lr=0.05,0.5,2"),
            new CatalogueEntry("sinc", "2 sin(x)/x", "x0=1&lr=0.1,1,3"));

    /** The text of the experiment of a curve, or null where there is none of this key. */
    static String curve(String key) {
        return text(CURVES, key);
    }

    static String text(List<CatalogueEntry> entries, String key) {
        for (CatalogueEntry entry : entries) {
            if (entry.key.equals(key)) {
                return entry.text();
            }
        }
        return null;
    }

    /** The key of the line on what it teaches; those of curves are among the words that the page begins with. */
    public String lesson() {
        return (formula.isEmpty() ? "learn." : isMap() ? "map." : "function.") + key + ".lesson";
    }

    /** Whether its data are of this kind. */
    public boolean isData(String name) {
        return settings.startsWith("data=" + name + "&");
    }

    /** Whether it is a function of x and y. */
    public boolean isMap() {
        return formula.indexOf('y') >= 0;
    }

    /** Whether a text is this formula, spaces apart. */
    public boolean isFormula(String text) {
        return text.replace(" ", "").equals(formula.replace(" ", ""));
    }

    /** The experiment as its text. */
    public String text() {
        return formula.isEmpty() ? settings : "f=" + PercentText.encode(formula) + "&" + settings;
    }

    public Experiment experiment() {
        try {
            return ExperimentText.read(text());
        } catch (InputException e) {
            throw new IllegalArgumentException(formula, e);
        }
    }
}
