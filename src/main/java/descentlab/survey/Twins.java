package descentlab.survey;

import descentlab.descent.Descent;
import descentlab.descent.Judge;
import descentlab.optimizer.Batch;

/**
 * Descents whose orbits do not repeat, started once more beside a twin: where the two part by a tenth of the orbit's width it is chaotic, as
 * {@link Judge} has it.
 */
final class Twins {
    private static final int BLOCK = 16;
    private static final double APART = 0.1;

    private final Survey.Plan plan;
    private final Findings findings;
    private final int[] place;
    private final int[] coordinate;
    private final double[] width;
    private final Descent descent;
    /** Lists of pairs and of lanes that end, for a moment. */
    private final int[] ended;
    private final int[] lanes;

    /** @param place of each pair its place in the tile of these cells; {@code width} that of its orbit, in its widest coordinate */
    Twins(Survey survey, int[] cells, Findings findings, int[] place, int[] coordinate, double[] width) {
        plan = survey.plan();
        this.findings = findings;
        this.place = place;
        this.coordinate = coordinate;
        this.width = width;
        ended = new int[place.length];
        lanes = new int[2 * place.length];
        int[] pairs = new int[place.length];
        for (int k = 0; k < pairs.length; k++) {
            pairs[k] = cells[place[k]];
        }
        descent = survey.start(pairs, pairs.length, 2, Judge.TWIN);
    }

    /** Takes the pairs a block of steps further. @return whether there is more to do */
    boolean advance() {
        int steps = Math.min(BLOCK, plan.steps() - descent.steps());
        descent.leap(steps, plan.tolerance(), null, null);
        int pairs = descent.lanes() / 2;
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
        return descent.lanes() > 0 && descent.steps() < plan.steps();
    }
}
