package descentlab.browser;

import descentlab.experiment.ExperimentText;
import descentlab.experiment.Training;
import descentlab.experiment.Vocabulary;
import descentlab.message.InputException;
import org.teavm.jso.typedarrays.Float64Array;

/** Trains what a page has asked for, in a worker; the present training is kept for the stints to come. */
final class TrainingWork {
    /** Milliseconds of work for one answer. */
    private static final double STINT = 80;

    private static Training training;
    private static Stint stint = new Stint();
    private static double[] told;

    private TrainingWork() {
    }

    /**
     * @param text  of the experiment, or "" for the present one
     * @param known the last state that the page knows of each run, where the text is given
     * @param most  as many steps of all runs together are taken
     * @return what the page does not know yet
     */
    static Float64Array of(String text, Float64Array known, double most) {
        if (!text.isEmpty()) {
            try {
                training = new Training(ExperimentText.read(text, Vocabulary.whole()), training);
            } catch (InputException e) {
                throw new IllegalArgumentException(e);
            }
            told = known.copyToJavaArray();
        }
        stint.work(training, STINT, most);
        return Float64Array.copyFromJavaArray(training.news(told));
    }
}
