package descentlab.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundsTest {
    /** Every cell once, and none before one of those that lie further apart. */
    @ParameterizedTest
    @CsvSource({"1,1", "1,9", "9,1", "2,3", "8,8", "17,16", "16,17", "45,31", "80,40", "147,93"})
    void everyCellOnceAndCoarseOnesFirst(int width, int height) {
        Rounds rounds = new Rounds(width, height);
        assertEquals(width * height, rounds.cells());
        boolean[] seen = new boolean[width * height];
        int distance = Rounds.COARSEST;
        for (int k = 0; k < rounds.cells(); k++) {
            int cell = rounds.cell(k);
            assertFalse(seen[cell], "cell " + cell + " comes twice");
            seen[cell] = true;
            int places = cell % width | cell / width | Rounds.COARSEST;
            assertEquals(Math.min(distance, places & -places), places & -places, "cell " + cell);
            distance = places & -places;
            assertEquals(k < rounds.coarse(), distance >= 8);
        }
    }

    /** When the first k are known, all cells are whose column and row are multiples of the distance, and of no smaller one. */
    @ParameterizedTest
    @CsvSource({"1,1", "9,1", "33,32", "45,31", "147,93"})
    void theDistanceOfThoseKnown(int width, int height) {
        Rounds rounds = new Rounds(width, height);
        boolean[] known = new boolean[width * height];
        for (int k = 0; k <= rounds.cells(); k++) {
            int distance = rounds.distance(k);
            assertTrue(distance > Rounds.COARSEST || areKnown(known, width, distance), k + " known");
            assertFalse(distance > 1 && areKnown(known, width, distance / 2), k + " known");
            if (k < rounds.cells()) {
                known[rounds.cell(k)] = true;
            }
        }
    }

    private static boolean areKnown(boolean[] known, int width, int distance) {
        boolean all = true;
        for (int cell = 0; cell < known.length; cell++) {
            all &= known[cell] || cell % width % distance != 0 || cell / width % distance != 0;
        }
        return all;
    }
}
