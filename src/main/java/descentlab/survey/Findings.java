package descentlab.survey;

/** What becomes of the cells of a tile, each of which has its place there. */
final class Findings {
    private final int[] cells;
    private final Tile tile;
    private final Ends ends;

    /** @param before whose tile no one needs any more, or null */
    Findings(Findings before, Survey.Plan plan, int number, int[] cells, int count) {
        this.cells = cells;
        tile = Tile.begun(before == null ? null : before.tile.numbers(), number, count, plan.orbits());
        ends = new Ends(plan);
    }

    void note(int place, int code, int step) {
        tile.note(place, Outcome.after(code, step));
    }

    /** A cell has come to the bottom at a point. */
    void reach(int place, double[] point, int step) {
        note(place, Outcome.REACHED.code(ends.number(point, cells[place])), step);
    }

    void keep(int place, int k, double x) {
        tile.keep(place, k, x);
    }

    /** To be asked for once, when all is found. */
    Tile tile() {
        for (int k = 0; k < ends.count(); k++) {
            tile.add(ends.point(k), ends.cell(k));
        }
        return tile;
    }
}
