package descentlab.experiment;

import descentlab.message.Numerals;
import java.util.Map;

/**
 * One assignment of an update rule, such as {@code m = β₁ m + (1 - β₁) g}: computed for given values, and written with the numbers put in. Names are
 * runs of letters, Greek letters and lowered digits, blanks between two operands multiply, where(c, a, b) is a unless c is 0.
 */
final class UpdateLine {
    private final String text;
    private final int begin;
    private final Map<String, Double> values;
    private final StringBuilder numbers = new StringBuilder();
    private int at;

    /** @param values of all names; one that is missing is 0 */
    UpdateLine(String text, Map<String, Double> values) {
        this.text = text;
        this.values = values;
        begin = text.indexOf('=') + 1;
    }

    /** The name on the left. */
    String name() {
        return text.substring(0, begin - 1).trim();
    }

    /** Computes the right side. */
    double value() {
        at = begin;
        numbers.setLength(0);
        return sum();
    }

    /** The right side with the numbers in the places of the names; after {@link #value}. */
    String numbers() {
        return numbers.toString();
    }

    /** As it is shown: m ← β₁ m + (1 − β₁) g. */
    static String shown(String text) {
        return text.replace(" = ", " ← ").replace("-", "−").replace("*", "·").replace("sqrt", "√").replace("^t", "ᵗ");
    }

    private double sum() {
        double sum = product();
        while (follows('+') || follows('-')) {
            char sign = take();
            numbers.append(sign == '+' ? " + " : " − ");
            double next = product();
            sum = sign == '+' ? sum + next : sum - next;
        }
        return sum;
    }

    private double product() {
        if (follows('-')) {
            take();
            numbers.append('−');
            return -product();
        }
        double product = power();
        while (true) {
            if (follows('/')) {
                take();
                numbers.append('/');
                product /= power();
            } else if (follows('*') || operandFollows()) {
                at += follows('*') ? 1 : 0;
                numbers.append(" · ");
                product *= power();
            } else {
                return product;
            }
        }
    }

    private double power() {
        double base = operand();
        if (at < text.length() && text.charAt(at) == '²') {
            at++;
            numbers.append('²');
            return base * base;
        }
        if (follows('^')) {
            take();
            int from = numbers.length();
            double exponent = operand();
            if (exponent == Math.floor(exponent)) {
                numbers.setLength(from);
                numbers.append(Numerals.raised((int) exponent));
            } else {
                numbers.insert(from, '^');
            }
            return Math.pow(base, exponent);
        }
        return base;
    }

    private double operand() {
        blanks();
        if (follows('(')) {
            take();
            numbers.append('(');
            double inside = sum();
            take();
            numbers.append(')');
            return inside;
        }
        int from = at;
        while (at < text.length() && isName(text.charAt(at))) {
            at++;
        }
        String word = text.substring(from, at);
        if (word.charAt(0) >= '0' && word.charAt(0) <= '9') {
            numbers.append(word);
            return Double.parseDouble(word);
        }
        return at < text.length() && text.charAt(at) == '(' ? call(word) : known(word);
    }

    private double known(String name) {
        double value = values.getOrDefault(name, 0.0);
        String number = Numerals.brief(value);
        numbers.append(value < 0 ? "(" + number + ")" : number);
        return value;
    }

    private double call(String function) {
        double[] arguments = new double[3];
        numbers.append(function.equals("sqrt") ? "√" : function).append('(');
        int count = 0;
        do {
            take();
            numbers.append(count > 0 ? ", " : "");
            arguments[count++] = sum();
        } while (follows(','));
        take();
        numbers.append(')');
        double a = arguments[0];
        double b = arguments[1];
        return switch (function) {
            case "sqrt" -> Math.sqrt(a);
            case "abs" -> Math.abs(a);
            case "sign" -> Math.signum(a);
            case "min" -> Math.min(a, b);
            case "max" -> Math.max(a, b);
            default -> a != 0 ? b : arguments[2];
        };
    }

    private boolean operandFollows() {
        blanks();
        return at < text.length() && (isName(text.charAt(at)) || text.charAt(at) == '(');
    }

    /** Not ², which raises what stands before it. */
    private static boolean isName(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c > 127 && c != '²';
    }

    private void blanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private boolean follows(char c) {
        blanks();
        return at < text.length() && text.charAt(at) == c;
    }

    private char take() {
        blanks();
        return text.charAt(at++);
    }
}
