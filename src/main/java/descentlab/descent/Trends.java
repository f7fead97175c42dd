package descentlab.descent;

import descentlab.descent.Verdict.Learning;
import descentlab.descent.Verdict.Trend;

/** Where the loss of a run is going, told from its course so far. */
final class Trends {
    /** A fall of less than this part of the first loss is hardly one. */
    private static final double BARELY = 0.05;
    /** A fall in the last quarter of less than this part of the whole fall is hardly one any more. */
    private static final double LEVEL = 0.01;
    /** The loss jumps where it rises in more than this part of the steps, but not in nearly all, by this part of the first loss. */
    private static final double JUMPING = 0.25;
    private static final double ALWAYS = 0.9;
    private static final double HIGH = 0.1;
    /** A loss that ends so many times as high as it began is on its way to infinity. */
    private static final double EXPLODED = 1e3;

    private Trends() {
    }

    /** @param epoch steps whose losses are taken together; a run of fewer than four times as many takes a quarter of its own */
    static Verdict of(Trajectory run, int epoch) {
        int steps = run.steps();
        int window = Math.max(1, Math.min(epoch, steps / 4));
        double first = mean(run.loss(), 0, window);
        double last = mean(run.loss(), steps + 1 - window, steps + 1);
        if (last > EXPLODED * Math.max(Math.abs(first), 1)) {
            return new Verdict.Diverged(-1, steps, run.point(steps), Math.pow(last / first, 1.0 / steps), false);
        }
        double low = last;
        double high = last;
        int rises = 0;
        for (int t = steps / 2 + 1; t <= steps; t++) {
            rises += run.loss()[t] > run.loss()[t - 1] ? 1 : 0;
            low = Math.min(low, run.loss()[t]);
            high = Math.max(high, run.loss()[t]);
        }
        int end = Math.max(window, steps + 1 - Math.max(window, steps / 4));
        double before = mean(run.loss(), end - window, end);
        double rising = steps < 2 ? 0 : rises / Math.ceil(steps / 2.0);
        boolean jumps = epoch == 1 && rising > JUMPING && rising < ALWAYS && high - low > HIGH * Math.abs(first);
        double fall = first - last;
        Trend trend = jumps ? Trend.JUMPING : fall < 0 ? Trend.RISING : fall < BARELY * Math.abs(first) ? Trend.BARELY
                : before - last < LEVEL * fall ? Trend.LEVEL : Trend.FALLING;
        return new Learning(first, last, rising, trend);
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int t = from; t < to; t++) {
            sum += values[t];
        }
        return sum / (to - from);
    }
}
