package descentlab.optimizer;

/** The correction of an average that began with 0: after t steps it holds the part 1 − βᵗ only (Kingma and Ba, Adam, 2015, section 3). */
final class Bias {
    private Bias() {
    }

    /** corrected[l] = rate[l] / (1 − β[l]ᵗ); the power is taken again only where β changes from lane to lane. */
    static void correct(double[] rate, double[] beta, int t, double[] corrected, int lanes) {
        double known = Double.NaN;
        double inverse = 0;
        for (int l = 0; l < lanes; l++) {
            if (beta[l] != known) {
                known = beta[l];
                inverse = 1 / (1 - Math.pow(known, t));
            }
            corrected[l] = rate[l] * inverse;
        }
    }
}
