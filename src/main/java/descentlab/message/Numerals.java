package descentlab.message;

/**
 * Numbers as text: {@link #brief} for people, {@link #exact} for programs. Both start from the decimal digits of {@link Double#toString} and never
 * from arithmetic on the number, so 0.1 + 0.2 and 9.9996 round as they should.
 */
public final class Numerals {
    /** Digits that {@link #brief} shows at least. */
    private static final int SIGNIFICANT = 4;
    private static final int FINE = 6;
    private static final int ROUGH = 3;
    /** Powers of ten from which {@link #brief} writes 3.2·10⁵ and 5·10⁻⁵. */
    private static final int LARGE = 5;
    private static final int SMALL = -5;

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
    private static final char NARROW_SPACE = '\u202F';

    private Numerals() {
    }

    /**
     * Four significant digits without the zeros behind them, whole numbers below 10⁵ in full: "2", "−1.306", "12346", "3.2·10⁵", "∞", "NaN".
     * The minus is U+2212. −0 is "0".
     */
    public static String brief(double value) {
        return rounded(value, SIGNIFICANT);
    }

    /** As {@link #brief} with three significant digits: the two numbers of a place where there is little room. */
    public static String rough(double value) {
        return rounded(value, ROUGH);
    }

    /** As {@link #brief} with six significant digits: the places where runs end, "−1.30644". */
    public static String fine(double value) {
        return rounded(value, FINE);
    }

    private static String rounded(double value, int significant) {
        if (value != value) {
            return "NaN";
        }
        String sign = value < 0 ? "−" : "";
        if (value - value != 0) {
            return sign + "∞";
        }
        if (value == 0) {
            return "0";
        }
        Decimal decimal = Decimal.of(value);
        boolean inFull = decimal.exponent >= significant && decimal.exponent < LARGE;
        decimal = decimal.rounded(inFull ? LARGE : significant);
        if (decimal.exponent < LARGE && decimal.exponent > SMALL) {
            return sign + decimal.plain();
        }
        String mantissa = decimal.mantissa();
        return sign + (mantissa.equals("1") ? "" : mantissa + "·") + power(decimal.exponent);
    }

    /**
     * The shortest text that reads back as the same number, in ASCII: "0.1", "1e-5", "10", "-0.5", "1e300", "nan", "inf", "-inf". An exponent from
     * 10¹⁶ on and below 10⁻⁴, as in Python's repr.
     */
    public static String exact(double value) {
        if (value != value) {
            return "nan";
        }
        String sign = value < 0 || 1 / value < 0 ? "-" : "";
        if (value - value != 0) {
            return sign + "inf";
        }
        if (value == 0) {
            return sign + "0";
        }
        Decimal decimal = Decimal.of(value).shortest(Math.abs(value));
        return sign + (decimal.exponent >= 16 || decimal.exponent < -4 ? decimal.mantissa() + "e" + decimal.exponent : decimal.plain());
    }

    /** A whole number; from five digits on in groups of three by narrow no-break spaces, as in ISO 80000-1. */
    public static String count(long value) {
        String digits = value < 0 ? Long.toString(value).substring(1) : Long.toString(value);
        StringBuilder text = new StringBuilder(value < 0 ? "−" : "");
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && digits.length() > 4 && (digits.length() - i) % 3 == 0) {
                text.append(NARROW_SPACE);
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }

    /** "10⁻³" for −3. */
    public static String power(int exponent) {
        return "10" + raised(exponent);
    }

    /** "⁻³" for −3. */
    public static String raised(int number) {
        return (number < 0 ? "⁻" : "") + written(Math.abs(number), SUPERSCRIPTS);
    }

    /** "₁₂" for 12, as in x₁₂; the number is ≥ 0. */
    public static String lowered(int number) {
        return written(number, SUBSCRIPTS);
    }

    /** The number {@code units} · 10^{@code exponent} with the decimals that the exponent asks for: (5, −2) is "0.05", (−20, −1) is "−2.0". */
    public static String decimal(long units, int exponent) {
        StringBuilder digits = new StringBuilder(Long.toString(Math.abs(units)));
        for (int i = 0; i < exponent && units != 0; i++) {
            digits.append('0');
        }
        while (digits.length() <= -exponent) {
            digits.insert(0, '0');
        }
        if (exponent < 0) {
            digits.insert(digits.length() + exponent, '.');
        }
        return (units < 0 ? "−" : "") + digits;
    }

    private static String written(int number, String alphabet) {
        StringBuilder text = new StringBuilder(Integer.toString(number));
        for (int i = 0; i < text.length(); i++) {
            text.setCharAt(i, alphabet.charAt(text.charAt(i) - '0'));
        }
        return text.toString();
    }

    /** d.ddd · 10^exponent, positive; {@code digits} without zeros at either end. */
    private record Decimal(String digits, int exponent) {
        static Decimal of(double value) {
            String text = Double.toString(Math.abs(value));
            int e = text.indexOf('E');
            String mantissa = e < 0 ? text : text.substring(0, e);
            int point = mantissa.indexOf('.') < 0 ? mantissa.length() : mantissa.indexOf('.');
            String digits = mantissa.replace(".", "");
            int zeros = 0;
            while (digits.charAt(zeros) == '0') {
                zeros++;
            }
            int exponent = point - 1 - zeros + (e < 0 ? 0 : Integer.parseInt(text.substring(e + 1)));
            return new Decimal(trimmed(digits.substring(zeros)), exponent);
        }

        private static String trimmed(String digits) {
            int end = digits.length();
            while (digits.charAt(end - 1) == '0') {
                end--;
            }
            return digits.substring(0, end);
        }

        /** To {@code count} digits at most, half up. */
        Decimal rounded(int count) {
            if (digits.length() <= count) {
                return this;
            }
            String kept = digits.substring(0, count);
            if (digits.charAt(count) < '5') {
                return new Decimal(trimmed(kept), exponent);
            }
            String next = Long.toString(Long.parseLong(kept) + 1);
            return new Decimal(trimmed(next), exponent + next.length() - count);
        }

        /** JDK 17's toString may give a digit too many (bug 4511638): drops digits while the text still reads as {@code value}. */
        Decimal shortest(double value) {
            Decimal best = this;
            while (best.digits.length() > 1) {
                Decimal shorter = best.rounded(best.digits.length() - 1);
                if (Double.parseDouble(shorter.mantissa() + "E" + shorter.exponent) != value) {
                    break;
                }
                best = shorter;
            }
            return best;
        }

        String mantissa() {
            return digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        }

        String plain() {
            StringBuilder text = new StringBuilder(digits);
            for (int i = exponent; i < 0; i++) {
                text.insert(0, '0');
            }
            while (text.length() <= exponent) {
                text.append('0');
            }
            int whole = Math.max(exponent, 0) + 1;
            return whole < text.length() ? text.insert(whole, '.').toString() : text.toString();
        }
    }
}
