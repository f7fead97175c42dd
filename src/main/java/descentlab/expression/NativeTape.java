package descentlab.expression;

/** A tape as code of the machine itself. The results are those of {@link Tape}, bit for bit. */
public interface NativeTape {
    /** Makes such code where the platform can. */
    interface Maker {
        /** The tape as code, or null where that cannot be had. */
        NativeTape of(Tape tape);
    }

    /** As {@link Tape#evaluate}. */
    void evaluate(double[][] inputs, double[][] values, int lanes);

    /** Takes steps of a rule, if the tape's outputs are a loss and its partial derivatives by all coordinates. */
    void leap(Update update, Leap leap);
}
