package descentlab.survey;

/**
 * The order in which the cells of a map are computed: first every 32nd of every 32nd row, so that the whole is seen coarsely at once even where a
 * descent takes long; each further round halves the distance. Which cell comes at a place is worked out when it is asked for: a list of hundreds of
 * thousands takes longer to write. Within a round rows come scattered, so that what is known is a fair sample of the whole at any time.
 */
final class Rounds {
    static final int COARSEST = 32;
    private static final int COUNT = 6;
    /** After so many the whole is seen well enough to be shown. */
    static final int COARSE = 3;

    private final int width;
    /** Of each round, and of all: how many cells come before it. */
    private final int[] before = new int[COUNT + 1];
    /** How many columns each round has, known ones too. */
    private final int[] columns = new int[COUNT];
    /** How many pairs of rows, and how many of these further on the next pair is. */
    private final int[] pairs = new int[COUNT];
    private final int[] leaps = new int[COUNT];

    Rounds(int width, int height) {
        this.width = width;
        for (int round = 0; round < COUNT; round++) {
            int stride = COARSEST >> round;
            columns[round] = (width + stride - 1) / stride;
            int rows = (height + stride - 1) / stride;
            int known = round == 0 ? 0 : (columns[round] + 1) / 2 * ((rows + 1) / 2);
            before[round + 1] = before[round] + columns[round] * rows - known;
            pairs[round] = rows / 2;
            leaps[round] = leap(pairs[round]);
        }
    }

    /** About a golden section of so many, and without a divisor of theirs, so that each comes once and soon one from every part. */
    private static int leap(int count) {
        int leap = (int) Math.ceil(0.618 * count);
        while (divisor(leap, count) > 1) {
            leap++;
        }
        return leap;
    }

    /** The greatest common one. */
    private static int divisor(int a, int b) {
        return b == 0 ? a : divisor(b, a % b);
    }

    /** All cells. */
    int cells() {
        return before[COUNT];
    }

    /** Those of the rounds after which every eighth of every eighth row is known. */
    int coarse() {
        return before[COARSE];
    }

    /** The round of the cell that comes after k others. */
    private int round(int k) {
        int round = COUNT - 1;
        while (k < before[round]) {
            round--;
        }
        return round;
    }

    /** How far the cells of the round of that cell are apart, and of those before. */
    int stride(int k) {
        return COARSEST >> round(k);
    }

    /** The cell that comes after k others. */
    int cell(int k) {
        int round = round(k);
        int stride = COARSEST >> round;
        int number = k - before[round];
        if (round == 0) {
            return stride * (number / columns[0] * width + number % columns[0]);
        }
        int fresh = columns[round] / 2;
        int pair = fresh + columns[round];
        int inOrder = number / pair;
        int row = 2 * (inOrder < pairs[round] ? inOrder * leaps[round] % pairs[round] : inOrder);
        int column = number % pair;
        return stride * (column < fresh ? row * width + 2 * column + 1 : (row + 1) * width + column - fresh);
    }

    /** Writes the cells that come after k others, so many. They lie evenly apart in each row. */
    void list(int k, int count, int[] cells) {
        int done = 0;
        while (done < count) {
            int cell = cell(k + done);
            int stride = stride(k + done);
            boolean others = stride < COARSEST && cell / width / stride % 2 == 0;
            int end = (cell / width + 1) * width;
            for (int step = others ? 2 * stride : stride; cell < end && done < count; cell += step) {
                cells[done++] = cell;
            }
        }
    }
}
