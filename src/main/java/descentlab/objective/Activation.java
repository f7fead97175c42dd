package descentlab.objective;

/**
 * What a hidden unit makes of the weighted sum z of its inputs, elementwise over examples: tanh, ReLU (slope 0 at 0), the sigmoid, and GELU, z·Φ(z)
 * with the normal distribution Φ. Source: documentation of torch.nn, approximate='none' for GELU.
 */
public enum Activation {
    TANH(Activation::tanh, Activation::tanhBack),
    RELU(Activation::relu, Activation::reluBack),
    SIGMOID(Activation::sigmoid, Activation::sigmoidBack),
    GELU(Activation::gelu, Activation::geluBack);

    /** Beyond this Φ is 0 or 1 to all digits. */
    private static final double FAR = 8.5;
    private static final double LOG_ROOT_2PI = 0.91893853320467274178;

    private final Forward forward;
    private final Backward backward;

    Activation(Forward forward, Backward backward) {
        this.forward = forward;
        this.backward = backward;
    }

    private interface Forward {
        void apply(double[] z, double[] a, int n);
    }

    private interface Backward {
        void apply(double[] z, double[] a, double[] delta, int n);
    }

    /** a = activation(z). */
    void apply(double[] z, double[] a, int n) {
        forward.apply(z, a, n);
    }

    /** Turns delta = ∂loss/∂a into ∂loss/∂z. */
    void applyBack(double[] z, double[] a, double[] delta, int n) {
        backward.apply(z, a, delta, n);
    }

    /** Whether its values have a bound that units can be stuck at. */
    static boolean isBounded(String word) {
        return word.equals("tanh") || word.equals("sigmoid");
    }

    /** Whether a value is so near to the bound that hardly any slope is left. */
    static boolean isSaturated(String word, double value) {
        return word.equals("tanh") ? Math.abs(value) > 0.99 : word.equals("sigmoid") && Math.abs(value - 0.5) > 0.495;
    }

    /** As PyTorch's functions are called. */
    public String word() {
        return name().toLowerCase();
    }

    /** The activation of a word, or null. */
    public static Activation named(String word) {
        for (Activation each : values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        return null;
    }

    private static void tanh(double[] z, double[] a, int n) {
        Exponential exponential = Exponential.SHARED;
        for (int e = 0; e < n; e++) {
            a[e] = exponential.tanh(z[e]);
        }
    }

    private static void tanhBack(double[] z, double[] a, double[] delta, int n) {
        for (int e = 0; e < n; e++) {
            delta[e] *= 1 - a[e] * a[e];
        }
    }

    private static void relu(double[] z, double[] a, int n) {
        for (int e = 0; e < n; e++) {
            a[e] = z[e] < 0 ? 0 : z[e];
        }
    }

    private static void reluBack(double[] z, double[] a, double[] delta, int n) {
        for (int e = 0; e < n; e++) {
            delta[e] = z[e] <= 0 ? 0 : delta[e];
        }
    }

    private static void sigmoid(double[] z, double[] a, int n) {
        Exponential exponential = Exponential.SHARED;
        for (int e = 0; e < n; e++) {
            a[e] = exponential.sigmoid(z[e]);
        }
    }

    private static void sigmoidBack(double[] z, double[] a, double[] delta, int n) {
        for (int e = 0; e < n; e++) {
            delta[e] *= a[e] * (1 - a[e]);
        }
    }

    private static void gelu(double[] z, double[] a, int n) {
        for (int e = 0; e < n; e++) {
            a[e] = z[e] * normal(z[e]);
        }
    }

    private static void geluBack(double[] z, double[] a, double[] delta, int n) {
        for (int e = 0; e < n; e++) {
            delta[e] *= normal(z[e]) + z[e] * Math.exp(-0.5 * z[e] * z[e] - LOG_ROOT_2PI);
        }
    }

    /** Φ(x) by its series. Source: Marsaglia, Evaluating the normal distribution, Journal of Statistical Software, 2004. */
    private static double normal(double x) {
        if (x < -FAR || x > FAR) {
            return x < 0 ? 0 : 1;
        }
        double sum = x;
        double term = x;
        double before = 0;
        for (int k = 3; sum != before && sum == sum; k += 2) {
            before = sum;
            term *= x * x / k;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-0.5 * x * x - LOG_ROOT_2PI);
    }
}
