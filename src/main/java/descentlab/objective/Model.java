package descentlab.objective;

import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.List;

/** What can be fitted to data. All are networks: the first three are one layer, on the inputs or on products of them. */
public enum Model {
    LINEAR("linear", init("zeros", "small", "xavier", "he", "large")),
    POLYNOMIAL("polynomial", Parameter.number("degree", 3, new Range(1, true, 9, true, true)), init("zeros", "small", "xavier", "he", "large")),
    /** Linear, with the sigmoid or softmax in the loss. */
    LOGISTIC("logistic", init("zeros", "small", "xavier", "he", "large")),
    NETWORK("network", Parameter.numbers("layers", List.of(), new Range(1, true, 64, true, true)),
            Parameter.word("activation", "tanh", "relu", "sigmoid", "gelu"), Parameter.flag("bias", true),
            init("xavier", "he", "small", "zeros", "large"));

    public static final List<Declaration> ALL = List.of(LINEAR.declaration, POLYNOMIAL.declaration, LOGISTIC.declaration, NETWORK.declaration);
    private static final int[] NONE = {};

    private final Declaration declaration;

    Model(String name, Parameter... parameters) {
        declaration = new Declaration(name, List.of(parameters));
    }

    /** @param words the default first */
    private static Parameter init(String... words) {
        return Parameter.word("init", words);
    }

    public Declaration declaration() {
        return declaration;
    }

    static Model of(Settings settings) {
        return values()[ALL.indexOf(settings.declaration())];
    }

    static int degree(Settings settings) {
        return of(settings) == POLYNOMIAL ? (int) settings.number("degree") : 1;
    }

    /** Units of the hidden layers. */
    static int[] hidden(Settings settings) {
        if (of(settings) != NETWORK) {
            return NONE;
        }
        List<Double> layers = settings.numbers("layers");
        int[] hidden = new int[layers.size()];
        for (int k = 0; k < hidden.length; k++) {
            hidden[k] = layers.get(k).intValue();
        }
        return hidden;
    }

    static Network network(Settings settings, int inputs, int outputs, int capacity) {
        int[] hidden = hidden(settings);
        int[] sizes = new int[hidden.length + 2];
        sizes[0] = inputs;
        System.arraycopy(hidden, 0, sizes, 1, hidden.length);
        sizes[sizes.length - 1] = outputs;
        boolean network = of(settings) == NETWORK;
        return new Network(sizes, network ? Activation.named(settings.word("activation")) : null, !network || settings.flag("bias"), capacity);
    }
}
