package descentlab.expression;

/** Powers of two. */
final class Powers {
    private static final int SMALLEST = -1022;
    private static final double[] TABLE = new double[2046];

    static {
        TABLE[0] = 0x1p-1022;
        for (int k = 1; k < TABLE.length; k++) {
            TABLE[k] = 2 * TABLE[k - 1];
        }
    }

    private Powers() {
    }

    /** 2^k for −1022 ≤ k ≤ 1023. */
    static double ofTwo(int k) {
        return TABLE[k - SMALLEST];
    }
}
