package descentlab.expression;

import descentlab.message.InputException;
import descentlab.message.Numerals;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a formula as a person writes it: implicit products, |x|, powers by ^, ** or raised digits, functions with and without brackets.
 * {@code ^} binds to the right and more tightly than a minus before it: −x^2 is −(x^2). An implicit product binds like a written one: 1/2x is (1/2)·x.
 */
public final class Parser {
    private static final int LONGEST = 2000;
    private static final int DEEPEST = 200;
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private final String text;
    private final Names names;
    private int at;
    private int depth;
    private int openBars;

    private Parser(String text, List<String> variables) {
        this.text = text;
        names = new Names(variables);
    }

    /**
     * @param variables the names that stand for coordinates
     * @throws InputException with the place of the first mistake
     */
    public static Expression parse(String text, List<String> variables) throws InputException {
        if (text.length() > LONGEST) {
            throw new InputException(LONGEST, text.length() - LONGEST, "formula.long", Numerals.count(LONGEST));
        }
        return new Parser(text, variables).formula();
    }

    private Expression formula() throws InputException {
        if (text.trim().isEmpty()) {
            throw new InputException(0, text.length(), "formula.empty");
        }
        Expression formula = sum();
        if (at < text.length()) {
            throw leftOver();
        }
        return formula;
    }

    private InputException leftOver() {
        char c = text.charAt(at);
        if (c == '=') {
            return error(at, 1, "formula.equals");
        }
        if (c == ',') {
            return error(at, 1, "formula.comma");
        }
        return CLOSING.indexOf(c) >= 0 ? error(at, 1, "formula.unopened", String.valueOf(c)) : unexpected();
    }

    private InputException unexpected() {
        char c = text.charAt(at);
        String shown = c < ' ' || c == '\u007F' ? "U+" + Integer.toHexString(c) : String.valueOf(c);
        return error(at, 1, "formula.unexpected", shown);
    }

    private Expression sum() throws InputException {
        deeper();
        Expression sum = signedProduct();
        while (true) {
            if (skip('+')) {
                sum = Expression.call(Operation.ADD, sum, signedProduct());
            } else if (skip('-')) {
                sum = Expression.call(Operation.SUBTRACT, sum, signedProduct());
            } else {
                depth--;
                return sum;
            }
        }
    }

    private Expression signedProduct() throws InputException {
        if (skip('-')) {
            deeper();
            Expression negated = Expression.call(Operation.NEGATE, signedProduct());
            depth--;
            return negated;
        }
        return skip('+') ? signedProductAfterPlus() : product();
    }

