package descentlab.expression;

import descentlab.message.Numerals;

/** The leaves of a typeset formula: numbers as short as they are known by (π, 2π, ⅓, 10⁻⁵), and the names of functions. */
final class Typeface {
    private static final String DOT = "·";
    /** Longer numbers come from calculation, not from typing; they are tried as a fraction or a multiple of π, and rounded. */
    private static final int LONGEST = 14;
    private static final int LARGEST_DENOMINATOR = 12;
    private static final int LARGEST_MULTIPLE = 1000;
    private static final double ROUNDING = 4e-16;

    private Typeface() {
    }

    static Markup number(double value) {
        if (value < 0) {
            return Markup.of("mrow", Markup.leaf("mo", "−"), number(-value));
        }
        if (isLetter(value)) {
            return Markup.leaf("mi", value == Math.E ? "e" : "π");
        }
        if (isMultipleOfPi(value)) {
            return Markup.of("mrow", whole(value / Math.PI), Markup.leaf("mo", "\u2062"), Markup.leaf("mi", "π"));
        }
        if (isFraction(value)) {
            int denominator = denominator(value);
            return Markup.of("mfrac", whole(value * denominator), whole(denominator));
        }
        return decimal(value);
    }

    /** Whether it is one sign or one row of digits, which needs no brackets anywhere. */
    static boolean isSingle(double value) {
        return isPlain(value) && !isMultipleOfPi(value);
    }

    /** Whether it is one row: digits, π or 2π, and neither a fraction nor a power of ten. */
    static boolean isPlain(double value) {
        return isLetter(value) || !isFraction(value) && !isScientific(value);
    }

    static boolean isScientific(double value) {
        return text(Math.abs(value)).indexOf('e') >= 0 && !isMultipleOfPi(Math.abs(value));
    }

    static boolean isLetter(double value) {
        return value == Math.PI || value == Math.E;
    }

    static boolean isFraction(double value) {
        return !isMultipleOfPi(value) && denominator(value) > 0;
    }

    static Markup name(Operation operation) {
        return switch (operation) {
            case LOG10 -> Markup.of("msub", Markup.leaf("mi", "log"), Markup.leaf("mn", "10"));
            case LOG2 -> Markup.of("msub", Markup.leaf("mi", "log"), Markup.leaf("mn", "2"));
            case SOFTPLUS_SLOPE -> name(Operation.SIGMOID);
            default -> Markup.leaf("mi", operation.names().get(0));
        };
    }

    private static Markup whole(double value) {
        return Markup.leaf("mn", Numerals.exact(Math.floor(value + 0.5)));
    }

    private static Markup decimal(double value) {
        String text = text(value);
        int e = text.indexOf('e');
        if (e < 0) {
            return Markup.leaf("mn", text);
        }
        String exponent = text.substring(e + 1);
        Markup raised = exponent.charAt(0) == '-' ? Markup.of("mrow", Markup.leaf("mo", "−"), Markup.leaf("mn", exponent.substring(1)))
                : Markup.leaf("mn", exponent);
        Markup power = Markup.of("msup", Markup.leaf("mn", "10"), raised);
        String mantissa = text.substring(0, e);
        return mantissa.equals("1") ? power : Markup.of("mrow", Markup.leaf("mn", mantissa), Markup.leaf("mo", DOT), power);
    }

    /** Of a number ≥ 0 or NaN, with an exponent as in 1e-5. */
    private static String text(double value) {
        if (value - value != 0) {
            return Numerals.brief(value);
        }
        String exact = Numerals.exact(value);
        int e = exact.indexOf('e');
        if ((e < 0 ? exact.length() : e) <= LONGEST) {
            return exact;
        }
        double digits = Double.parseDouble(e < 0 ? exact : exact.substring(0, e));
        return digits >= 1e5 ? exact : Numerals.fine(digits) + (e < 0 ? "" : exact.substring(e));
    }

    private static boolean isMultipleOfPi(double value) {
        double multiple = Math.floor(value / Math.PI + 0.5);
        return multiple > 1 && multiple < LARGEST_MULTIPLE && Math.abs(multiple * Math.PI - value) <= ROUNDING * value;
    }

    /** Of a number such as 0.333…, whose decimals have no end; 0 where there is none up to 12. */
    private static int denominator(double value) {
        if (!(value < LARGEST_MULTIPLE) || text(value).indexOf('e') >= 0 || Numerals.exact(value).length() <= LONGEST) {
            return 0;
        }
        for (int denominator = 3; denominator <= LARGEST_DENOMINATOR; denominator++) {
            double numerator = Math.floor(value * denominator + 0.5);
            if (numerator > 0 && Math.abs(numerator / denominator - value) <= ROUNDING * value) {
                return denominator;
            }
        }
        return 0;
    }
}
