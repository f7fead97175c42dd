package descentlab.scene;

import descentlab.survey.Outcome;
import descentlab.survey.Outcomes;
import java.util.Arrays;

/**
 * How a map shows an outcome, by colour and by pattern, so that neither is needed alone: ends in their runs' colours and plain, the sooner reached the
 * stronger; cycles in stripes, chaos in dots, divergence hatched, what is stuck in crosses, what has left the domain in bars.
 */
final class OutcomeLook {
    private static final int CYCLE = 0x7E57C2;
    private static final int CHAOS = 0x3B2A55;
    private static final double SOONEST = 0.05;
    private static final double LATEST = 0.72;

    /** Every pattern repeats itself after so many pixels. */
    private static final int PERIOD = 24;
    private static final int UNKNOWN = -1;

    private final Palette palette;
    private final int[] styles;
    /** reached[k][t]: the colour of end k after t steps, once it has been asked for. */
    private final int[][] reached;
    /** The pattern of a code row by row, likewise. */
    private final int[][] patterns = new int[Outcome.CODES][];
    /** The mean colour of each. */
    private final int[] means = new int[Outcome.CODES];
    private final int steps;
    private final boolean repeats;

    /** @param styles for each end in its order, the style of a run whose colour it has; @param steps how many a descent may take */
    OutcomeLook(Palette palette, int[] styles, int steps) {
        this.palette = palette;
        this.styles = styles;
        this.steps = steps;
        reached = new int[styles.length][];
        boolean more = false;
        for (int style : styles) {
            more |= style >= palette.runs().size();
        }
        repeats = more;
    }

    /**
     * Paints the pixels of an outcome that came after so many steps, in one row.
     *
     * @param code   or {@link Outcomes#UNKNOWN}, which is like paper
     * @param pixels in which the row stands {@code from} one place on
     */
    void paint(int code, int after, int row, int column, int end, int[] pixels, int from) {
        if (code < 0 || Outcome.isReached(code)) {
            int colour = plain(code, after);
            for (int i = column; i < end; i++) {
                pixels[from + i] = colour;
            }
            return;
        }
        int[] pattern = patternOf(code);
        int line = row % PERIOD * PERIOD;
        for (int i = column; i < end; i++) {
            pixels[from + i] = pattern[line + i % PERIOD];
        }
    }

    /** Whether some ends may have the same colour, for want of more. */
    boolean repeats() {
        return repeats;
    }

    /** Whether these are two ends, and look like one. */
    boolean areAlike(int code, int other) {
        return code != other && Outcome.isReached(code) && Outcome.isReached(other)
                && palette.run(styles[Outcome.detail(code)]) == palette.run(styles[Outcome.detail(other)]);
    }

    /** One colour for an outcome, where there is no room for its pattern. */
    int plain(int code, int after) {
        if (code < 0 || Outcome.isReached(code)) {
            return code < 0 ? palette.paper() : reached(Outcome.detail(code), Math.min(after, steps));
        }
        patternOf(code);
        return means[code];
    }

    private int[] patternOf(int code) {
        if (patterns[code] == null) {
            patterns[code] = pattern(code);
            means[code] = mean(patterns[code]);
        }
        return patterns[code];
    }

    private static int mean(int[] colours) {
        int mean = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int sum = 0;
            for (int colour : colours) {
                sum += colour >> shift & 255;
            }
            mean |= sum / colours.length << shift;
        }
        return mean;
    }

    /** What is seen to rest only by a look beyond the last step is as pale as what is reached with that. */
    private int reached(int end, int after) {
        if (reached[end] == null) {
            reached[end] = new int[steps + 1];
            Arrays.fill(reached[end], UNKNOWN);
        }
        if (reached[end][after] == UNKNOWN) {
            double paleness = SOONEST + (LATEST - SOONEST) * Math.log(1 + after) / Math.log(1 + steps);
            reached[end][after] = Palette.mix(palette.run(styles[end]), palette.paper(), paleness);
        }
        return reached[end][after];
    }

    private int[] pattern(int code) {
        int[] pattern = new int[PERIOD * PERIOD];
        for (int k = 0; k < pattern.length; k++) {
            pattern[k] = pattern(Outcome.of(code), Outcome.detail(code), k % PERIOD, k / PERIOD);
        }
        return pattern;
    }

    private int pattern(Outcome outcome, int detail, int i, int j) {
        return switch (outcome) {
            case OSCILLATING -> (i + j) % 6 < 3 ? shade(CYCLE, detail) : shade(CYCLE, 2 * detail + 6);
            case CHAOTIC -> i % 4 < 2 && (j + i / 4 % 2 * 2) % 4 < 2 ? Palette.mix(CHAOS, palette.paper(), 0.55) : Palette.mix(CHAOS, palette.ink(), 0.2);
            case DIVERGED -> Math.floorMod(i - j, 8) == 0 ? palette.error() : Palette.mix(palette.error(), palette.paper(), 0.9);
            case STUCK -> Math.floorMod(i - j, 8) == 0 || (i + j) % 8 == 0 ? palette.quiet() : Palette.mix(palette.quiet(), palette.paper(), 0.75);
            case LEFT_DOMAIN -> i % 6 == 0 ? palette.quiet() : palette.paper();
            case ON_ITS_WAY, REACHED -> Palette.mix(palette.hairline(), palette.paper(), 0.35);
        };
    }

    /** Longer periods are paler. */
    private int shade(int colour, int period) {
        return Palette.mix(colour, palette.paper(), Math.min(0.85, 0.12 * Math.log(period) / Math.log(2)));
    }
}
