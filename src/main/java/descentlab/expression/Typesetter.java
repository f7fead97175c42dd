package descentlab.expression;

import descentlab.expression.Expression.Call;
import descentlab.expression.Expression.Number;
import descentlab.expression.Expression.Variable;
import descentlab.message.Numerals;
import java.util.ArrayList;
import java.util.List;

/** Formulas as MathML, as a textbook prints them: fractions, roots, raised exponents, products without a sign, brackets only where they are needed. */
public final class Typesetter {
    private static final int MOST_NODES = 150;
    /** How tightly a part binds, loosest first. */
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int FUNCTION = 3;
    private static final int POWER = 4;
    private static final int ATOM = 5;

    private static final Markup INVISIBLE_TIMES = Markup.leaf("mo", "\u2062");
    private static final Markup APPLY = Markup.leaf("mo", "\u2061");
    private static final Markup THIN_SPACE = Markup.leaf("mtext", "\u2009");
    private static final Markup DOT = Markup.leaf("mo", "·");

    private Typesetter() {
    }

    /** The formula as an mrow, or null where it has too many parts to be read. */
    public static Markup typeset(Expression expression) {
        return count(expression, 0) > MOST_NODES ? null : any(expression);
    }

    /** Shared parts count each time they are printed; counting ends where there are too many. */
    private static int count(Expression expression, int before) {
        int count = before + 1;
        if (expression instanceof Call call) {
            for (Expression argument : call.arguments()) {
                count = count > MOST_NODES ? count : count(argument, count);
            }
        }
        return count;
    }

    private static Markup any(Expression expression) {
        if (expression instanceof Number number) {
            return number(number.value());
        } else if (expression instanceof Variable variable) {
            return Markup.leaf("mi", variable.name());
        }
        Call call = (Call) expression;
        return switch (call.operation()) {
            case ADD -> sum(call, "+");
            case SUBTRACT -> sum(call, "−");
            case NEGATE -> Markup.of("mrow", Markup.leaf("mo", "−"), within(call.arguments().get(0), PRODUCT));
            case MULTIPLY -> product(call);
            case DIVIDE -> Markup.of("mfrac", any(call.arguments().get(0)), any(call.arguments().get(1)));
            case POWER -> power(call);
            case EXP -> Markup.of("msup", Markup.leaf("mi", "e"), any(call.arguments().get(0)));
            case SQRT -> Markup.of("msqrt", any(call.arguments().get(0)));
            case CBRT -> Markup.of("mroot", any(call.arguments().get(0)), Markup.leaf("mn", "3"));
            case ABS -> fenced("|", any(call.arguments().get(0)), "|");
            case FLOOR -> fenced("⌊", any(call.arguments().get(0)), "⌋");
            case CEIL -> fenced("⌈", any(call.arguments().get(0)), "⌉");
            case POSITIVE -> fenced("[", Markup.of("mrow", any(call.arguments().get(0)), Markup.leaf("mo", ">"), Markup.leaf("mn", "0")), "]");
            case GREATER -> fenced("[", Markup.of("mrow", any(call.arguments().get(0)), Markup.leaf("mo", ">"), any(call.arguments().get(1))), "]");
            case MIN, MAX -> Markup.of("mrow", Markup.leaf("mi", call.operation().names().get(0)), APPLY, arguments(call));
            default -> function(call, name(call.operation()));
        };
    }

    private static Markup number(double value) {
        if (value == Math.PI || value == Math.E) {
            return Markup.leaf("mi", value == Math.E ? "e" : "π");
        }
        if (value - value != 0) {
            return Markup.leaf("mn", Numerals.brief(value));
        }
        String text = Numerals.exact(value).replace('-', '−');
        int e = text.indexOf('e');
        if (e < 0) {
            return Markup.leaf("mn", text);
        }
        Markup power = Markup.of("msup", Markup.leaf("mn", "10"), Markup.leaf("mn", text.substring(e + 1)));
        String mantissa = text.substring(0, e);
        return mantissa.equals("1") ? power : Markup.of("mrow", Markup.leaf("mn", mantissa), DOT, power);
    }

    private static int binding(Expression expression) {
        if (expression instanceof Number number) {
            boolean single = number.value() >= 0 && Numerals.exact(number.value()).indexOf('e') < 0;
            return single ? ATOM : number.value() < 0 ? SUM : PRODUCT;
        }
        if (!(expression instanceof Call call)) {
            return ATOM;
        }
        return switch (call.operation()) {
            case ADD, SUBTRACT, NEGATE -> SUM;
            case MULTIPLY -> PRODUCT;
            case DIVIDE -> FUNCTION;
            case POWER, EXP -> POWER;
            case SQRT, CBRT, ABS, FLOOR, CEIL, POSITIVE, GREATER -> ATOM;
            default -> FUNCTION;
        };
    }

