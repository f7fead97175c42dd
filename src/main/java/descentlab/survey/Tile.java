package descentlab.survey;

import java.util.Arrays;

/**
 * The outcomes of a tile's cells, in the order of the tile.
 *
 * @param number which tile
 * @param codes  codes of {@link Outcome}; the detail of {@link Outcome#REACHED} is a number of {@code ends}
 * @param steps  at which step it happened; for outcomes that do not happen at a step, how many were taken
 * @param ends   coordinates of each end one after the other: end k, coordinate i is ends[k · dimension + i]
 * @param cells  the first cell of this tile at each end
 * @param orbits {@link Survey#ORBIT} numbers for each cell, the last states' x, as many as differ, then NaN; empty where the plan keeps none
 */
public record Tile(int number, int[] codes, int[] steps, double[] ends, int[] cells, double[] orbits) {
    private static final int HEAD = 4;

    /** All of it as numbers one after the other, to be sent from where it is computed. */
    public double[] packed() {
        double[] packed = new double[HEAD + 2 * codes.length + ends.length + cells.length + orbits.length];
        double[] head = {number, codes.length, ends.length, cells.length};
        System.arraycopy(head, 0, packed, 0, HEAD);
        int at = put(codes, packed, HEAD);
        at = put(steps, packed, at);
        System.arraycopy(ends, 0, packed, at, ends.length);
        at = put(cells, packed, at + ends.length);
        System.arraycopy(orbits, 0, packed, at, orbits.length);
        return packed;
    }

    private static int put(int[] from, double[] to, int at) {
        for (int k = 0; k < from.length; k++) {
            to[at + k] = from[k];
        }
        return at + from.length;
    }

    /** The tile that {@link #packed} wrote. */
    public static Tile unpacked(double[] packed) {
        int count = (int) packed[1];
        int ends = (int) packed[2];
        int cells = (int) packed[3];
        int at = HEAD + 2 * count;
        return new Tile((int) packed[0], whole(packed, HEAD, count), whole(packed, HEAD + count, count), Arrays.copyOfRange(packed, at, at + ends),
                whole(packed, at + ends, cells), Arrays.copyOfRange(packed, at + ends + cells, packed.length));
    }

    private static int[] whole(double[] from, int at, int count) {
        int[] whole = new int[count];
        for (int k = 0; k < count; k++) {
            whole[k] = (int) from[at + k];
        }
        return whole;
    }
}
