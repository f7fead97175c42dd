package descentlab.experiment;

import descentlab.message.InputException;

/** Reads a finite number as people, Python and JavaScript write it: {@code 0.1}, {@code .5}, {@code 1e-3}, {@code -2}. */
public final class NumberReader {
    private NumberReader() {
    }

    /** The number that text[from, to) is. */
    public static double read(String text, int from, int to) throws InputException {
        String written = text.substring(from, to).trim().replace('−', '-');
        if (!isNumber(written)) {
            throw new InputException(from, to - from, written.isEmpty() ? "number.missing" : "number.unreadable", written);
        }
        double value = Double.parseDouble(written);
        if (Math.abs(value) == Double.POSITIVE_INFINITY) {
            throw new InputException(from, to - from, "number.huge", written);
        }
        return value;
    }

    /** Sign, digits with at most one point, and an exponent; Java's own reader would also take "1d" and "NaN". */
    private static boolean isNumber(String text) {
        int at = sign(text, 0);
        int whole = digits(text, at);
        int fraction = whole < text.length() && text.charAt(whole) == '.' ? digits(text, whole + 1) : whole;
        boolean hasDigits = whole > at || fraction > whole + 1;
        if (!hasDigits || fraction == text.length()) {
            return hasDigits;
        }
        int exponent = sign(text, fraction + 1);
        int end = digits(text, exponent);
        return (text.charAt(fraction) == 'e' || text.charAt(fraction) == 'E') && end > exponent && end == text.length();
    }

    private static int sign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
    }

    private static int digits(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
