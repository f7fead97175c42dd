package descentlab.survey;

import descentlab.descent.Descent;
import descentlab.descent.Judge;
import descentlab.descent.Verdict.Span;
import descentlab.optimizer.Batch;

/**
 * Descents whose orbits do not repeat, started once more beside a twin: where the two part by a tenth of the orbit's width it is chaotic, as
 * {@link Judge} has it.
 */
final class Twins {
    private static final int BLOCK = 16;
    private static final double APART = 0.1;

    private Survey survey;
    private Survey.Plan plan;
    private final int[] cells;
    /** Of each pair: its place among the cells, and how wide its orbit is in which coordinate. */
    private final int[] place;
    private final int[] coordinate;
    private final double[] width;
    /** Lists of pairs and of lanes that end, for a moment. */
    private final int[] ended;
    private final int[] lanes;
    private Findings findings;
    private Descent descent;
    private int pairs;

    /** @param cells those in flight, as many as there can be */
    Twins(int[] cells) {
        this.cells = cells;
        place = new int[cells.length];
        coordinate = new int[cells.length];
        width = new double[cells.length];
        ended = new int[cells.length];
        lanes = new int[2 * cells.length];
    }

    void take(Survey next) {
        survey = next;
        plan = next.plan();
        descent = null;
    }

    void clear() {
        pairs = 0;
    }

    /** @param span how its orbit goes */
    void add(int place, Span span) {
        this.place[pairs] = place;
        coordinate[pairs] = span.coordinate();
        width[pairs++] = span.width();
    }

    /** Starts the pairs. @return whether there are any */
    boolean begin(Findings findings) {
        this.findings = findings;
        for (int k = 0; k < pairs; k++) {
            ended[k] = cells[place[k]];
        }
        descent = pairs == 0 ? descent : survey.start(descent, ended, pairs, 2, Judge.TWIN);
        return pairs > 0;
    }

    /** Takes the pairs a block of steps further. @return whether there is more to do */
    boolean advance() {
        int steps = Math.min(BLOCK, plan.steps() - descent.steps());
        descent.leap(steps, plan.tolerance(), null, null);
        int count = 0;
        for (int k = 0; k < pairs; k++) {
            double apart = Math.abs(descent.x(coordinate[k], 2 * k) - descent.x(coordinate[k], 2 * k + 1));
            if (apart > APART * width[k]) {
                findings.note(place[k], Outcome.CHAOTIC.code(0), plan.steps());
                lanes[2 * count] = 2 * k;
                lanes[2 * count + 1] = 2 * k + 1;
                ended[count++] = k;
            }
        }
        Batch.drop(ended, count, pairs, width);
        Batch.drop(ended, count, pairs, place, coordinate);
        descent.drop(lanes, 2 * count);
        pairs -= count;
        return pairs > 0 && descent.steps() < plan.steps();
    }
}
