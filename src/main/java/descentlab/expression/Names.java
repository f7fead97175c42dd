package descentlab.expression;

import descentlab.message.InputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a name in a formula stands for. Capitals do not matter, and names may run together: xsin(x) is x·sin(x). */
final class Names {
    private static final int FARTHEST_SUGGESTION = 2;
    private static final Map<String, Double> CONSTANTS = Map.of("pi", Math.PI, "π", Math.PI, "e", Math.E, "tau", 2 * Math.PI, "τ", 2 * Math.PI);
    private static final Map<String, Operation> OPERATIONS = new HashMap<>();
    private static final int LONGEST = 8;

    static {
        for (Operation operation : Operation.values()) {
            for (String name : operation.names()) {
                OPERATIONS.put(name, operation);
            }
        }
    }

    private final List<String> variables;

    Names(List<String> variables) {
        this.variables = variables;
    }

    /** The function of a name, or null. */
    Operation operation(String name) {
        return OPERATIONS.get(lower(name));
    }

    /** The variable or constant of a name, or null. */
    Expression leaf(String name) {
        String lower = lower(name);
        Double constant = CONSTANTS.get(lower);
        return variables.contains(lower) ? new Expression.Variable(lower) : constant != null ? new Expression.Number(constant) : null;
    }

    private boolean known(String name) {
        return operation(name) != null || leaf(name) != null;
    }

    /** The name that starts at {@code at}, in the spelling of the text: the longest known one after which the letters go on in known names; null for none. */
    String next(String text, int at) {
        if (at < text.length() && text.charAt(at) == '√') {
            return "√";
        }
        int end = wordEnd(text, at);
        String numbered = end < text.length() ? numbered(text, at, end) : null;
        if (numbered != null) {
            return numbered;
        }
        for (int to = Math.min(end, at + LONGEST); to > at; to--) {
            if (known(text.substring(at, to)) && (to == end || next(text, to) != null)) {
                return text.substring(at, to);
            }
        }
        return null;
    }

    /** log10 or log2 at the end of a word, which is all there is with digits in its name. */
    private String numbered(String text, int at, int end) {
        String word = lower(text.substring(at, end));
        for (String digits : new String[] {"10", "2"}) {
            if (word.equals("log") && text.startsWith(digits, end)) {
                return text.substring(at, end + digits.length());
            }
        }
        return null;
    }

    /** Of the letters A to Z; those of all languages would take a table as large as the rest of the parser. */
    private static String lower(String name) {
        StringBuilder lower = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            lower.append(c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c);
        }
        return lower.toString();
    }

    private static int wordEnd(String text, int at) {
        int end = at;
        while (end < text.length() && Parser.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The mistake of a name that nothing is known of, with the nearest name that there is. */
    InputException unknown(String text, int at) {
        String word = text.substring(at, wordEnd(text, at));
        String nearest = null;
        int least = FARTHEST_SUGGESTION + 1;
        for (String name : OPERATIONS.keySet()) {
            int distance = distance(lower(word), name);
            if (distance < least || distance == least && nearest != null && name.compareTo(nearest) < 0) {
                least = distance;
                nearest = name;
            }
        }
        boolean similar = nearest != null && word.length() > least;
        if (word.length() > 1 && similar) {
            return new InputException(at, word.length(), "formula.similar", word, nearest);
        }
        List<String> letters = new ArrayList<>(variables);
        return new InputException(at, word.length(), "formula.name", word, String.join(", ", letters));
    }

    /** How many letters have to be changed, added, left out or swapped with their neighbour (optimal string alignment). */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > FARTHEST_SUGGESTION) {
            return FARTHEST_SUGGESTION + 1;
        }
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
