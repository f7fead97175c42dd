package descentlab.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
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
            assertEquals(distance, rounds.stride(k));
        }
    }

    /** From anywhere, and across the ends of rows and of rounds. */
    @ParameterizedTest
    @CsvSource({"1,1", "1,9", "9,1", "2,3", "45,31", "80,40", "147,93"})
    void listsWhatComesOneByOne(int width, int height) {
        Rounds rounds = new Rounds(width, height);
        int most = 2 * width;
        int[] cells = new int[most];
        for (int k = 0; k < rounds.cells(); k++) {
            int count = Math.min(most, rounds.cells() - k);
            rounds.list(k, count, cells);
            for (int i = 0; i < count; i++) {
                assertEquals(rounds.cell(k + i), cells[i], "cell " + (k + i));
            }
        }
    }

    /** Shares of what is known on the way are those of the whole picture: no part of it comes before the others. */
    @Test
    void whatIsKnownIsAFairSample() {
        Rounds rounds = new Rounds(800, 400);
        int[] known = new int[4];
        for (int k = 0; k < rounds.cells(); k++) {
            known[rounds.cell(k) / 800 / 100]++;
            for (int quarter = 0; quarter < 4 && k % 2048 == 2047 && k > rounds.coarse(); quarter++) {
                assertEquals(0.25, (double) known[quarter] / (k + 1), 0.04, "quarter " + quarter + " after " + k);
            }
        }
    }
}
