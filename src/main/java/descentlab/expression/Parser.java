package descentlab.expression;

import descentlab.expression.Token.Kind;
import descentlab.message.InputException;
import descentlab.message.Numerals;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a formula as a person writes it: implicit products, |x|, powers by ^, ** or raised digits, functions with and without brackets.
 * {@code ^} binds to the right and more tightly than a minus before it: −x^2 is −(x^2). An implicit product binds like a written one: 1/2x is
 * (1/2)·x.
 */
public final class Parser {
    private static final int LONGEST = 2000;
    /** So many brackets, functions and exponents in each other; what stands side by side is not limited, as nothing recurs over it. */
    private static final int DEEPEST = 200;
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private final String text;
    private final List<Token> tokens;
    private int next;
    private int depth;
    private int openBars;

    private Parser(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /**
     * @param variables the names that stand for coordinates, in lower case
     * @throws InputException with the place of a mistake; its position is at most the length of the text
     */
    public static Expression parse(String text, List<String> variables) throws InputException {
        if (text.length() > LONGEST) {
            throw new InputException(LONGEST, text.length() - LONGEST, "formula.long", Numerals.count(LONGEST));
        }
        int equals = text.indexOf('=');
        if (equals >= 0) {
            throw new InputException(equals, 1, "formula.equals");
        }
        List<Token> tokens = Lexer.tokens(text, new Names(variables));
        if (tokens.size() == 1) {
            throw new InputException(0, text.length(), "formula.empty");
        }
        return new Parser(text, tokens).formula();
    }

    /** Whether a name can stand in a formula for a number to be set, beside the variables: a of ax². */
    public static boolean isParameter(String name) {
        return Names.isParameter(name);
    }

    private Expression formula() throws InputException {
        Expression formula = sum();
        if (token().kind() == Kind.END) {
            return formula;
        }
        throw token().is(',') ? misplaced(token()) : error(token(), "formula.unopened", shown(token()));
    }

    private Expression sum() throws InputException {
        Expression sum = signedProduct();
        while (token().isAmong("+-")) {
            Operation operation = take().is('+') ? Operation.ADD : Operation.SUBTRACT;
            sum = Expression.call(operation, sum, signedProduct());
        }
        return sum;
    }

    private Expression signedProduct() throws InputException {
        int minuses = minuses();
        return negated(product(), minuses);
    }

    private Expression signedPower() throws InputException {
        int minuses = minuses();
        return negated(power(), minuses);
    }

    /** Skips signs and counts those that negate. */
    private int minuses() {
        int minuses = 0;
        while (token().isAmong("+-")) {
            minuses += token().is('-') ? 1 : 0;
            next++;
        }
        return minuses;
    }

    private static Expression negated(Expression expression, int times) {
        Expression negated = expression;
        for (int i = 0; i < times; i++) {
            negated = Expression.call(Operation.NEGATE, negated);
        }
        return negated;
    }

    private Expression product() throws InputException {
        Expression product = power();
        while (true) {
            if (skip('*')) {
                product = Expression.call(Operation.MULTIPLY, product, signedPower());
            } else if (skip('/')) {
                product = Expression.call(Operation.DIVIDE, product, signedPower());
            } else if (factorFollows()) {
                product = Expression.call(Operation.MULTIPLY, product, power());
            } else {
                return product;
            }
        }
    }

    /** Whether another factor stands here without a sign before it. A bar inside open bars closes them. */
    private boolean factorFollows() throws InputException {
        Token token = token();
        if (token.kind() == Kind.NUMBER) {
            throw error(token, "formula.digit");
        }
        return token.kind() == Kind.NAME || token.kind() == Kind.FUNCTION || token.isAmong(OPENING) || token.is('|') && openBars == 0;
    }

    /** Every way into a deeper level leads through here. */
    private Expression power() throws InputException {
        if (++depth > DEEPEST) {
            throw error(token(), "formula.deep", Numerals.count(DEEPEST));
        }
        Expression power = primary();
        while (token().kind() == Kind.RAISED) {
            power = Expression.call(Operation.POWER, power, take().leaf());
        }
        if (skip('^')) {
            power = Expression.call(Operation.POWER, power, signedPower());
        }
        depth--;
        return power;
    }

    private Expression primary() throws InputException {
        Token token = token();
        if (token.kind() == Kind.NUMBER || token.kind() == Kind.NAME) {
            return take().leaf();
        }
        if (token.kind() == Kind.FUNCTION) {
            return function(take());
        }
        if (token.isAmong(OPENING)) {
            List<Expression> inside = new ArrayList<>();
            Token comma = brackets(inside);
            if (comma != null) {
                throw misplaced(comma);
            }
            return inside.get(0);
        }
        if (token.is('|')) {
            return bars(take());
        }
        throw missing();
    }

    /** An operand is missing here: says after what, and marks that. */
    private InputException missing() {
        Token token = token();
        if (next > 0) {
            Token before = tokens.get(next - 1);
            return error(before, "formula.operand", shown(before));
        }
        return token.isAmong(CLOSING) ? error(token, "formula.unopened", shown(token)) : error(token, "formula.first");
    }

    /** A comma that separates no arguments; between digits it is meant as a decimal point. */
    private InputException misplaced(Token comma) {
        int index = tokens.indexOf(comma);
        Token before = tokens.get(Math.max(0, index - 1));
        Token after = tokens.get(index + 1);
        boolean decimal = before.kind() == Kind.NUMBER && after.kind() == Kind.NUMBER && before.to() == comma.from() && comma.to() == after.from();
        return decimal ? new InputException(before.from(), after.to() - before.from(), "formula.decimal", shown(before) + "." + shown(after))
                : error(comma, "formula.comma");
    }

    /** Reads brackets and adds the expressions between them; returns the first comma that separates them, or null. */
    private Token brackets(List<Expression> inside) throws InputException {
        Token opening = take();
        char closing = CLOSING.charAt(OPENING.indexOf(opening.sign()));
        int outerBars = openBars;
        openBars = 0;
        inside.add(sum());
        Token comma = token().is(',') ? token() : null;
        while (skip(',')) {
            inside.add(sum());
        }
        openBars = outerBars;
        if (!skip(closing)) {
            throw error(opening, "formula.unclosed", String.valueOf(closing));
        }
        return comma;
    }

    private Expression bars(Token opening) throws InputException {
        openBars++;
        Expression inside = sum();
        if (!skip('|')) {
            throw token().is(',') ? misplaced(token()) : error(opening, "formula.unclosed", "|");
        }
        openBars--;
        return Expression.call(Operation.ABS, inside);
    }

    private Expression function(Token name) throws InputException {
        Expression exponent = exponent(name);
        Expression call = token().isAmong(OPENING) ? withBrackets(name) : withoutBrackets(name);
        return exponent == null ? call : Expression.call(Operation.POWER, call, exponent);
    }

    /** The 2 of sin²x and sin^2(x), or null. A negative one could mean the inverse function or the reciprocal, so it is refused. */
    private Expression exponent(Token name) throws InputException {
        if (token().kind() == Kind.RAISED) {
            Expression.Number number = (Expression.Number) take().leaf();
            if (number.value() < 0) {
                throw inverse(name);
            }
            return number;
        }
        if (!skip('^')) {
            return null;
        }
        if (skip('-')) {
            next += token().kind() == Kind.NUMBER ? 1 : 0;
            throw inverse(name);
        }
        if (token().kind() == Kind.FUNCTION) {
            throw missing();
        }
        return primary();
    }

    private InputException inverse(Token name) {
        String function = name.function().names().get(0);
        String inverse = Names.inverse(name.function());
        return inverse == null ? since(name, "formula.reciprocal", function) : since(name, "formula.inverse", inverse, function);
    }

    private Expression withBrackets(Token name) throws InputException {
        Operation operation = name.function();
        if (tokens.get(next + 1).isAmong(CLOSING)) {
            next += 2;
            throw since(name, "formula.argument", operation.names().get(0));
        }
        List<Expression> arguments = new ArrayList<>();
        Token comma = brackets(arguments);
        if (operation.arity() == 1) {
            if (comma != null) {
                InputException mistake = misplaced(comma);
                throw mistake.message().key().equals("formula.decimal") ? mistake : since(name, "formula.one", operation.names().get(0));
            }
            return Expression.call(operation, arguments.get(0));
        }
        if (comma == null) {
            throw since(name, "formula.several", operation.names().get(0));
        }
        Expression call = arguments.get(0);
        for (int i = 1; i < arguments.size(); i++) {
            call = Expression.call(operation, call, arguments.get(i));
        }
        return call;
    }

    /** The argument of a function without brackets: the implicit product up to the next function, so that sin 2x cos x is sin(2x)·cos(x). */
    private Expression withoutBrackets(Token name) throws InputException {
        Operation operation = name.function();
        if (operation.arity() > 1) {
            throw error(name, "formula.several", operation.names().get(0));
        }
        if (token().kind() == Kind.END || token().isAmong("*/^),]}")) {
            throw error(name, "formula.argument", operation.names().get(0));
        }
        int minuses = minuses();
        Expression argument = power();
        while (factorFollows() && token().kind() != Kind.FUNCTION) {
            argument = Expression.call(Operation.MULTIPLY, argument, power());
        }
        return Expression.call(operation, negated(argument, minuses));
    }

    private Token token() {
        return tokens.get(next);
    }

    private Token take() {
        return tokens.get(next++);
    }

    private boolean skip(char sign) {
        boolean found = token().is(sign);
        next += found ? 1 : 0;
        return found;
    }

    private String shown(Token token) {
        return text.substring(token.from(), token.to());
    }

    private static InputException error(Token token, String key, String... arguments) {
        return new InputException(token.from(), token.length(), key, arguments);
    }

    /** Marks everything from a token to the last one that was read. */
    private InputException since(Token first, String key, String... arguments) {
        return new InputException(first.from(), tokens.get(next - 1).to() - first.from(), key, arguments);
    }
}
