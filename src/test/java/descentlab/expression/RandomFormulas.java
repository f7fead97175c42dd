package descentlab.expression;

import java.util.List;
import java.util.Random;

/** Texts of formulas, well-formed ones and then damaged ones, the same for the same seed. */
public final class RandomFormulas {
    private static final String[] SMOOTH = {"sin", "cos", "tan", "atan", "sinh", "cosh", "tanh", "asinh", "exp", "ln", "log10", "log2", "sqrt",
        "cbrt",
        "sigmoid", "softplus", "asin", "acos", "acosh", "atanh", "cot", "sec", "csc"};
    private static final String[] KINKED = {"abs", "relu", "sign", "floor", "ceil"};
    private static final String[] NUMBERS = {"2", "3", "0.5", "1", "10", "1.5e-3", "pi", "e", "7", ".25", "0", "100"};
    private static final String[] PIECES = {"x", "y", "sin", "ln", "max(", "min(", "(", ")", "[", "]", "{", "}", "|", "+", "-", "*", "/", "^", "**",
        ",", "=", ".", "1",
        "e", "1e", "²", "⁻", "⁺", "√", "π", "−", "×", " ", "\t", "\n", "\u0000", "\u0007", "\u001b", "\u2062", "\u200b", "\ud83d\ude00", "\ud83d",
        "é", "ß", "１",
        "<script>alert(1)</script>", "&lt;", "%", "#", "$", "'", "\"", "\\", ";", ":", "?", "!", "log", "log10", "sinh", "NaN", "Infinity", "1d",
        "0x1", "1e999",
        "999999999999999999999999", "x^x", "||", "--", "()", "t", "foo", "∞", "\uffff", "İ", "ı", "d/dx"};

    private final Random random;
    private final List<String> variables;

    public RandomFormulas(long seed, List<String> variables) {
        random = new Random(seed);
        this.variables = variables;
    }

    /** Without kinks and steps, so that all derivatives exist where the value does. */
    public String smooth(int depth) {
        return formula(depth, SMOOTH);
    }

    private String formula(int depth, String[] functions) {
        if (depth == 0 || random.nextInt(12) == 0) {
            return random.nextInt(3) > 0 ? variables.get(random.nextInt(variables.size())) : NUMBERS[random.nextInt(NUMBERS.length)];
        }
        String a = formula(depth - 1, functions);
        return switch (random.nextInt(12)) {
            case 0, 1 -> "(" + a + " + " + formula(depth - 1, functions) + ")";
            case 2 -> "(" + a + " - " + formula(depth - 1, functions) + ")";
            case 3, 4 -> "(" + a + ") (" + formula(depth - 1, functions) + ")";
            case 5 -> "(" + a + ")/(" + formula(depth - 1, functions) + ")";
            case 6 -> "(" + a + ")^" + (random.nextInt(9) - 3);
            case 7 -> "(" + a + ")^(" + formula(depth - 1, functions) + ")";
            case 8 -> "-" + a;
            default -> functions[random.nextInt(functions.length)] + "(" + a + ")";
        };
    }

    /** Something between a good formula and noise. */
    String any() {
        String text = switch (random.nextInt(8)) {
            case 0 -> pieces(1 + random.nextInt(12));
            case 1 -> deep(random.nextInt(300));
            case 2 -> formula(3, KINKED);
            case 3 -> "max(" + formula(2, SMOOTH) + ", " + formula(2, KINKED) + ")|" + formula(1, SMOOTH) + "|";
            case 4 -> formula(3, SMOOTH).replace("(", random.nextBoolean() ? " " : "[").replace("x)", "x");
            default -> formula(1 + random.nextInt(4), SMOOTH);
        };
        int damages = random.nextInt(4);
        for (int i = 0; i < damages; i++) {
            text = damaged(text);
        }
        return random.nextInt(500) == 0 ? text.repeat(1 + 10_000 / (1 + text.length())) : text;
    }

    private String pieces(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private String deep(int times) {
        String[] opening = {"(", "-", "sin ", "sin(", "|", "x^", "2^-", "[{", "√", "x+(", "max(x,", "sin^2 ", "1/("};
        String[] closing = {")", "", "", ")", "|", "", "", "}]", "", ")", ")", "", ")"};
        int kind = random.nextInt(opening.length);
        int most = random.nextInt(20) == 0 ? times : times / 20;
        return opening[kind].repeat(most) + "x" + closing[kind].repeat(most);
    }

    private String damaged(String text) {
        int at = random.nextInt(text.length() + 1);
        int to = at + random.nextInt(Math.min(4, text.length() - at) + 1);
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + text.substring(to);
            case 1 -> text.substring(0, at) + PIECES[random.nextInt(PIECES.length)] + text.substring(at);
            case 2 -> text.substring(0, at) + PIECES[random.nextInt(PIECES.length)] + text.substring(to);
            default -> text.substring(0, to) + text.substring(at);
        };
    }
}
