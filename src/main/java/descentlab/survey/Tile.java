package descentlab.survey;

import java.util.Arrays;

/**
 * The outcomes of a tile's cells, in the order of the tile, as numbers one after the other, so that they can be sent as they are from where they are
 * computed: which tile it is, how many cells and ends it has; three for each end that there can be, the first cell of this tile at it and its
 * coordinates; {@link Outcome#after} for each cell; and where the plan keeps orbits {@link Survey#ORBIT} for each cell, the last states' x, as many as
 * differ, then NaN. There is room for the largest tile of the survey, so that an array can be used for any.
 */
public record Tile(double[] numbers) {
    private static final int CELLS = 1;
    private static final int ENDS = 2;
    private static final int HEAD = 3;
    private static final int END = 3;
    private static final int BODY = HEAD + END * Ends.MOST;

    /** A tile of which nothing is known yet. @param spent the numbers of one that no one needs any more, which are used if they are as many; or null */
    static Tile begun(double[] spent, Survey survey, int number) {
        int cells = survey.cells(number);
        int each = survey.plan().orbits() ? 1 + Survey.ORBIT : 1;
        int length = BODY + survey.mostCells() * each;
        double[] numbers = spent != null && spent.length == length ? spent : new double[length];
        numbers[0] = number;
        numbers[CELLS] = cells;
        Arrays.fill(numbers, ENDS, length, 0);
        Arrays.fill(numbers, BODY + cells, BODY + cells * each, Double.NaN);
        return new Tile(numbers);
    }

    public int number() {
        return (int) numbers[0];
    }

    int cells() {
        return (int) numbers[CELLS];
    }

    int ends() {
        return (int) numbers[ENDS];
    }

    void add(double[] end, int cell) {
        int at = HEAD + END * ends();
        numbers[at] = cell;
        System.arraycopy(end, 0, numbers, at + 1, end.length);
        numbers[ENDS]++;
    }

    double[] end(int k, int dimension) {
        int at = HEAD + END * k + 1;
        return Arrays.copyOfRange(numbers, at, at + dimension);
    }

    /** The first cell at end k. */
    int first(int k) {
        return (int) numbers[HEAD + END * k];
    }

    void note(int place, int outcome) {
        numbers[BODY + place] = outcome;
    }

    int outcome(int place) {
        return (int) numbers[BODY + place];
    }

    void keep(int place, int k, double x) {
        numbers[BODY + cells() + place * Survey.ORBIT + k] = x;
    }

    void copyOrbit(int place, double[] to, int at) {
        System.arraycopy(numbers, BODY + cells() + place * Survey.ORBIT, to, at, Survey.ORBIT);
    }
}
