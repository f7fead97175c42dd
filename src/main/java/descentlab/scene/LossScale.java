package descentlab.scene;

import java.util.List;

/**
 * How losses stand on the vertical axis. A run that explodes does not set the range, or it would flatten all others to one line: it leaves the
 * picture, and an arrow says where to.
 *
 * @param logarithmic whether {@link #of} is the logarithm to base 10
 * @param shift       taken off each loss before the logarithm: the lowest loss seen where that is below 0, else 0
 * @param min         the lower end of the axis, as {@link #of} gives it
 * @param max         the upper end
 * @param zero        whether some loss has no logarithm and so no place on the axis
 */
record LossScale(boolean logarithmic, double shift, double min, double max, boolean zero) {
    /** A run counts as exploding when it rises to this many times the height that the runs start with above the lowest loss. */
    private static final double EXPLODING = 5;
    /** How many times that height is shown when every run explodes. */
    private static final double ALL_EXPLODING = 10;
    /** Beside others, a run falls for ever when it fell this many times as far as in its first steps, the last step being a good part of it. */
    private static final double FALLING = 20;
    private static final double STILL = 0.05;
    private static final int FIRST = 5;
    /** Powers of ten that a logarithmic axis shows above the runs that do not explode, and below them: doubles hold no more of a difference. */
    private static final double DECADES_ABOVE = 3;
    private static final double DECADES_BELOW = 17;
    private static final double MARGIN = 0.06;
    private static final double LOG10 = Math.log(10);

    static LossScale fit(List<RunPicture> runs, boolean logarithmic) {
        double low = Double.POSITIVE_INFINITY;
        for (RunPicture run : runs) {
            low = Math.min(low, lowest(run));
        }
        if (low == Double.POSITIVE_INFINITY) {
            return new LossScale(false, 0, 0, 1, false);
        }
        return logarithmic ? logarithmic(runs, low) : linear(runs, low);
    }

    /** A loss in the units of the axis; −∞ where it has no logarithm, NaN for NaN. */
    double of(double loss) {
        if (!logarithmic) {
            return loss;
        }
        double above = loss - shift;
        return above <= 0 ? Double.NEGATIVE_INFINITY : Math.log(above) / LOG10;
    }

    private static LossScale linear(List<RunPicture> runs, double lowest) {
        double start = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        double early = Double.POSITIVE_INFINITY;
        for (RunPicture run : runs) {
            if (RunPicture.finite(run.loss(0))) {
                start = Math.max(start, run.loss(0));
                early = Math.min(early, early(run));
            }
            low = falling(run) ? low : Math.min(low, lowest(run));
        }
        boolean company = low < Double.POSITIVE_INFINITY;
        low = company ? low : lowest;
        double height = start - low > 1e-3 * early ? start - low : early;
        low = company ? Math.max(lowest, low - (lowest < low ? height : 0)) : low;
        double high = start;
        boolean exploding = false;
        boolean steady = false;
        for (RunPicture run : runs) {
            double highest = highest(run);
            if (highest <= low + EXPLODING * height) {
                high = Math.max(high, highest);
                steady = steady || !falling(run);
            } else {
                exploding = true;
            }
        }
        if (exploding) {
            high = Math.max(high, low + (steady ? 1.25 : ALL_EXPLODING) * height);
        }
        return withMargin(false, 0, low, high, false);
    }

    private static LossScale logarithmic(List<RunPicture> runs, double lowest) {
        LossScale raw = new LossScale(true, Math.min(lowest, 0), 0, 1, false);
        double bound = linear(runs, lowest).max;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double steadyHigh = Double.NEGATIVE_INFINITY;
        boolean zero = false;
        for (RunPicture run : runs) {
            boolean steady = highest(run) <= bound;
            for (int t = 0; t <= run.trajectory().steps(); t++) {
                double value = raw.of(run.loss(t));
                zero = zero || value == Double.NEGATIVE_INFINITY;
                if (RunPicture.finite(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                    steadyHigh = steady ? Math.max(steadyHigh, value) : steadyHigh;
                }
            }
        }
        if (high < low) {
            return new LossScale(true, raw.shift, -1, 1, zero);
        }
        if (steadyHigh >= low) {
            low = Math.max(low, steadyHigh - DECADES_BELOW);
            high = Math.min(high, steadyHigh + Math.max(DECADES_ABOVE, (steadyHigh - low) / 3));
        }
        return withMargin(true, raw.shift, low, high, zero);
    }

    private static LossScale withMargin(boolean logarithmic, double shift, double low, double high, boolean zero) {
        double span = high - low;
        double least = logarithmic ? 0.5 : 1e-9 * Math.max(Math.abs(low), Math.abs(high));
        double margin = span > least ? MARGIN * span : logarithmic ? 0.5 : Math.max(1, Math.abs(low) / 10);
        return new LossScale(logarithmic, shift, low - margin, high + margin, zero);
    }

    private static double lowest(RunPicture run) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int t = 0; t <= run.trajectory().steps(); t++) {
            lowest = RunPicture.finite(run.loss(t)) ? Math.min(lowest, run.loss(t)) : lowest;
        }
        return lowest;
    }

    /** May be infinite; NaN does not count. */
    private static double highest(RunPicture run) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int t = 0; t <= run.trajectory().steps(); t++) {
            highest = Math.max(highest, run.loss(t) != run.loss(t) ? Double.NEGATIVE_INFINITY : run.loss(t));
        }
        return highest;
    }

    private static double early(RunPicture run) {
        double early = 0;
        for (int t = 1; t <= Math.min(FIRST, run.trajectory().steps()); t++) {
            double change = Math.abs(run.loss(t) - run.loss(0));
            early = RunPicture.finite(change) ? Math.max(early, change) : early;
        }
        return early;
    }

    private static boolean falling(RunPicture run) {
        int last = run.trajectory().steps();
        double fall = run.loss(0) - lowest(run);
        boolean far = fall > FALLING * early(run);
        boolean still = last > 0 && run.loss(last - 1) - run.loss(last) < STILL * fall;
        return far && !still;
    }
}
