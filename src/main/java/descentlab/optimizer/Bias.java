package descentlab.optimizer;

/** The correction of an average that began with 0: after t steps it holds the part 1 − βᵗ only (Kingma and Ba, Adam, 2015, section 3). */
final class Bias {
    private Bias() {
    }

    /** 1/(1 − βᵗ). */
    static double correction(double beta, int t) {
        return 1 / (1 - Math.pow(beta, t));
    }
}
