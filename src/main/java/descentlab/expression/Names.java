package descentlab.expression;

import descentlab.expression.Expression.Number;
import descentlab.expression.Expression.Variable;
import descentlab.message.InputException;
import descentlab.message.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a name in a formula stands for. Capitals do not matter, and names may run together: xsin(x) is x·sin(x). */
final class Names {
    /** Not of {@link Map#of}: what it compares may be anything to the compiler, and equals and hashCode of all classes are 2 kB of the first load. */
    private static final Map<String, Double> CONSTANTS = new HashMap<>();
    private static final Map<String, Operation> FUNCTIONS = new HashMap<>();
    /**
     * Letters that stand for numbers to be set, alone or beside another (ax, 2k); in longer words they would make sense of every slip. Not those that
     * are read as variables elsewhere, nor e, f and the letters for indices.
     */
    private static final String PARAMETERS = "abcdkmnpqrs";
    private static final int LONGEST_WITH_PARAMETER = 2;
    private static final int LONGEST = 8;

    static {
        CONSTANTS.put("pi", Math.PI);
        CONSTANTS.put("π", Math.PI);
        CONSTANTS.put("e", Math.E);
        CONSTANTS.put("tau", 2 * Math.PI);
        CONSTANTS.put("τ", 2 * Math.PI);
        for (Operation operation : Operation.values()) {
            for (String name : operation.names()) {
                FUNCTIONS.put(name, operation);
            }
        }
    }

    private final List<String> variables;

    Names(List<String> variables) {
        this.variables = variables;
    }

    static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == 'π' || c == 'τ';
    }

    /** The name of the inverse of a function, or null where it has none. */
    static String inverse(Operation function) {
        String name = "a" + function.names().get(0);
        return FUNCTIONS.containsKey(name) ? name : null;
    }

    /** Adds the names that the letters from {@code from} on are made of, the longest names first. */
    void read(String text, int from, List<Token> tokens) throws InputException {
        String word = word(text, from);
        int[] lengths = lengths(word);
        if (lengths[0] == 0) {
            throw unknown(word, from, lengths);
        }
        if (looksLikeFunction(word, text, from + word.length())) {
            throw new InputException(from, word.length(), "formula.name", word, String.join(", ", variables));
        }
        for (int at = 0; at < word.length(); at += lengths[at]) {
            tokens.add(token(word.substring(at, at + lengths[at]), from + at));
        }
    }

    /** sn(x) is a slip for a function, not s·n·x. */
    private static boolean looksLikeFunction(String word, String text, int end) {
        boolean letters = word.length() == 2 && isParameter(word.substring(0, 1)) && isParameter(word.substring(1));
        return letters && end < text.length() && text.charAt(end) == '(';
    }

    private Token token(String name, int from) {
        Operation function = FUNCTIONS.get(name);
        if (function != null) {
            return Token.function(from, name.length(), function);
        }
        Expression leaf = CONSTANTS.containsKey(name) ? new Number(CONSTANTS.get(name)) : new Variable(name);
        return Token.leaf(Token.Kind.NAME, from, name.length(), leaf);
    }

    /** The letters in lower case; log10 and log2 take their digits along, but log100 and log2.5 are logarithms of 100 and 2.5. */
    private static String word(String text, int from) {
        StringBuilder word = new StringBuilder();
        int end = from;
        while (end < text.length() && isLetter(text.charAt(end))) {
            char c = text.charAt(end++);
            word.append(c <= 'Z' ? (char) (c - 'A' + 'a') : c);
        }
        int number = end;
        while (number < text.length() && (text.charAt(number) >= '0' && text.charAt(number) <= '9' || text.charAt(number) == '.')) {
            number++;
        }
        String digits = text.substring(end, number);
        boolean base = word.length() >= 3 && word.lastIndexOf("log") == word.length() - 3 && (digits.equals("10") || digits.equals("2"));
        return base ? word.append(digits).toString() : word.toString();
    }

    /** For each place of the word the length of the longest name there after which the rest is names too; 0 for none. */
    private int[] lengths(String word) {
        int[] lengths = new int[word.length() + 1];
        for (int at = word.length() - 1; at >= 0; at--) {
            for (int length = 1; length <= LONGEST && at + length <= word.length(); length++) {
                boolean rest = at + length == word.length() || lengths[at + length] > 0;
                String name = word.substring(at, at + length);
                boolean parameter = word.length() <= LONGEST_WITH_PARAMETER && isParameter(name);
                if (rest && (isKnown(name) || parameter)) {
                    lengths[at] = length;
                }
            }
        }
        return lengths;
    }

    /** Whether a name can stand for a number to be set. */
    static boolean isParameter(String name) {
        return name.length() == 1 && PARAMETERS.contains(name);
    }

    private boolean isKnown(String name) {
        return FUNCTIONS.containsKey(name) || CONSTANTS.containsKey(name) || variables.contains(name);
    }

    /** The mistake of a word that is not made of names: with the nearest name, or marking the part that is none. */
    private InputException unknown(String word, int from, int[] lengths) {
        List<String> names = new ArrayList<>(FUNCTIONS.keySet());
        names.addAll(CONSTANTS.keySet());
        String nearest = Spelling.nearest(word, names);
        if (nearest != null) {
            return new InputException(from, word.length(), "formula.similar", word, nearest);
        }
        int start = 0;
        for (int length = LONGEST; length > 0; length--) {
            if (start + length < word.length() && isKnown(word.substring(start, start + length))) {
                start += length;
                length = LONGEST + 1;
            }
        }
        int end = start + 1;
        while (end < word.length() && lengths[end] == 0) {
            end++;
        }
        String key = end - start == 1 ? "formula.variable" : "formula.name";
        return new InputException(from + start, end - start, key, word.substring(start, end), String.join(", ", variables));
    }
}