    /** In brackets where it binds less tightly than what is around it needs. */
    private static Markup within(Expression expression, int least) {
        return binding(expression) >= least ? any(expression) : fenced("(", any(expression), ")");
    }

    private static Markup fenced(String open, Markup inside, String close) {
        return Markup.of("mrow", Markup.leaf("mo", open), inside, Markup.leaf("mo", close));
    }

    private static Markup sum(Call call, String sign) {
        Expression left = call.arguments().get(0);
        Expression right = call.arguments().get(1);
        Markup first = binding(left) == SUM ? any(left) : within(left, PRODUCT);
        return Markup.of("mrow", first, Markup.leaf("mo", sign), within(right, PRODUCT));
    }

    private static Markup product(Call call) {
        List<Expression> factors = new ArrayList<>();
        flatten(call, factors);
        List<Markup> row = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            Expression factor = factors.get(i);
            boolean first = i == 0;
            if (!first) {
                row.add(between(factors.get(i - 1), factor));
            }
            boolean negativeFirst = first && factor instanceof Number;
            boolean lastFunction = i < factors.size() - 1 && isUnbracketed(factor);
            row.add(negativeFirst ? any(factor) : lastFunction ? fenced("(", any(factor), ")") : within(factor, FUNCTION));
        }
        return new Markup("mrow", "", row);
    }

    private static void flatten(Expression expression, List<Expression> factors) {
        if (expression instanceof Call call && call.operation() == Operation.MULTIPLY) {
            flatten(call.arguments().get(0), factors);
            flatten(call.arguments().get(1), factors);
        } else {
            factors.add(expression);
        }
    }

    private static Markup between(Expression before, Expression after) {
        boolean digits = after instanceof Number || after instanceof Call call && call.operation() == Operation.POWER && call.arguments().get(0) instanceof Number;
        boolean scientific = before instanceof Number && binding(before) != ATOM && Numerals.exact(((Number) before).value()).indexOf('e') >= 0;
        if (digits || scientific) {
            return DOT;
        }
        boolean function = binding(after) == FUNCTION || after instanceof Call call && call.operation() == Operation.POWER && isNamed(call.arguments().get(0));
        return function ? THIN_SPACE : INVISIBLE_TIMES;
    }

    private static boolean isNamed(Expression expression) {
        return expression instanceof Call call && name(call.operation()) != null && binding(expression) == FUNCTION && call.operation() != Operation.DIVIDE;
    }

    /** A function whose argument stands without brackets: what came after it would be read into the argument. */
    private static boolean isUnbracketed(Expression expression) {
        return isNamed(expression) && isSimple(((Call) expression).arguments().get(0)) && ((Call) expression).arguments().size() == 1
                && !(((Call) expression).arguments().get(0) instanceof Variable);
    }

    private static Markup power(Call call) {
        Expression base = call.arguments().get(0);
        Markup exponent = any(call.arguments().get(1));
        if (isNamed(base) && ((Call) base).arguments().size() == 1 && call.arguments().get(1) instanceof Number number && number.value() > 0) {
            return function((Call) base, Markup.of("msup", Markup.leaf("mi", ((Call) base).operation().names().get(0)), exponent));
        }
        return Markup.of("msup", within(base, ATOM), exponent);
    }

    private static Markup name(Operation operation) {
        return operation.names().isEmpty() ? null : Markup.leaf("mi", operation.names().get(0));
    }

    private static Markup function(Call call, Markup name) {
        Expression argument = call.arguments().get(0);
        return isSimple(argument) ? Markup.of("mrow", name, APPLY, THIN_SPACE, any(argument)) : Markup.of("mrow", name, APPLY, arguments(call));
    }

    /** What can follow the name of a function without brackets: x, 3x. */
    private static boolean isSimple(Expression argument) {
        boolean multiple = argument instanceof Call call && call.operation() == Operation.MULTIPLY
                && call.arguments().get(0) instanceof Number number && number.value() > 0 && binding(number) == ATOM && call.arguments().get(1) instanceof Variable;
        return argument instanceof Variable || argument instanceof Number && binding(argument) == ATOM || multiple;
    }

    private static Markup arguments(Call call) {
        List<Markup> row = new ArrayList<>();
        row.add(Markup.leaf("mo", "("));
        for (int i = 0; i < call.arguments().size(); i++) {
            if (i > 0) {
                row.add(Markup.leaf("mo", ","));
            }
            row.add(any(call.arguments().get(i)));
        }
        row.add(Markup.leaf("mo", ")"));
        return new Markup("mrow", "", row);
    }
}
