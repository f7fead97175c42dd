package descentlab.expression;

import descentlab.expression.Expression.Number;
import descentlab.expression.Token.Kind;
import descentlab.message.InputException;
import java.util.ArrayList;
import java.util.List;

/** Cuts the text of a formula into tokens: numbers, names (also run together), raised digits and signs in their many spellings. */
final class Lexer {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
    private static final String SIGNS = "+-*/^()[]{}|,";
    /** Signs that look like those, each above the one it stands for. */
    private static final String SPELLINGS = "−–·×⋅∗÷∕⁄∣√";
    private static final String MEANINGS = "--****///|√";
    /** Spaces from U+2000 to U+200B, and the invisible signs of MathML, as they come along when a typeset formula is copied. */
    private static final String BLANKS = " \t\r\n\u00A0\u202F\u205F\u2060\u2061\u2062\u3000\uFEFF";

    private final String text;
    private final Names names;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text, Names names) {
        this.text = text;
        this.names = names;
    }

    /** The tokens in their order, and an END. */
    static List<Token> tokens(String text, Names names) throws InputException {
        Lexer lexer = new Lexer(text, names);
        while (lexer.at < text.length()) {
            lexer.token();
        }
        lexer.tokens.add(Token.end(text.length()));
        return lexer.tokens;
    }

    private void token() throws InputException {
        char c = text.charAt(at);
        if (BLANKS.indexOf(c) >= 0 || c >= '\u2000' && c <= '\u200B') {
            at++;
        } else if (isDigit(at) || c == '.') {
            number();
        } else if (Names.isLetter(c)) {
            names.read(text, at, tokens);
            at = tokens.get(tokens.size() - 1).to();
        } else if (RAISED.indexOf(c) >= 0) {
            raised();
        } else {
            sign(c);
        }
    }

    private void sign(char c) throws InputException {
        int spelling = SPELLINGS.indexOf(c);
        char meaning = spelling < 0 ? c : MEANINGS.charAt(spelling);
        if (meaning == '√') {
            tokens.add(Token.function(at++, 1, Operation.SQRT));
        } else if (SIGNS.indexOf(meaning) < 0) {
            throw unexpected(c);
        } else if (text.startsWith("**", at)) {
            tokens.add(Token.sign(at, 2, '^'));
            at += 2;
        } else {
            tokens.add(Token.sign(at++, 1, meaning));
        }
    }

    private InputException unexpected(char c) {
        boolean pair = Character.isHighSurrogate(c) && at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        boolean visible = pair || c > ' ' && (c < '\u007F' || c > '\u009F') && !Character.isSurrogate(c);
        int length = pair ? 2 : 1;
        return new InputException(at, length, "formula.unexpected", visible ? text.substring(at, at + length) : codePoint(c));
    }

    private static String codePoint(char c) {
        StringBuilder text = new StringBuilder("U+");
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append("0123456789ABCDEF".charAt(c >> shift & 15));
        }
        return text.toString();
    }

    /** An e belongs to the number only where digits follow: 2e^x and 2e-x are products. */
    private void number() throws InputException {
        int from = at;
        at = digits(at);
        if (isPoint(at)) {
            at = digits(at + 1);
        }
        if (at == from + 1 && isPoint(from)) {
            throw new InputException(from, 1, "formula.point");
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            boolean signed = at + 1 < text.length() && (text.charAt(at + 1) == '-' || text.charAt(at + 1) == '+');
            int exponent = at + (signed ? 2 : 1);
            at = isDigit(exponent) ? digits(exponent) : at;
        }
        if (isPoint(at)) {
            throw new InputException(at, 1, "formula.points");
        }
        double value = Double.parseDouble(text.substring(from, at));
        if (value == Double.POSITIVE_INFINITY) {
            throw new InputException(from, at - from, "formula.huge");
        }
        tokens.add(Token.leaf(Kind.NUMBER, from, at - from, new Number(value)));
    }

    private int digits(int from) {
        int end = from;
        while (isDigit(end)) {
            end++;
        }
        return end;
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private boolean isPoint(int index) {
        return index < text.length() && text.charAt(index) == '.';
    }

    private void raised() throws InputException {
        int from = at;
        StringBuilder plain = new StringBuilder();
        while (at < text.length() && RAISED.indexOf(text.charAt(at)) >= 0) {
            plain.append("0123456789+-".charAt(RAISED.indexOf(text.charAt(at++))));
        }
        boolean digitLast = plain.charAt(plain.length() - 1) <= '9' && plain.charAt(plain.length() - 1) >= '0';
        if (!digitLast || plain.lastIndexOf("-") > 0 || plain.lastIndexOf("+") > 0) {
            throw new InputException(from, at - from, "formula.raised");
        }
        double value = Double.parseDouble(plain.toString());
        if (value - value != 0) {
            throw new InputException(from, at - from, "formula.huge");
        }
        tokens.add(Token.leaf(Kind.RAISED, from, at - from, new Number(value)));
    }
}
