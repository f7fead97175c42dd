package descentlab.experiment;

import descentlab.message.Numerals;
import java.util.List;
import java.util.Map;

/** A line of an update rule, computed for given values and written with the numbers put in. */
final class UpdateLine extends UpdateReader<UpdateLine.Term> {
    /** A part of the line: its value, and how it is written with numbers. */
    record Term(double value, String numbers) {
    }

    private final Map<String, Double> values;

    /** @param values of all names; one that is missing is 0 */
    UpdateLine(String text, Map<String, Double> values) {
        super(text);
        this.values = values;
    }

    @Override
    Term binary(char sign, Term a, Term b) {
        double p = a.value;
        double q = b.value;
        return switch (sign) {
            case '+' -> new Term(p + q, a.numbers + " + " + b.numbers);
            case '-' -> new Term(p - q, a.numbers + " − " + b.numbers);
            case '*' -> new Term(p * q, a.numbers + " · " + b.numbers);
            case '/' -> new Term(p / q, a.numbers + "/" + b.numbers);
            default -> new Term(Math.pow(p, q), a.numbers + (q == Math.floor(q) ? Numerals.raised((int) q) : "^" + b.numbers));
        };
    }

    @Override
    Term negative(Term a) {
        return new Term(-a.value, "−" + a.numbers);
    }

    @Override
    Term square(Term a) {
        return new Term(a.value * a.value, a.numbers + "²");
    }

    @Override
    Term bracketed(Term inside) {
        return new Term(inside.value, "(" + inside.numbers + ")");
    }

    @Override
    Term number(String digits) {
        return new Term(Double.parseDouble(digits), digits);
    }

    @Override
    Term name(String name) {
        double value = values.getOrDefault(name, 0.0);
        String number = Numerals.brief(value);
        return new Term(value, value < 0 ? "(" + number + ")" : number);
    }

    @Override
    Term call(String function, List<Term> arguments) {
        StringBuilder numbers = new StringBuilder(function.equals("sqrt") ? "√" : function).append('(');
        for (int i = 0; i < arguments.size(); i++) {
            numbers.append(i > 0 ? ", " : "").append(arguments.get(i).numbers);
        }
        double a = arguments.get(0).value;
        double b = arguments.size() > 1 ? arguments.get(1).value : 0;
        double value = switch (function) {
            case "sqrt" -> Math.sqrt(a);
            case "abs" -> Math.abs(a);
            case "sign" -> Math.signum(a);
            case "min" -> Math.min(a, b);
            case "max" -> Math.max(a, b);
            case "cos" -> Math.cos(a);
            case "floor" -> Math.floor(a);
            case "after" -> a >= b ? 1 : 0;
            case "below" -> a < b ? 1 : 0;
            default -> a != 0 ? b : arguments.get(2).value;
        };
        return new Term(value, numbers.append(')').toString());
    }
}
