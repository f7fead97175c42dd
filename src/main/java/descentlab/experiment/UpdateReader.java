package descentlab.experiment;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads one assignment of an update rule or a schedule, such as {@code m = β₁ m + (1 - β₁) g}; what becomes of its parts is for those who read. Names
 * are runs of letters, Greek letters and lowered digits, two operands side by side multiply, where(c, a, b) is a unless c is 0, after(a, b) is 1 from b
 * on and 0 before, below(a, b) is 1 where a < b, else 0.
 *
 * @param <T> what a part of the right side is read as
 */
abstract class UpdateReader<T> {
    private final String text;
    private int at;

    UpdateReader(String text) {
        this.text = text;
    }

    /** The name on the left. */
    final String assigned() {
        return text.substring(0, text.indexOf('=')).trim();
    }

    final T rightSide() {
        at = text.indexOf('=') + 1;
        return sum();
    }

    /** @param sign one of + - * / ^ */
    abstract T binary(char sign, T a, T b);

    abstract T negative(T a);

    abstract T square(T a);

    abstract T bracketed(T inside);

    abstract T number(String digits);

    abstract T name(String name);

    abstract T call(String function, List<T> arguments);

    private T sum() {
        T sum = product();
        while (follows('+') || follows('-')) {
            char sign = take();
            sum = binary(sign, sum, product());
        }
        return sum;
    }

    private T product() {
        if (follows('-')) {
            take();
            return negative(product());
        }
        T product = power();
        while (follows('/') || follows('*') || operandFollows()) {
            char sign = follows('/') || follows('*') ? take() : '*';
            product = binary(sign, product, power());
        }
        return product;
    }

    private T power() {
        T base = operand();
        if (at < text.length() && text.charAt(at) == '²') {
            at++;
            return square(base);
        }
        if (follows('^')) {
            take();
            return binary('^', base, operand());
        }
        return base;
    }

    private T operand() {
        if (follows('(')) {
            take();
            T inside = sum();
            take();
            return bracketed(inside);
        }
        int from = at;
        while (at < text.length() && isName(text.charAt(at))) {
            at++;
        }
        String word = text.substring(from, at);
        if (word.charAt(0) >= '0' && word.charAt(0) <= '9') {
            return number(word);
        }
        return at < text.length() && text.charAt(at) == '(' ? call(word, arguments()) : name(word);
    }

    private List<T> arguments() {
        List<T> arguments = new ArrayList<>();
        do {
            take();
            arguments.add(sum());
        } while (follows(','));
        take();
        return arguments;
    }

    private boolean operandFollows() {
        return follows('(') || at < text.length() && isName(text.charAt(at));
    }

    /** Not ², which raises what stands before it. */
    private static boolean isName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= '0' && c <= '9' || c == '.' || c > 127 && c != '²';
    }

    private boolean follows(char c) {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() && text.charAt(at) == c;
    }

    private char take() {
        return text.charAt(at++);
    }
}
