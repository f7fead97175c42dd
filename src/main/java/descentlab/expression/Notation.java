package descentlab.expression;

import static descentlab.expression.Operation.ADD;
import static descentlab.expression.Operation.DIVIDE;
import static descentlab.expression.Operation.MULTIPLY;
import static descentlab.expression.Operation.NEGATE;
import static descentlab.expression.Operation.POWER;
import static descentlab.expression.Operation.SUBTRACT;

import descentlab.expression.Expression.Call;
import descentlab.expression.Expression.Number;
import descentlab.expression.Expression.Variable;
import descentlab.expression.Graph.Node;

/**
 * A derivative as a person would write it: no zeros added, the numbers of a product gathered in front, powers of one base joined, a fraction of a
 * fraction made one. What is computed is the graph; this is what is shown, and it may differ in rounding and overflow.
 */
final class Notation {
    private static final Number ONE = new Number(1);
    private static final double MOST = 1e9;

    private Notation() {
    }

    static Expression of(Graph graph, int number) {
        Expression[] trees = new Expression[number + 1];
        for (int i = 0; i <= number; i++) {
            Node node = graph.node(i);
            trees[i] = node.isConstant() ? new Number(node.value()) : node.isVariable() ? new Variable(graph.variableName(node.a()))
                    : node.b() == Graph.NONE ? unary(node.operation(), trees[node.a()]) : binary(node.operation(), trees[node.a()], trees[node.b()]);
        }
        return trees[number];
    }

    private static Expression unary(Operation operation, Expression a) {
        if (operation != NEGATE) {
            return Expression.call(operation, a);
        }
        return is(a, SUBTRACT) ? Expression.call(SUBTRACT, argument(a, 1), argument(a, 0)) : scaled(-1, a);
    }

    private static Expression binary(Operation operation, Expression a, Expression b) {
        return switch (operation) {
            case ADD -> isZero(a) ? b : isZero(b) ? a : Expression.call(ADD, a, b);
            case SUBTRACT -> isZero(b) ? a : isZero(a) ? unary(NEGATE, b) : Expression.call(SUBTRACT, a, b);
            case MULTIPLY -> product(a, b);
            case DIVIDE -> quotient(a, b);
            default -> Expression.call(operation, a, b);
        };
    }

    private static boolean isZero(Expression expression) {
        return expression instanceof Number number && number.value() == 0;
    }

    private static boolean is(Expression expression, Operation operation) {
        return expression instanceof Call call && call.operation() == operation;
    }

    private static Expression argument(Expression call, int index) {
        return ((Call) call).arguments().get(index);
    }

    /** The number in front of a product, 1 where there is none. */
    private static double factor(Expression expression) {
        if (expression instanceof Number number) {
            return number.value();
        }
        if (is(expression, NEGATE)) {
            return -factor(argument(expression, 0));
        }
        return is(expression, MULTIPLY) && argument(expression, 0) instanceof Number number ? number.value() : 1;
    }

    /** What is left without that number. */
    private static Expression rest(Expression expression) {
        if (expression instanceof Number) {
            return ONE;
        }
        if (is(expression, NEGATE)) {
            return rest(argument(expression, 0));
        }
        return is(expression, MULTIPLY) && argument(expression, 0) instanceof Number ? argument(expression, 1) : expression;
    }

    private static Expression scaled(double factor, Expression expression) {
        double all = factor * factor(expression);
        Expression rest = rest(expression);
        if (rest == ONE) {
            return new Number(all);
        }
        if (is(rest, DIVIDE) && all != 1) {
            return quotient(scaled(all, argument(rest, 0)), argument(rest, 1));
        }
        return all == 1 ? rest : all == -1 ? Expression.call(NEGATE, rest) : Expression.call(MULTIPLY, new Number(all), rest);
    }

    private static Expression product(Expression a, Expression b) {
        if (is(rest(a), DIVIDE)) {
            return quotient(product(numerator(a), b), argument(rest(a), 1));
        }
        if (is(rest(b), DIVIDE)) {
            return quotient(product(a, numerator(b)), argument(rest(b), 1));
        }
        return scaled(factor(a) * factor(b), joined(rest(a), rest(b)));
    }

    /** The product of two expressions without numbers in front. Graphs share equal parts, so the same base is the same object. */
    private static Expression joined(Expression a, Expression b) {
        if (a == ONE || b == ONE) {
            return a == ONE ? b : a;
        }
        if (base(a) == base(b) && exponent(a) != 0 && exponent(b) != 0) {
            double exponent = exponent(a) + exponent(b);
            return exponent == 0 ? ONE : exponent == 1 ? base(a) : Expression.call(POWER, base(a), new Number(exponent));
        }
        return isVariable(base(b)) && !isVariable(base(a)) ? Expression.call(MULTIPLY, b, a) : Expression.call(MULTIPLY, a, b);
    }

    private static boolean isVariable(Expression expression) {
        return expression instanceof Variable;
    }

    private static Expression base(Expression expression) {
        return is(expression, POWER) ? argument(expression, 0) : expression;
    }

    /** 0 where it is no number. */
    private static double exponent(Expression expression) {
        return !is(expression, POWER) ? 1 : argument(expression, 1) instanceof Number number ? number.value() : 0;
    }

    private static Expression numerator(Expression fraction) {
        return scaled(factor(fraction), argument(rest(fraction), 0));
    }

    private static Expression quotient(Expression a, Expression b) {
        if (is(rest(a), DIVIDE)) {
            return quotient(numerator(a), product(argument(rest(a), 1), b));
        }
        double above = factor(a);
        double below = factor(b);
        if (isCountable(above) && isCountable(below)) {
            double divisor = divisor(Math.abs(above), Math.abs(below));
            return fraction(above / divisor, rest(a), scaled(below / divisor, rest(b)));
        }
        double factor = above / below;
        return rest(b) == ONE && factor - factor == 0 ? scaled(factor, rest(a)) : fraction(above, rest(a), b);
    }

    /** Whether it is a whole number other than 0, so small that whole numbers are exact. */
    private static boolean isCountable(double value) {
        return value != 0 && value == Math.floor(value) && Math.abs(value) < MOST;
    }

    /** The greatest common divisor, by Euclid. */
    private static double divisor(double a, double b) {
        return b == 0 ? a : divisor(b, a % b);
    }

    /** factor·a/b with the sign before the fraction. */
    private static Expression fraction(double factor, Expression a, Expression b) {
        if (b instanceof Number number && number.value() == 1) {
            return scaled(factor, a);
        }
        Expression fraction = Expression.call(DIVIDE, scaled(Math.abs(factor), a), b);
        return factor < 0 ? Expression.call(NEGATE, fraction) : fraction;
    }
}