    private Expression signedProductAfterPlus() throws InputException {
        deeper();
        Expression product = signedProduct();
        depth--;
        return product;
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

    /** Whether another factor stands here without a sign before it. */
    private boolean factorFollows() throws InputException {
        char c = peek();
        if (isDigit(c)) {
            throw error(at, 1, "formula.digit");
        }
        return isLetter(c) || c == '√' || OPENING.indexOf(c) >= 0 && c != 0 || c == '|' && openBars == 0;
    }

    private Expression signedPower() throws InputException {
        if (peek() != '-' && peek() != '+') {
            return power();
        }
        deeper();
        boolean minus = skip('-');
        if (!minus) {
            skip('+');
        }
        Expression power = signedPower();
        depth--;
        return minus ? Expression.call(Operation.NEGATE, power) : power;
    }

    private Expression power() throws InputException {
        return raised(primary());
    }

    private Expression raised(Expression base) throws InputException {
        Expression power = base;
        while (RAISED.indexOf(peek()) >= 0 && peek() != 0) {
            power = Expression.call(Operation.POWER, power, raisedNumber());
        }
        if (skipPower()) {
            deeper();
            power = Expression.call(Operation.POWER, power, signedPower());
            depth--;
        }
        return power;
    }

    /** An exponent in raised digits, as in x⁻². */
    private Expression raisedNumber() throws InputException {
        int from = at;
        StringBuilder digits = new StringBuilder();
        while (at < text.length() && RAISED.indexOf(text.charAt(at)) >= 0) {
            int digit = RAISED.indexOf(text.charAt(at++));
            digits.append(digit < 10 ? String.valueOf(digit) : digit == 10 ? "+" : "-");
        }
        if (!isDigit(digits.charAt(digits.length() - 1)) || digits.lastIndexOf("-") > 0 || digits.lastIndexOf("+") > 0) {
            throw error(from, at - from, "formula.raised");
        }
        return new Expression.Number(Double.parseDouble(digits.toString()));
    }

    private Expression primary() throws InputException {
        char c = peek();
        if (c == 0) {
            throw missing();
        }
        if (isDigit(c) || c == '.') {
            return number();
        }
        if (OPENING.indexOf(c) >= 0) {
            return bracket();
        }
        if (c == '|') {
            return bars();
        }
        if (isLetter(c) || c == '√') {
            return named();
        }
        throw "+-*/^=,)]}".indexOf(c) >= 0 ? missing() : unexpected();
    }

    /** An operand is missing here: says after what, and marks that. */
    private InputException missing() {
        int before = at - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        return before < 0 ? error(at, Math.min(1, text.length() - at), "formula.first") : error(before, 1, "formula.operand", String.valueOf(text.charAt(before)));
    }

    private Expression number() throws InputException {
        int from = at;
        digits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at == from + 1 && text.charAt(from) == '.') {
            throw error(from, 1, "formula.point");
        }
        int mantissa = at;
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
                at++;
            }
            int exponent = at;
            digits();
            at = at > exponent ? at : mantissa;
        }
        if (at < text.length() && text.charAt(at) == '.') {
            throw error(at, 1, "formula.points");
        }
        return new Expression.Number(Double.parseDouble(text.substring(from, at)));
    }

    private void digits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    private Expression bracket() throws InputException {
        int from = at;
        char closing = CLOSING.charAt(OPENING.indexOf(text.charAt(at++)));
        int bars = openBars;
        openBars = 0;
        Expression inside = sum();
        openBars = bars;
        close(from, closing);
        return inside;
    }

    private void close(int from, char closing) throws InputException {
        char c = peek();
        if (c == ',') {
            throw error(at, 1, "formula.comma");
        }
        if (c != closing) {
            throw c == 0 || CLOSING.indexOf(c) >= 0 ? error(from, 1, "formula.unclosed", String.valueOf(closing)) : leftOver();
        }
        at++;
    }

    private Expression bars() throws InputException {
        int from = at++;
        openBars++;
        Expression inside = sum();
        if (peek() != '|') {
            throw peek() == 0 ? error(from, 1, "formula.unclosed", "|") : leftOver();
        }
        at++;
        openBars--;
        return Expression.call(Operation.ABS, inside);
    }

    private Expression named() throws InputException {
        int from = at;
        String name = names.next(text, at);
        if (name == null) {
            throw names.unknown(text, from);
        }
        at += name.length();
        Expression leaf = names.leaf(name);
        return leaf != null ? leaf : function(from, names.operation(name));
    }

    private Expression function(int from, Operation operation) throws InputException {
        Expression exponent = exponentOfFunction(from, operation);
        Expression call = OPENING.indexOf(peek()) >= 0 && peek() != 0 ? withBrackets(from, operation) : withoutBrackets(from, operation);
        return exponent == null ? call : Expression.call(Operation.POWER, call, exponent);
    }

    /** The 2 of sin²x and sin^2(x), or null. */
    private Expression exponentOfFunction(int from, Operation operation) throws InputException {
        Expression exponent = null;
        if (peek() != 0 && RAISED.indexOf(peek()) >= 0) {
            exponent = raisedNumber();
        } else if (skipPower()) {
            boolean minus = skip('-');
            exponent = minus ? new Expression.Number(-1) : primary();
        }
        if (exponent instanceof Expression.Number number && number.value() < 0) {
            throw error(from, at - from, "formula.inverse", "arc" + operation.names().get(0), operation.names().get(0));
        }
        return exponent;
    }

    private Expression withBrackets(int from, Operation operation) throws InputException {
        int open = at;
        char closing = CLOSING.charAt(OPENING.indexOf(text.charAt(at++)));
        int bars = openBars;
        openBars = 0;
        List<Expression> arguments = new ArrayList<>();
        do {
            arguments.add(sum());
        } while (skip(','));
        openBars = bars;
        close(open, closing);
        boolean fits = operation.arity() == 1 ? arguments.size() == 1 : arguments.size() >= 2;
        if (!fits) {
            String key = operation.arity() == 1 ? "formula.one" : "formula.several";
            throw error(from, at - from, key, operation.names().get(0));
        }
        Expression call = operation.arity() == 1 ? Expression.call(operation, arguments.get(0)) : arguments.get(0);
        for (int i = 1; i < arguments.size(); i++) {
            call = Expression.call(operation, call, arguments.get(i));
        }
        return call;
    }

    /** The argument of a function without brackets: the implicit product up to the next function, so that sin 2x cos x is sin(2x)·cos(x). */
    private Expression withoutBrackets(int from, Operation operation) throws InputException {
        if (operation.arity() > 1) {
            throw error(from, at - from, "formula.several", operation.names().get(0));
        }
        char c = peek();
        if (c == 0 || "*/^),=]}".indexOf(c) >= 0 || c == '|' && openBars > 0) {
            throw error(from, at - from, "formula.argument", operation.names().get(0));
        }
        deeper();
        Expression argument;
        if (skip('-')) {
            argument = Expression.call(Operation.NEGATE, factors());
        } else {
            argument = factors();
        }
        depth--;
        return Expression.call(operation, argument);
    }

    private Expression factors() throws InputException {
        Expression product = power();
        while (factorFollows() && !functionFollows()) {
            product = Expression.call(Operation.MULTIPLY, product, power());
        }
        return product;
    }

    private boolean functionFollows() {
        String name = names.next(text, at);
        return name != null && names.operation(name) != null;
    }

    private void deeper() throws InputException {
        if (++depth > DEEPEST) {
            throw error(Math.min(at, text.length()), 0, "formula.deep", Numerals.count(DEEPEST));
        }
    }

    /** The next character that is no space, in its plain form; 0 at the end. */
    private char peek() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\u00A0' || text.charAt(at) == '\u202F')) {
            at++;
        }
        return at < text.length() ? plain(text.charAt(at)) : 0;
    }

    private static char plain(char c) {
        return switch (c) {
            case '·', '×', '⋅', '∗' -> '*';
            case '÷', '∕', '⁄' -> '/';
            case '−', '–' -> '-';
            default -> c;
        };
    }

    private boolean skip(char c) {
        if (peek() != c) {
            return false;
        }
        if (c == '*' && text.startsWith("**", at)) {
            return false;
        }
        at++;
        return true;
    }

    private boolean skipPower() {
        boolean stars = peek() == '*' && text.startsWith("**", at);
        at += stars ? 2 : 0;
        return stars || skip('^');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == 'π' || c == 'τ';
    }

    private static InputException error(int position, int length, String key, String... arguments) {
        return new InputException(position, length, key, arguments);
    }
}
