package descentlab.survey;

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
}
