package descentlab.survey;

import descentlab.descent.Trajectory;

/**
 * The learning rate range test: one run whose rate grows by the same factor in each step, and what its loss says of a good rate.
 * Source: Smith, Cyclical Learning Rates for Training Neural Networks, 2017, section 3.3; that the rate grows exponentially, and that the rate at which
 * the loss falls fastest is suggested, is the common practice since (fastai's lr_find).
 *
 * @param rate      rate[t] of step t
 * @param loss      loss[t] after that step
 * @param suggested the step at whose rate the loss falls fastest, or −1 where it never falls
 * @param edge      the step from which on the loss is above that at the start, or not finite: how far the rate can be raised; as many as there are where none is
 */
public record RangeTest(double[] rate, double[] loss, int suggested, int edge) {
    /** The fall is taken over so many steps to each side. */
    private static final int REACH = 2;

    public static RangeTest of(Trajectory run) {
        double[] rate = run.rate();
        double[] loss = new double[rate.length];
        int edge = rate.length;
        for (int t = rate.length - 1; t >= 0; t--) {
            loss[t] = run.loss()[t + 1];
            edge = loss[t] <= run.loss()[0] ? edge : t;
        }
        int suggested = -1;
        double steepest = 0;
        for (int t = 0; t < edge; t++) {
            double before = run.loss()[Math.max(0, t + 1 - REACH)];
            double after = run.loss()[Math.min(edge, t + 1 + REACH)];
            if (after - before < steepest) {
                steepest = after - before;
                suggested = t;
            }
        }
        return new RangeTest(rate, loss, suggested, edge);
    }
}
