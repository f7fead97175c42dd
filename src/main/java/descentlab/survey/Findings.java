package descentlab.survey;

/** What becomes of the cells of a tile, some of which are in flight: those have their places from 0. */
final class Findings {
    private final int[] cells;
    private final Tile tile;
    private final Ends ends;
    private final boolean orbits;
    private int from;

    /** @param before whose tile no one needs any more, or null; @param cells those in flight */
    Findings(Findings before, Survey survey, int number, int[] cells) {
        this.cells = cells;
        tile = Tile.begun(before == null ? null : before.tile.numbers(), survey, number);
        ends = new Ends(survey.plan());
        orbits = survey.plan().orbits();
    }

    /** Those in flight are from here on the ones that come after so many of the tile. */
    void goOn(int place) {
        from = place;
    }

    void note(int place, int code, int step) {
        tile.note(from + place, Outcome.after(code, step));
    }

    /** A cell has come to the bottom at a point. */
    void reach(int place, double[] point, int step) {
        note(place, Outcome.REACHED.code(ends.number(point, cells[place])), step);
    }

    /** State k of the orbit of a cell, where the plan keeps them. */
    void keep(int place, int k, double x) {
        if (orbits) {
            tile.keep(from + place, k, x);
        }
    }

    /** To be asked for once, when all is found. */
    Tile tile() {
        for (int k = 0; k < ends.count(); k++) {
            tile.add(ends.point(k), ends.cell(k));
        }
        return tile;
    }
}
