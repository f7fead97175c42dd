package descentlab.experiment;

import descentlab.message.Numerals;

/** Writes JSON; a number that is not finite stands as "nan", "inf" or "-inf", as in the traces of PyTorch that the tests hold. */
final class Json {
    private Json() {
    }

    static String number(double value) {
        String text = Numerals.exact(value);
        return value - value == 0 ? text : '"' + text + '"';
    }

    static String numbers(double[] values) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < values.length; i++) {
            text.append(i > 0 ? "," : "").append(number(values[i]));
        }
        return text.append(']').toString();
    }

    static String string(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || c == '\u2028' || c == '\u2029' || c >= '\uD800' && c <= '\uDFFF') {
                String hex = Integer.toHexString(c);
                text.append("\\u").append("0000".substring(hex.length())).append(hex);
            } else {
                text.append(c);
            }
        }
        return text.append('"').toString();
    }
}
