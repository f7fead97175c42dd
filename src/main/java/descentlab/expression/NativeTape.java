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

    /** As Objective.descend, for a tape whose outputs are a loss and its partial derivatives. */
    void descend(double[][] x, double[] rate, double[] loss, double[][] gradient, int lanes, int count);

    /** As Objective.follow, likewise; {@code states} is null where they are not wanted, and at most {@link TapeModule#STATES} long. */
    void follow(double[][] x, double[] rate, double[] loss, double[][] gradient, int lanes, int count, double tolerance, double[] rested, double[] finite,
            double[][][] states);
}
