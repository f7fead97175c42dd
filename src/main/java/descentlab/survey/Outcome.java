package descentlab.survey;

import descentlab.descent.Verdict.Place;

/**
 * What became of a descent within the steps that it was given, as one number: the kind, and a detail in the bits above. It agrees with the verdict of
 * {@link descentlab.descent.Judge} wherever that is reached within these steps.
 */
public enum Outcome {
    /** None of the others yet; also a cycle longer than 16. */
    ON_ITS_WAY("on its way"),
    /** Came to rest in the bottom of a valley; the detail is the number of that end. */
    REACHED("reached"),
    /** Ends in a cycle; the detail is its period, 2 to 16. */
    OSCILLATING("oscillating"),
    /** Bounded and without a period, and a twin that starts beside it comes away from it. */
    CHAOTIC("chaotic"),
    /** Not finite any more, or very far away. */
    DIVERGED("diverged"),
    /** At rest or hopping where no bottom is; the detail is that of {@link Place}. */
    STUCK("stuck"),
    /** Stands where the function has no value. */
    LEFT_DOMAIN("left domain");

    private static final int KIND_BITS = 3;
    /** Room for a code and one more. */
    private static final int CODE_BITS = 11;
    private static final Outcome[] ALL = values();
    /** Codes are below this. */
    public static final int CODES = Ends.MOST + 1 << KIND_BITS;

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** The word for programs; stable. */
    public String word() {
        return word;
    }

    int code(int detail) {
        return ordinal() | detail << KIND_BITS;
    }

    /** A code and the step at which it came about, as one number above 0. */
    static int after(int code, int step) {
        return step << CODE_BITS | code + 1;
    }

    /** The code in such a number; {@link Outcomes#UNKNOWN} in 0. */
    static int codeOf(int after) {
        return (after & (1 << CODE_BITS) - 1) - 1;
    }

    static int stepOf(int after) {
        return after >> CODE_BITS;
    }

    /** The kind that a code says. */
    public static Outcome of(int code) {
        return ALL[code & (1 << KIND_BITS) - 1];
    }

    /** Whether a code says {@link #REACHED}; {@link Outcomes#UNKNOWN} does not. */
    public static boolean isReached(int code) {
        return (code & (1 << KIND_BITS) - 1) == REACHED.ordinal();
    }

    /** The detail that a code says. */
    public static int detail(int code) {
        return code >> KIND_BITS;
    }
}
