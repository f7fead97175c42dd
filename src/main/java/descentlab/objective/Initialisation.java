package descentlab.objective;

/**
 * What the weights begin with; biases begin at 0. Sources: Glorot and Bengio, Understanding the difficulty of training deep feedforward neural networks,
 * 2010 (torch.nn.init.xavier_uniform_); He et al., Delving deep into rectifiers, 2015 (kaiming_normal_).
 */
enum Initialisation {
    /** All the same, so that the units of a layer never come to differ. */
    ZEROS,
    /** Normal of deviation 0.1. */
    SMALL,
    /** Even within ±√(6/(inputs + units)). */
    XAVIER,
    /** Normal of deviation √(2/inputs). */
    HE,
    /** Normal of deviation 3: saturates tanh and the sigmoid. */
    LARGE;

    static Initialisation named(String word) {
        for (Initialisation each : values()) {
            if (each.name().toLowerCase().equals(word)) {
                return each;
            }
        }
        throw new IllegalArgumentException(word);
    }

    double[] start(Network network, int seed) {
        double[] start = new double[network.dimension()];
        RandomNumbers numbers = new RandomNumbers(seed, -1);
        for (int k = 0; k < network.layers(); k++) {
            for (int i = 0; i < network.weights(k); i++) {
                start[network.firstWeight(k) + i] = weight(numbers, network.inputs(k), network.units(k));
            }
        }
        return start;
    }

    private double weight(RandomNumbers numbers, int inputs, int units) {
        return switch (this) {
            case ZEROS -> 0;
            case SMALL -> 0.1 * numbers.normal();
            case XAVIER -> Math.sqrt(6.0 / (inputs + units)) * numbers.between(-1, 1);
            case HE -> Math.sqrt(2.0 / inputs) * numbers.normal();
            case LARGE -> 3 * numbers.normal();
        };
    }
}
