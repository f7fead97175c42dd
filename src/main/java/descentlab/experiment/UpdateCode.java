package descentlab.experiment;

import java.util.List;
import java.util.Map;

/** A line of an update rule (see {@link UpdateLine}) as a line of NumPy, for all coordinates at once, or of Java, for coordinate i. */
final class UpdateCode {
    /** The letters of the lines as names that both languages take. */
    static final Map<String, String> NAMES = Map.ofEntries(Map.entry("η", "lr"), Map.entry("β₁", "beta1"), Map.entry("β₂", "beta2"),
            Map.entry("m̂", "m_hat"), Map.entry("v̂", "v_hat"), Map.entry("ε", "eps"), Map.entry("μ", "mu"), Map.entry("λ", "weight_decay"),
            Map.entry("δ", "dampening"), Map.entry("κ", "lr_decay"), Map.entry("s₀", "s_0"), Map.entry("α", "alpha"), Map.entry("ρ", "rho"),
            Map.entry("ψ", "psi"), Map.entry("ν", "shrink"), Map.entry("σ", "grow"), Map.entry("ω", "least"), Map.entry("Ω", "most"),
            Map.entry("φ", "lambd"), Map.entry("θ", "f_star"), Map.entry("f", "loss"), Map.entry("n", "norm2"));

    private final String text;
    private final boolean java;
    /** The names that are arrays in Java. */
    private final List<String> arrays;
    private int at;

    private UpdateCode(String text, boolean java, List<String> arrays) {
        this.text = text;
        this.java = java;
        this.arrays = arrays;
    }

    static String of(String line, boolean java, List<String> arrays) {
        int equals = line.indexOf('=');
        UpdateCode code = new UpdateCode(line.substring(equals + 1), java, arrays);
        return code.name(line.substring(0, equals).trim()) + " = " + code.sum() + (java ? ";" : "");
    }

    private String name(String name) {
        String plain = NAMES.getOrDefault(name, name);
        return java && arrays.contains(name) ? plain + "[i]" : plain;
    }

    private String sum() {
        String sum = product();
        while (follows('+') || follows('-')) {
            sum = sum + " " + take() + " " + product();
        }
        return sum;
    }

    private String product() {
        if (follows('-')) {
            take();
            return "-" + product();
        }
        String product = power();
        while (true) {
            if (follows('/')) {
                take();
                product = product + " / " + power();
            } else if (follows('*')) {
                take();
                product = product + " * " + power();
            } else if (at < text.length() && (isName(text.charAt(at)) || text.charAt(at) == '(')) {
                product = product + " * " + power();
            } else {
                return product;
            }
        }
    }

    private String power() {
        String base = operand();
        boolean square = at < text.length() && text.charAt(at) == '²';
        if (!square && !follows('^')) {
            return base;
        }
        at++;
        String exponent = square ? "2" : operand();
        return java ? "Math.pow(" + base + ", " + exponent + ")" : base + " ** " + exponent;
    }

    private String operand() {
        blanks();
        if (follows('(')) {
            take();
            String inside = sum();
            take();
            return "(" + inside + ")";
        }
        int from = at;
        while (at < text.length() && isName(text.charAt(at))) {
            at++;
        }
        String word = text.substring(from, at);
        return at < text.length() && text.charAt(at) == '(' ? call(word) : name(word);
    }

    private String call(String function) {
        take();
        String a = sum();
        String b = follows(',') ? next() : "";
        String c = follows(',') ? next() : "";
        take();
        if (function.equals("where") && java) {
            return "(" + a + " != 0 ? " + b + " : " + c + ")";
        }
        String name = java ? "Math." + (function.equals("sign") ? "signum" : function)
                : "np." + function + (function.equals("min") || function.equals("max") ? "imum" : "");
        return name + "(" + a + (b.isEmpty() ? "" : ", " + b) + (c.isEmpty() ? "" : ", " + c) + ")";
    }

    private String next() {
        take();
        return sum();
    }

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
