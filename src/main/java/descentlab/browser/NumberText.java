package descentlab.browser;

import org.teavm.jso.JSBody;

/**
 * Doubles as text and back by JavaScript's own conversions, which are exact and shortest (ECMA-262, Number::toString). {@link NumbersPlugin} puts
 * them in the place of the class library's, whose tables would be a sixth of the compiled program.
 */
final class NumberText {
    private NumberText() {
    }

    /** As {@link Double#toString(double)} writes it, but with an exponent only from 10²¹ on and below 10⁻⁶. */
    @JSBody(params = "value", script = "var text = Object.is(value, -0) ? '-0' : String(value);"
            + "if (!isFinite(value)) return text;"
            + "var e = text.indexOf('e');"
            + "var mantissa = e < 0 ? text : text.substring(0, e);"
            + "if (mantissa.indexOf('.') < 0) mantissa += '.0';"
            + "return e < 0 ? mantissa : mantissa + 'E' + Number(text.substring(e + 1));")
    static native String of(double value);

    /** The number that a text is, as {@link Double#parseDouble} reads decimal ones. */
    static double parse(String text) {
        double value = number(text);
        if (value != value) {
            throw new NumberFormatException();
        }
        return value;
    }

    @JSBody(params = "text", script = "return /^\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?\\s*$/.test(text) ? Number(text) : NaN;")
    private static native double number(String text);
}
