package descentlab.survey;

import descentlab.descent.Descent;
import descentlab.descent.Judge;

/**
 * Descents whose orbits do not repeat, started once more beside a twin: where the two part by a tenth of the orbit's width it is chaotic, as
 * {@link Judge} has it.
 */
final class Twins {
    private static final int BLOCK = 16;
    private static final double APART = 0.1;

    private final Survey.Plan plan;
    private final int[] codes;
    private final int[] place;
    private final int[] coordinate;
    private final double[] width;
    private final Descent descent;

    /** @param place of each pair its place in the tile, whose cells and codes are given; {@code width} that of its orbit, in its widest coordinate */
    Twins(Survey survey, int[] cells, int[] codes, int[] place, int[] coordinate, double[] width) {
        plan = survey.plan();
        this.codes = codes;
        this.place = place;
        this.coordinate = coordinate;
        this.width = width;
        int[] pairs = new int[place.length];
        for (int k = 0; k < pairs.length; k++) {
            pairs[k] = cells[place[k]];
        }
        descent = survey.start(pairs, pairs.length, 2, Judge.TWIN);
    }

    /** Takes the pairs a block of steps further. @return whether there is more to do */
    boolean advance() {
        int count = Math.min(BLOCK, plan.steps() - descent.steps());
        if (descent.isPlain() && plan.leaping()) {
            descent.leap(count);
        } else {
            for (int k = 0; k < count; k++) {
                descent.step();
            }
        }
        int[] lanes = new int[descent.lanes()];
        int left = 0;
        for (int k = 0; k < lanes.length / 2; k++) {
            double apart = Math.abs(descent.x(coordinate[k], 2 * k) - descent.x(coordinate[k], 2 * k + 1));
            if (apart > APART * width[k]) {
                codes[place[k]] = Outcome.CHAOTIC.code(0);
            } else {
                place[left / 2] = place[k];
                coordinate[left / 2] = coordinate[k];
                width[left / 2] = width[k];
                lanes[left++] = 2 * k;
                lanes[left++] = 2 * k + 1;
            }
        }
        descent.keep(lanes, left);
        return left > 0 && descent.steps() < plan.steps();
    }
}
