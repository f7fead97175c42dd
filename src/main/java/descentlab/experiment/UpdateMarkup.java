package descentlab.experiment;

import descentlab.expression.Markup;
import java.util.ArrayList;
import java.util.List;

/** A line of an update rule as MathML: fractions, roots, raised exponents, lowered numbers, and where(c, a, b) as two cases in a brace. */
final class UpdateMarkup extends UpdateReader<Markup> {
    private static final char HAT = '\u0302';

    UpdateMarkup(String text) {
        super(text);
    }

    /** The whole line: m ← β₁ m + (1 − β₁) g. */
    Markup line() {
        return Markup.of("math", name(assigned()), Markup.leaf("mo", "←"), rightSide());
    }

    @Override
    Markup binary(char sign, Markup a, Markup b) {
        return switch (sign) {
            case '/' -> Markup.of("mfrac", bare(a), bare(b));
            case '^' -> Markup.of("msup", a, bare(b));
            case '*' -> Markup.of("mrow", a, Markup.leaf("mo", a.element().equals("mn") ? "·" : "\u2062"), b);
            default -> Markup.of("mrow", a, Markup.leaf("mo", sign == '-' ? "−" : "+"), b);
        };
    }

    /** Without its brackets, which a fraction or an exponent does not need. */
    private static Markup bare(Markup part) {
        List<Markup> children = part.children();
        return children.size() == 3 && children.get(0).text().equals("(") ? children.get(1) : part;
    }

    @Override
    Markup negative(Markup a) {
        return Markup.of("mrow", Markup.leaf("mo", "−"), a);
    }

    @Override
    Markup square(Markup a) {
        return Markup.of("msup", a, Markup.leaf("mn", "2"));
    }

    @Override
    Markup bracketed(Markup inside) {
        return fenced("(", inside, ")");
    }

    private static Markup fenced(String open, Markup inside, String close) {
        return Markup.of("mrow", Markup.leaf("mo", open), inside, Markup.leaf("mo", close));
    }

    @Override
    Markup number(String digits) {
        return Markup.leaf("mn", digits);
    }

    /** β₁ with its number lowered, v̂ with its hat above. */
    @Override
    Markup name(String name) {
        int last = name.length() - 1;
        char end = name.charAt(last);
        String lowered = "";
        int stem = name.length();
        while (stem > 0 && name.charAt(stem - 1) >= '₀' && name.charAt(stem - 1) <= '₉') {
            lowered = (char) ('0' + name.charAt(--stem) - '₀') + lowered;
        }
        if (!lowered.isEmpty()) {
            return Markup.of("msub", name(name.substring(0, stem)), Markup.leaf("mn", lowered));
        }
        return end == HAT ? Markup.of("mover", name(name.substring(0, last)), Markup.leaf("mo", "^")) : Markup.leaf("mi", name);
    }

    @Override
    Markup call(String function, List<Markup> arguments) {
        return switch (function) {
            case "sqrt" -> Markup.of("msqrt", arguments.get(0));
            case "abs" -> fenced("|", arguments.get(0), "|");
            case "floor" -> fenced("⌊", arguments.get(0), "⌋");
            case "after" -> fenced("[", relation(arguments.get(0), "≥", arguments.get(1)), "]");
            case "below" -> fenced("[", relation(arguments.get(0), "<", arguments.get(1)), "]");
            case "where" -> cases(arguments.get(0), arguments.get(1), arguments.get(2));
            default -> Markup.of("mrow", Markup.leaf("mi", function), Markup.leaf("mo", "\u2061"), fenced("(", list(arguments), ")"));
        };
    }

    private static Markup list(List<Markup> arguments) {
        List<Markup> row = new ArrayList<>();
        for (Markup argument : arguments) {
            if (!row.isEmpty()) {
                row.add(Markup.leaf("mo", ","));
            }
            row.add(argument);
        }
        return new Markup("mrow", "", row);
    }

    private static Markup relation(Markup a, String sign, Markup b) {
        return Markup.of("mrow", a, Markup.leaf("mo", sign), b);
    }

    private static Markup cases(Markup condition, Markup unlessZero, Markup zero) {
        Markup holds = relation(condition, "≠", Markup.leaf("mn", "0"));
        Markup fails = relation(condition, "=", Markup.leaf("mn", "0"));
        if (condition.children().size() == 3 && condition.children().get(0).text().equals("[")) {
            List<Markup> compared = condition.children().get(1).children();
            holds = condition.children().get(1);
            fails = relation(compared.get(0), compared.get(1).text().equals("≥") ? "<" : "≥", compared.get(2));
        }
        return Markup.of("mrow", Markup.leaf("mo", "{"), Markup.of("mtable", row(unlessZero, holds), row(zero, fails)));
    }

    private static Markup row(Markup value, Markup when) {
        return Markup.of("mtr", Markup.of("mtd", value), Markup.of("mtd", when));
    }
}
