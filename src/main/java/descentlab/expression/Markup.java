package descentlab.expression;

import java.util.List;

/** An element of MathML: with a text, or with children. */
public record Markup(String element, String text, List<Markup> children) {
    public static Markup leaf(String element, String text) {
        return new Markup(element, text, List.of());
    }

    public static Markup of(String element, Markup... children) {
        return new Markup(element, "", List.of(children));
    }
}
