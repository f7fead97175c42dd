package descentlab.scene;

/** Moves labels of one column apart. */
final class Spread {
    private Spread() {
    }

    /**
     * The heights nearest to those wanted, in the sum of squares, at which labels keep their order and are {@code gap} apart: an isotonic regression
     * of the heights less their rank times the gap, by pooling adjacent violators (Barlow et al. 1972). Without room for all
     * the gap shrinks.
     */
    static double[] apart(double[] wanted, double gap, double top, double bottom) {
        int n = wanted.length;
        int[] order = inOrder(wanted);
        double kept = n > 1 ? Math.min(gap, (bottom - top) / (n - 1)) : gap;
        double[] sums = new double[n];
        int[] sizes = new int[n];
        int blocks = 0;
        for (int rank = 0; rank < n; rank++) {
            sums[blocks] = wanted[order[rank]] - rank * kept;
            sizes[blocks++] = 1;
            while (blocks > 1 && sums[blocks - 2] / sizes[blocks - 2] > sums[blocks - 1] / sizes[blocks - 1]) {
                blocks--;
                sums[blocks - 1] += sums[blocks];
                sizes[blocks - 1] += sizes[blocks];
            }
        }
        double[] heights = new double[n];
        int rank = 0;
        for (int block = 0; block < blocks; block++) {
            double base = Math.max(top, Math.min(sums[block] / sizes[block], bottom - (n - 1) * kept));
            for (int k = 0; k < sizes[block]; k++, rank++) {
                heights[order[rank]] = base + rank * kept;
            }
        }
        return heights;
    }

    /** The indices of a few values by rising value, by insertion. */
    private static int[] inOrder(double[] values) {
        int[] order = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            int place = i;
            while (place > 0 && values[order[place - 1]] > values[i]) {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = i;
        }
        return order;
    }
}
