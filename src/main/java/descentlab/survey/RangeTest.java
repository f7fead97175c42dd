package descentlab.survey;

import descentlab.descent.Trajectory;
import java.util.Arrays;

/**
 * The learning rate range test: one run whose rate grows by the same factor in each step, and what its loss says of a good rate.
 * Source: Smith, Cyclical Learning Rates for Training Neural Networks, 2017, section 3.3; that the rate grows exponentially, and that the rate at which
 * the loss falls fastest is suggested, is the common practice since (fastai's lr_find).
 *
 * @param rate      rate[t] of step t
 * @param loss      loss[t] after that step
 * @param suggested the step at whose rate the loss, smoothed, falls fastest on its way to its lowest; −1 where it never falls
 * @param edge      the first step behind the lowest loss after which it is above that at the start, or not finite: how far the rate can be raised; as many
 *                  as there are where none is
 */
public record RangeTest(double[] rate, double[] loss, int suggested, int edge) {
    /** The fall is taken over so many steps to each side. */
    private static final int REACH = 2;
    private static final int NEIGHBOURS = 4;
    /** A fall by less than this part of the loss is none. */
    private static final double ROUNDING = 1e-12;

    public static RangeTest of(Trajectory run) {
        double[] values = run.loss();
        double[] smooth = smooth(values);
        int lowest = 0;
        for (int t = 0; t < smooth.length; t++) {
            lowest = smooth[t] < smooth[lowest] ? t : lowest;
        }
        int edge = lowest;
        while (edge < smooth.length && !(values[edge] > values[0] && smooth[edge] > smooth[0])) {
            edge++;
        }
        int suggested = -1;
        double steepest = smooth.length == 0 ? 0 : -ROUNDING * Math.abs(smooth[0]);
        for (int t = 0; t < lowest; t++) {
            double fall = smooth[Math.min(lowest, t + 1 + REACH)] - smooth[Math.max(0, t + 1 - REACH)];
            if (fall < steepest) {
                steepest = fall;
                suggested = t;
            }
        }
        return new RangeTest(run.rate(), Arrays.copyOfRange(values, 1, values.length), suggested, Math.max(0, edge - 1));
    }

    /** Means over neighbours, as far as values are finite: with mini-batches the loss is noisy. */
    private static double[] smooth(double[] values) {
        int count = 0;
        while (count < values.length && values[count] - values[count] == 0) {
            count++;
        }
        double[] smooth = new double[count];
        for (int t = 0; t < smooth.length; t++) {
            int from = Math.max(0, t - NEIGHBOURS);
            int to = Math.min(smooth.length - 1, t + NEIGHBOURS);
            for (int k = from; k <= to; k++) {
                smooth[t] += values[k] / (to - from + 1);
            }
        }
        return smooth;
    }
}
