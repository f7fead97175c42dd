package descentlab.survey;

import java.util.Arrays;

/** What becomes of the cells of a tile, each of which has its place there. */
final class Findings {
    private final Survey survey;
    private final int number;
    private final int[] cells;
    private final int[] codes;
    private final int[] steps;
    private final double[] orbits;
    private final Ends ends;

    Findings(Survey survey, int number, int[] cells) {
        this.survey = survey;
        this.number = number;
        this.cells = cells;
        codes = new int[cells.length];
        steps = new int[cells.length];
        orbits = new double[survey.plan().orbits() ? cells.length * Survey.ORBIT : 0];
        Arrays.fill(orbits, Double.NaN);
        ends = new Ends(survey.plan());
    }

    void note(int place, int code, int step) {
        codes[place] = code;
        steps[place] = step;
    }

    /** A cell has come to the bottom at a point. */
    void reach(int place, double[] point, int step) {
        note(place, Outcome.REACHED.code(ends.number(point, cells[place])), step);
    }

    /** State k of the orbit of a cell, where the plan keeps them. */
    void keep(int place, int k, double x) {
        if (orbits.length > 0) {
            orbits[place * Survey.ORBIT + k] = x;
        }
    }

    Tile tile() {
        int dimension = survey.plan().start().length;
        double[] points = new double[ends.count() * dimension];
        int[] first = new int[ends.count()];
        for (int k = 0; k < first.length; k++) {
            System.arraycopy(ends.point(k), 0, points, k * dimension, dimension);
            first[k] = ends.cell(k);
        }
        return new Tile(number, codes, steps, points, first, orbits);
    }
}
