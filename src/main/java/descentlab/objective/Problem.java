package descentlab.objective;

/** What an experiment descends: a formula, or the loss of a model on data. */
public sealed interface Problem extends Objective permits Formula, Learning {
    /** Does what a visitor does with what this is. A program that has no {@link Learning} then needs nothing of what is done with one. */
    void accept(Visitor visitor);

    /** Where a descent starts unless it is said. */
    double[] start();

    /** What is done with each kind of problem. */
    interface Visitor {
        void formula(Formula formula);

        void learning(Learning learning);
    }

    /** Whether a descent that comes to where the function has no value never has one again. */
    default boolean endsForGood() {
        return true;
    }

    /** What a run descends step by step: this, unless each step sees other examples. */
    default Objective stepwise() {
        return this;
    }
}
