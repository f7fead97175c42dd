package descentlab.survey;

/** What is known of a survey's cells so far: tiles put together in any order give the same. */
public final class Outcomes {
    /** The code of a cell that is not known yet. */
    public static final int UNKNOWN = -1;
    /** Where the whole {@link #isSeen}, a cell whose column and row are multiples of this is known. */
    public static final int COARSE = Rounds.COARSEST >> Rounds.COARSE - 1;

    private final Survey survey;
    /** {@link Outcome#after} of each cell, 0 where it is not known. */
    private final int[] cells;
    private final double[] orbits;
    /** The cells of a tile, for a moment. */
    private final int[] listed;
    private final boolean[] known;
    private final Ends ends;
    /** What codes of a tile are here: its ends have other numbers. */
    private final int[] codes = new int[Outcome.CODES];
    /** How many cells have each code, of which reached ends are numbered as they came. */
    private final int[] counts = new int[Outcome.CODES];
    private int[] ranks = {};
    private int tiles;
    private int knownCells;
    /** How many tiles are known up to the first that is not. */
    private int inOrder;
    private int stride = Rounds.COARSEST;

    public Outcomes(Survey survey) {
        this.survey = survey;
        cells = new int[survey.plan().width() * survey.plan().height()];
        orbits = new double[survey.plan().orbits() ? cells.length * Survey.ORBIT : 0];
        listed = new int[survey.mostCells()];
        known = new boolean[survey.tiles()];
        ends = new Ends(survey.plan());
        for (int code = 0; code < codes.length; code++) {
            codes[code] = code;
        }
    }

    /** Adds a tile; one that is known already changes nothing. */
    public void add(Tile tile) {
        if (known[tile.number()]) {
            return;
        }
        known[tile.number()] = true;
        tiles++;
        knownCells += tile.cells();
        stride = Math.min(stride, survey.stride(tile.number()));
        while (inOrder < known.length && known[inOrder]) {
            inOrder++;
        }
        int dimension = survey.plan().start().length;
        for (int k = 0; k < tile.ends(); k++) {
            codes[Outcome.REACHED.code(k)] = Outcome.REACHED.code(ends.number(tile.end(k, dimension), tile.first(k)));
        }
        ranks = ends.ranks();
        survey.list(tile.number(), 0, tile.cells(), listed);
        note(tile);
        if (orbits.length > 0) {
            for (int p = 0; p < tile.cells(); p++) {
                tile.copyOrbit(p, orbits, listed[p] * Survey.ORBIT);
            }
        }
    }

    /** The outcomes of hundreds of thousands of cells pass through here, while workers want the same cores. */
    private void note(Tile tile) {
        int count = tile.cells();
        int[] to = cells;
        int[] places = listed;
        int[] own = codes;
        int[] sums = counts;
        for (int p = 0; p < count; p++) {
            int found = tile.outcome(p);
            int code = own[Outcome.codeOf(found)];
            to[places[p]] = Outcome.after(code, Outcome.stepOf(found));
            sums[code]++;
        }
    }

    public boolean knows(int tile) {
        return known[tile];
    }

    /** How many tiles are known. */
    public int tiles() {
        return tiles;
    }

    /** Whether the whole can be seen, coarsely at least. */
    public boolean isSeen() {
        return inOrder >= survey.coarseTiles();
    }

    /** A power of two: the column and the row of each known cell are multiples of it. */
    public int stride() {
        return stride;
    }

    public boolean isComplete() {
        return tiles == known.length;
    }

    /** Which part of the cells is known, from 0 to 1. */
    public double progress() {
        return (double) knownCells / cells.length;
    }

    public Survey survey() {
        return survey;
    }

    /** One number for what is known of a cell or else of the {@link #near}est: the same where that is the same. */
    public int found(int cell) {
        return cells[near(cell)];
    }

    /** The code of a cell, or {@link #UNKNOWN}; ends are numbered in the order of their coordinates. */
    public int code(int cell) {
        return codeOf(cells[cell]);
    }

    /** The code of what is {@link #found}. */
    public int codeOf(int found) {
        int code = Outcome.codeOf(found);
        return Outcome.isReached(code) ? Outcome.REACHED.code(ranks[Outcome.detail(code)]) : code;
    }

    public int steps(int cell) {
        return stepsOf(cells[cell]);
    }

    /** The steps of what is {@link #found}. */
    public int stepsOf(int found) {
        return Outcome.stepOf(found);
    }

    /** State k of the orbit of a cell, or NaN. */
    public double orbit(int cell, int k) {
        return orbits[cell * Survey.ORBIT + k];
    }

    /** The ends in the order of their coordinates. */
    public double[][] ends() {
        double[][] sorted = new double[ends.count()][];
        for (int k = 0; k < sorted.length; k++) {
            sorted[ranks[k]] = ends.point(k);
        }
        return sorted;
    }

    /** How many of the known cells have each code: counts[code]. */
    public int[] counts() {
        int[] ranked = counts.clone();
        for (int end = 0; end < ranks.length; end++) {
            ranked[Outcome.REACHED.code(ranks[end])] = counts[Outcome.REACHED.code(end)];
        }
        return ranked;
    }

    /** The cell itself where it is known, else the nearest above and to the left that is, of the coarser rounds. */
    public int near(int cell) {
        if (cells[cell] != 0) {
            return cell;
        }
        int width = survey.plan().width();
        int near = cell;
        for (int stride = 2; stride <= Rounds.COARSEST && cells[near] == 0; stride *= 2) {
            int column = cell % width;
            int row = cell / width;
            near = (row - row % stride) * width + column - column % stride;
        }
        return near;
    }
}
