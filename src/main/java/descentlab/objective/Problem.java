package descentlab.objective;

/** What an experiment descends: a formula, or the loss of a model on data. */
public sealed interface Problem extends Objective permits Formula, Learning {
    /** Whether a descent that comes to where the function has no value never has one again. */
    default boolean endsForGood() {
        return true;
    }

    /** What a run descends step by step: this, unless each step sees other examples. */
    default Objective stepwise() {
        return this;
    }
}
