package descentlab.expression;

/**
 * A piece of a formula's text, the {@code length} characters from {@code from} on. Only what its kind needs is set: {@code sign} in its plain form
 * ('*' for ×, '^' for **), {@code leaf} for what is a number or a variable, {@code function} for the name of one.
 */
record Token(Kind kind, int from, int length, char sign, Expression leaf, Operation function) {
    enum Kind {
        /** Written in digits. */
        NUMBER,
        /** Of a constant or variable. */
        NAME,
        FUNCTION,
        /** A whole exponent in raised digits. */
        RAISED,
        SIGN,
        END
    }

    static Token leaf(Kind kind, int from, int length, Expression leaf) {
        return new Token(kind, from, length, (char) 0, leaf, null);
    }

    static Token function(int from, int length, Operation function) {
        return new Token(Kind.FUNCTION, from, length, (char) 0, null, function);
    }

    static Token sign(int from, int length, char sign) {
        return new Token(Kind.SIGN, from, length, sign, null, null);
    }

    static Token end(int from) {
        return new Token(Kind.END, from, 0, (char) 0, null, null);
    }

    boolean is(char c) {
        return kind == Kind.SIGN && sign == c;
    }

    boolean isAmong(String signs) {
        return kind == Kind.SIGN && signs.indexOf(sign) >= 0;
    }

    int to() {
        return from + length;
    }
}
