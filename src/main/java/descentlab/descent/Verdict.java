package descentlab.descent;

/**
 * What became of a run, with the numbers that say why. Steps count from the start of the run; a point has the run's dimension. What a run would do
 * after its last step is found by letting it go on, {@link Judge#HORIZON} steps further at most, not by a formula.
 */
public sealed interface Verdict {
    /** The word for programs; stable. */
    String word();

    /**
     * From {@code step} on, within the run, the gradient is at most the tolerance, in the bottom of a valley.
     *
     * @param ringing whether it came there to and fro, overshooting, and not from one side
     */
    record Converged(int step, double[] point, double loss, boolean ringing) implements Verdict {
        @Override
        public String word() {
            return "converged";
        }
    }

    /**
     * On its way: it would be {@link Converged} at {@code step}, after the run's last.
     *
     * @param step    the step it needs, or −1 where the horizon was not enough
     * @param slow    whether it needs more than four times the steps of the run
     * @param ringing as in {@link Converged}
     */
    record Converging(int step, double[] point, boolean slow, boolean ringing) implements Verdict {
        @Override
        public String word() {
            return slow ? "crawling" : "converging";
        }
    }

    /** Between which values a coordinate goes to and fro. */
    record Span(int coordinate, double low, double high) {
        public double width() {
            return high - low;
        }
    }

    /** Ends in a cycle. @param period 2 to 16, or 0 for a longer one; the span is that of the coordinate that moves most */
    record Oscillating(int period, Span span) implements Verdict {
        @Override
        public String word() {
            return "oscillating";
        }

        /** Half the distance from end to end. */
        public double amplitude() {
            return span.width() / 2;
        }
    }

    /** Bounded, without a period, and a twin that starts {@link Judge#TWIN} beside it ends {@code apart} from it, {@code steps} steps later. */
    record Chaotic(Span span, double apart, int steps) implements Verdict {
        @Override
        public String word() {
            return "chaotic";
        }
    }

    /**
     * Grows without bound.
     *
     * @param firstBad the first step whose point, loss or gradient is not finite, or −1 beyond the horizon
     * @param last     the last finite step, and the point there
     * @param growth   by which factor the last change of the point was longer than the one before, at the run's last finite step
     * @param downhill whether the loss fell as it went: the function has no minimum that way
     */
    record Diverged(int firstBad, int last, double[] point, double growth, boolean downhill) implements Verdict {
        @Override
        public String word() {
            return "diverged";
        }
    }

    /** Stands or hops where gradient descent gets no further, but not in the bottom of a valley. */
    record Stuck(int step, double[] point, Place place) implements Verdict {
        @Override
        public String word() {
            return "stuck";
        }
    }

    /** PLATEAU: flat; TOP: a maximum or a saddle; KINK: hops over a kink, where the slope jumps; UNMOVED: stands still on a slope. */
    enum Place { PLATEAU, TOP, KINK, UNMOVED }

    /**
     * On its way, where nothing more can be said: of a model that learns, whose run is not followed beyond its last step.
     *
     * @param first  the loss at first, over the steps of an epoch
     * @param last   the loss in the end, likewise
     * @param rising in which part of the steps of the second half the loss rose
     */
    record Learning(double first, double last, double rising, Trend trend) implements Verdict {
        @Override
        public String word() {
            return switch (trend) {
                case FALLING, LEVEL -> "converging";
                case BARELY -> "crawling";
                case JUMPING, RISING -> "oscillating";
            };
        }
    }

    /** LEVEL: fell, and hardly does any more; BARELY: by less than a twentieth; JUMPING: up and down; RISING: ends above where it began. */
    enum Trend { FALLING, LEVEL, BARELY, JUMPING, RISING }

    /** The first step at a point where the function has no value. */
    record LeftDomain(int step, double[] point) implements Verdict {
        @Override
        public String word() {
            return "left domain";
        }
    }
}
