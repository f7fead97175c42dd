package descentlab.survey;

import descentlab.descent.Descent;
import descentlab.expression.States;
import descentlab.optimizer.Batch;
import java.util.Arrays;

/** Since when each lane of a descent is at rest. */
final class Rest {
    private final double tolerance;
    private final int[] since;
    private final double[] rested;
    private Descent descent;

    /** @param tolerance the largest |∂f/∂xᵢ| at rest */
    Rest(Descent descent, double tolerance) {
        this.tolerance = tolerance;
        since = new int[descent.room()];
        rested = new double[descent.room()];
        begin(descent);
    }

    /** The same for another descent with no more room, about to start. */
    void begin(Descent descent) {
        this.descent = descent;
        Arrays.fill(since, 0, descent.lanes(), descent.steps());
        note();
    }

    /** The step at which a lane came to rest; that to come where it has not. */
    int since(int lane) {
        return since[lane];
    }

    boolean isAtRest(int lane) {
        return since[lane] <= descent.steps();
    }

    /** To be called after each step, unless {@link #leap} takes it. @return as {@link Descent#noteRest} */
    boolean note() {
        return descent.noteRest(since, tolerance);
    }

    /** Takes steps. @see Descent#leap */
    void leap(int count, States states) {
        int next = descent.steps() + count + 1;
        descent.leap(count, tolerance, rested, states);
        int lanes = descent.lanes();
        for (int l = 0; l < lanes; l++) {
            since[l] = rested[l] == count ? since[l] : next - (int) rested[l];
        }
    }

    /** Writes the lanes at rest, rising. @return how many there are */
    int list(int[] resting) {
        int steps = descent.steps();
        int lanes = descent.lanes();
        int count = 0;
        for (int l = 0; l < lanes; l++) {
            if (since[l] <= steps) {
                resting[count++] = l;
            }
        }
        return count;
    }

    /** @see Batch#drop */
    void drop(int[] ended, int count, int lanes) {
        Batch.drop(ended, count, lanes, since);
    }
}
