package descentlab.scene;

import descentlab.survey.Outcome;
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

    private static final int UNKNOWN = -1;

    private final Palette palette;
    private final int[] styles;
    /** paleness[t]: of an end that was reached after t steps; what is seen to rest only by a look beyond the last step is as pale as that. */
    private final double[] paleness;
    /** reached[k][t]: the colour of end k after t steps, once it has been asked for. */
    private final int[][] reached;
    /** The two colours of each pattern by code, likewise. */
    private final int[] strong = new int[Outcome.CODES];
    private final int[] weak = new int[Outcome.CODES];

    /** @param styles for each end in its order, the style of a run whose colour it has; @param steps how many a descent may take */
    OutcomeLook(Palette palette, int[] styles, int steps) {
        this.palette = palette;
        this.styles = styles;
        paleness = new double[steps + 1];
        for (int after = 0; after <= steps; after++) {
            paleness[after] = SOONEST + (LATEST - SOONEST) * Math.log(1 + after) / Math.log(1 + steps);
        }
        reached = new int[styles.length][];
        Arrays.fill(strong, UNKNOWN);
        Arrays.fill(weak, UNKNOWN);
    }

    /** The colour of the pixel at (i, j) of an outcome that came after so many steps. */
    int colour(int code, int after, int i, int j) {
        boolean onPattern = switch (Outcome.of(code)) {
            case REACHED, ON_ITS_WAY -> false;
            case OSCILLATING -> (i + j) % 6 < 3;
            case CHAOTIC -> i % 4 < 2 && (j + i / 4 % 2 * 2) % 4 < 2;
            case DIVERGED -> Math.floorMod(i - j, 8) == 0;
            case STUCK -> Math.floorMod(i - j, 8) == 0 || (i + j) % 8 == 0;
            case LEFT_DOMAIN -> i % 6 == 0;
        };
        if (Outcome.of(code) == Outcome.REACHED) {
            return reached(Outcome.detail(code), Math.min(after, paleness.length - 1));
        }
        int[] known = onPattern ? strong : weak;
        if (known[code] == UNKNOWN) {
            known[code] = onPattern ? strong(Outcome.of(code), Outcome.detail(code)) : weak(Outcome.of(code), Outcome.detail(code));
        }
        return known[code];
    }

    private int reached(int end, int after) {
        if (reached[end] == null) {
            reached[end] = new int[paleness.length];
            Arrays.fill(reached[end], UNKNOWN);
        }
        if (reached[end][after] == UNKNOWN) {
            reached[end][after] = Palette.mix(palette.run(styles[end]), palette.paper(), paleness[after]);
        }
        return reached[end][after];
    }

    private int strong(Outcome outcome, int detail) {
        return switch (outcome) {
            case OSCILLATING -> shade(CYCLE, detail);
            case CHAOTIC -> Palette.mix(CHAOS, palette.paper(), 0.55);
            case DIVERGED -> palette.error();
            default -> palette.quiet();
        };
    }

    private int weak(Outcome outcome, int detail) {
        return switch (outcome) {
            case OSCILLATING -> shade(CYCLE, 2 * detail + 6);
            case CHAOTIC -> Palette.mix(CHAOS, palette.ink(), 0.2);
            case DIVERGED -> Palette.mix(palette.error(), palette.paper(), 0.9);
            case STUCK -> Palette.mix(palette.quiet(), palette.paper(), 0.75);
            case ON_ITS_WAY -> Palette.mix(palette.hairline(), palette.paper(), 0.35);
            default -> palette.paper();
        };
    }

    /** Longer periods are paler. */
    private int shade(int colour, int period) {
        return Palette.mix(colour, palette.paper(), Math.min(0.85, 0.12 * Math.log(period) / Math.log(2)));
    }
}
