package descentlab.experiment;

import java.util.List;
import java.util.Map;

/** A line of an update rule as a line of NumPy, for all coordinates at once, or of Java, for coordinate i. */
class UpdateCode extends UpdateReader<String> {
    /** The letters of the lines as names that both languages take. */
    static final Map<String, String> NAMES = Working.table("η", "lr", "β₁", "beta1", "β₂", "beta2", "m̂", "m_hat", "v̂", "v_hat", "ε", "eps", "μ", "mu", "λ", "weight_decay", "δ", "dampening",
            "κ", "lr_decay", "s₀", "s_0", "α", "alpha", "ρ", "rho", "ψ", "psi", "ν", "shrink", "σ", "grow", "ω", "least", "Ω", "most", "φ", "lambd",
            "θ", "f_star", "f", "loss", "n", "norm2");

    private final boolean java;
    /** The names that are arrays in Java. */
    private final List<String> arrays;

    UpdateCode(String text, boolean java, List<String> arrays) {
        super(text);
        this.java = java;
        this.arrays = arrays;
    }

    static String of(String line, boolean java, List<String> arrays) {
        return new UpdateCode(line, java, arrays).assignment();
    }

    final String assignment() {
        return name(assigned()) + " = " + rightSide() + (java ? ";" : "");
    }

    @Override
    String binary(char sign, String a, String b) {
        if (sign != '^') {
            return a + " " + sign + " " + b;
        }
        return java ? "Math.pow(" + a + ", " + b + ")" : a + " ** " + b;
    }

    @Override
    String negative(String a) {
        return "-" + a;
    }

    @Override
    String square(String a) {
        return binary('^', a, "2");
    }

    @Override
    String bracketed(String inside) {
        return "(" + inside + ")";
    }

    @Override
    String number(String digits) {
        return digits;
    }

    @Override
    String name(String name) {
        String plain = NAMES.getOrDefault(name, name);
        return java && arrays.contains(name) ? plain + "[i]" : plain;
    }

    @Override
    String call(String function, List<String> arguments) {
        if (function.equals("where") && java) {
            return "(" + arguments.get(0) + " != 0 ? " + arguments.get(1) + " : " + arguments.get(2) + ")";
        }
        String name = java ? "Math." + (function.equals("sign") ? "signum" : function)
                : "np." + function + (function.equals("min") || function.equals("max") ? "imum" : "");
        return name + "(" + String.join(", ", arguments) + ")";
    }
}
