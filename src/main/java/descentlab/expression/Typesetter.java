package descentlab.expression;

import descentlab.expression.Expression.Call;
import descentlab.expression.Expression.Number;
import descentlab.expression.Expression.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * Formulas as MathML, as a textbook prints them: fractions, roots, raised exponents, products without a sign, brackets only where they are needed.
 */
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
    private static final Markup MINUS = Markup.leaf("mo", "−");
    private static final Markup GREATER = Markup.leaf("mo", ">");

    private Typesetter() {
    }

    /** The formula as one element, or null where it has too many parts to be read. */
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
            return Typeface.number(number.value());
        } else if (expression instanceof Variable variable) {
            return Markup.leaf("mi", variable.name());
        }
        Call call = (Call) expression;
        Expression first = call.arguments().get(0);
        return switch (call.operation()) {
            case ADD, SUBTRACT -> sum(call);
            case NEGATE -> Markup.of("mrow", MINUS, within(first, PRODUCT));
            case MULTIPLY -> product(call);
            case DIVIDE -> Markup.of("mfrac", any(first), any(call.arguments().get(1)));
            case POWER -> power(first, call.arguments().get(1));
            case EXP -> Markup.of("msup", Markup.leaf("mi", "e"), any(first));
            case SQRT -> Markup.of("msqrt", any(first));
            case CBRT -> Markup.of("mroot", any(first), Markup.leaf("mn", "3"));
            case ABS -> fenced("|", any(first), "|");
            case FLOOR -> fenced("⌊", any(first), "⌋");
            case CEIL -> fenced("⌈", any(first), "⌉");
            case POSITIVE -> fenced("[", Markup.of("mrow", any(first), GREATER, Markup.leaf("mn", "0")), "]");
            case GREATER -> fenced("[", Markup.of("mrow", any(first), GREATER, any(call.arguments().get(1))), "]");
            default -> function(call, Typeface.name(call.operation()), true);
        };
    }

    private static int binding(Expression expression) {
        if (expression instanceof Number number) {
            return number.value() < 0 ? SUM : Typeface.isSingle(number.value()) ? ATOM : PRODUCT;
        }
        if (!(expression instanceof Call call)) {
            return ATOM;
        }
        return switch (call.operation()) {
            case ADD, SUBTRACT, NEGATE -> SUM;
            case MULTIPLY -> PRODUCT;
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

    /** a + b − c as one row; a term with a minus of its own is added or subtracted without it. */
    private static Markup sum(Expression expression) {
        List<Markup> row = new ArrayList<>();
        addTerms(expression, row);
        return new Markup("mrow", "", row);
    }

    private static void addTerms(Expression expression, List<Markup> row) {
        if (!(expression instanceof Call call) || call.operation() != Operation.ADD && call.operation() != Operation.SUBTRACT) {
            row.add(isNegative(expression) ? any(expression) : within(expression, PRODUCT));
            return;
        }
        addTerms(call.arguments().get(0), row);
        Expression term = call.arguments().get(1);
        boolean negative = isNegative(term);
        row.add(negative == (call.operation() == Operation.SUBTRACT) ? Markup.leaf("mo", "+") : MINUS);
        row.add(within(negative ? opposite(term) : term, PRODUCT));
    }

    private static boolean isNegative(Expression expression) {
        if (expression instanceof Number number) {
            return number.value() < 0;
        }
        return expression instanceof Call call
                && (call.operation() == Operation.NEGATE || call.operation() == Operation.MULTIPLY && isNegative(call.arguments().get(0)));
    }

    private static Expression opposite(Expression negative) {
        if (negative instanceof Number number) {
            return new Number(-number.value());
        }
        Call call = (Call) negative;
        Expression first = call.arguments().get(0);
        if (call.operation() == Operation.NEGATE) {
            return first;
        }
        Expression positive = opposite(first);
        boolean one = positive instanceof Number number && number.value() == 1;
        return one ? call.arguments().get(1) : Expression.call(Operation.MULTIPLY, positive, call.arguments().get(1));
    }

    private static Markup product(Call call) {
        List<Expression> factors = new ArrayList<>();
        addFactors(call, factors);
        List<Markup> row = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            Expression factor = factors.get(i);
            if (i > 0) {
                row.add(between(factors.get(i - 1), factor));
            }
            boolean argumentEnds = i == factors.size() - 1 || isFunction(factors.get(i + 1));
            row.add(i == 0 && factor instanceof Number ? any(factor) : factor(factor, argumentEnds));
        }
        return new Markup("mrow", "", row);
    }

    private static void addFactors(Expression expression, List<Expression> factors) {
        if (expression instanceof Call call && call.operation() == Operation.MULTIPLY) {
            addFactors(call.arguments().get(0), factors);
            addFactors(call.arguments().get(1), factors);
        } else {
            factors.add(expression);
        }
    }

    /** A function's argument needs brackets where the product goes on with what could belong to it: sin(x) y. */
    private static Markup factor(Expression factor, boolean argumentEnds) {
        if (argumentEnds || !isFunction(factor)) {
            return within(factor, FUNCTION);
        }
        Call call = (Call) factor;
        return call.operation() == Operation.POWER ? functionPower((Call) call.arguments().get(0), any(call.arguments().get(1)), false)
                : function(call, Typeface.name(call.operation()), false);
    }

    private static Markup between(Expression before, Expression after) {
        boolean fractions = isFraction(after) && (before instanceof Number || isFraction(before));
        boolean scientific = before instanceof Number number && Typeface.isScientific(number.value());
        if (beginsWithNumber(after) || fractions || scientific) {
            return DOT;
        }
        return isFunction(after) || isFunction(before) ? THIN_SPACE : INVISIBLE_TIMES;
    }

    private static boolean beginsWithNumber(Expression expression) {
        if (expression instanceof Number number) {
            return !Typeface.isLetter(number.value());
        }
        return expression instanceof Call call && call.operation() == Operation.POWER && beginsWithNumber(call.arguments().get(0));
    }

    private static boolean isFraction(Expression expression) {
        return expression instanceof Number number ? Typeface.isFraction(Math.abs(number.value()))
                : expression instanceof Call call && call.operation() == Operation.DIVIDE;
    }

    /** Whether it starts with a function's name: sin x, sin² x. */
    private static boolean isFunction(Expression expression) {
        if (!(expression instanceof Call call)) {
            return false;
        }
        return call.operation() == Operation.POWER ? isFunctionPower(call.arguments().get(0), call.arguments().get(1)) : isNamed(call);
    }

    private static boolean isNamed(Call call) {
        return binding(call) == FUNCTION && call.operation() != Operation.DIVIDE;
    }

    /** Whether a power is written sin² x and not (sin x)². */
    private static boolean isFunctionPower(Expression base, Expression exponent) {
        return base instanceof Call call && isNamed(call) && call.operation().arity() == 1 && exponent instanceof Number number && number.value() > 0;
    }

    private static Markup power(Expression base, Expression exponent) {
        if (isFunctionPower(base, exponent)) {
            return functionPower((Call) base, any(exponent), true);
        }
        return Markup.of("msup", within(base, ATOM), any(exponent));
    }

    private static Markup functionPower(Call call, Markup exponent, boolean argumentEnds) {
        return function(call, Markup.of("msup", Typeface.name(call.operation()), exponent), argumentEnds);
    }

    private static Markup function(Call call, Markup name, boolean argumentEnds) {
        Expression argument = call.arguments().get(0);
        boolean bare = call.operation().arity() == 1 && (argumentEnds ? isSimple(argument) : isAbsolute(argument));
        return bare ? Markup.of("mrow", name, APPLY, THIN_SPACE, any(argument)) : Markup.of("mrow", name, APPLY, arguments(call));
    }

    /** What can follow the name of a function without brackets: x, 2πx, |x|. */
    private static boolean isSimple(Expression argument) {
        if (argument instanceof Call call && call.operation() == Operation.MULTIPLY) {
            return call.arguments().get(1) instanceof Variable && isSimple(call.arguments().get(0)) || isPlainNumber(argument);
        }
        return argument instanceof Variable || isPlainNumber(argument) || isAbsolute(argument);
    }

    private static boolean isPlainNumber(Expression expression) {
        if (expression instanceof Call call && call.operation() == Operation.MULTIPLY) {
            return isPlainNumber(call.arguments().get(0)) && isPlainNumber(call.arguments().get(1));
        }
        return expression instanceof Number number && number.value() >= 0 && Typeface.isPlain(number.value());
    }

    private static boolean isAbsolute(Expression expression) {
        return expression instanceof Call call && call.operation() == Operation.ABS;
    }

    /** The arguments in brackets; max(max(a, b), c) is max(a, b, c). */
    private static Markup arguments(Call call) {
        List<Markup> row = new ArrayList<>();
        row.add(Markup.leaf("mo", "("));
        addArguments(call, call.operation(), row);
        row.add(Markup.leaf("mo", ")"));
        return new Markup("mrow", "", row);
    }

    private static void addArguments(Call call, Operation operation, List<Markup> row) {
        Expression first = call.arguments().get(0);
        if (operation.arity() == 2 && first instanceof Call inner && inner.operation() == operation) {
            addArguments(inner, operation, row);
        } else {
            row.add(any(first));
        }
        if (operation.arity() == 2) {
            row.add(Markup.leaf("mo", ","));
            row.add(any(call.arguments().get(1)));
        }
    }
}
