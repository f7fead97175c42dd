package descentlab.objective;

/**
 * Numbers that a seed sets, the same on every platform: mulberry32 (Tommy Ettinger, public domain), whose 32-bit arithmetic is exact everywhere, and
 * normal numbers from sums alone.
 */
final class RandomNumbers {
    private static final int GOLDEN = 0x6D2B79F5;
    private static final double RANGE = 4294967296.0;

    private int state;

    /** @param stream different sequences of one seed */
    RandomNumbers(int seed, int stream) {
        state = seed * 0x9E3779B1 ^ stream * 0x85EBCA6B;
        next();
    }

    private int next() {
        state += GOLDEN;
        int t = (state ^ state >>> 15) * (1 | state);
        t = t + (t ^ t >>> 7) * (61 | t) ^ t;
        return t ^ t >>> 14;
    }

    /** Even over 0 ≤ u &lt; 1. */
    double uniform() {
        int bits = next();
        return (bits < 0 ? bits + RANGE : bits) / RANGE;
    }

    double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** Even over the whole numbers from 0 to below a bound. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** Of mean 0 and deviation 1: the sum of twelve uniform numbers, which is within ±6 and needs no logarithm. */
    double normal() {
        double sum = -6;
        for (int k = 0; k < 12; k++) {
            sum += uniform();
        }
        return sum;
    }
}
