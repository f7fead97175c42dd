package descentlab.browser;

import descentlab.experiment.Training;

/** Trains for a time, a few steps between two looks at the clock: as many as take about a millisecond. */
final class Stint {
    private static final int MOST_AT_ONCE = 256;

    private int atOnce = 1;

    /** @param most as many steps of all runs together may become known */
    void work(Training training, double milliseconds, double most) {
        double start = Dom.now();
        double now = start;
        double end = training.known() + most;
        while (now - start < milliseconds && training.known() < end && !training.isFinished()) {
            double before = now;
            training.advance((int) Math.min(atOnce, end - training.known()));
            now = Dom.now();
            atOnce = now - before < 1 ? Math.min(MOST_AT_ONCE, 2 * atOnce) : Math.max(1, atOnce / 2);
        }
    }
}
