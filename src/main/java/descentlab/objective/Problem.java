package descentlab.objective;

/** What an experiment descends: a formula, or the loss of a model on data. */
public sealed interface Problem extends Objective permits Formula, Learning {
    /** What a run descends step by step: this, unless each step sees other examples. */
    default Objective stepwise() {
        return this;
    }
}
