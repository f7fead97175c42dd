package descentlab.browser;

import descentlab.experiment.ChartPlan;
import descentlab.message.InputException;
import descentlab.survey.Survey;
import org.teavm.jso.typedarrays.Float64Array;

/** Computes tiles of the survey that a text says, in a worker; the latest survey is kept for the tiles to come. */
final class TileWork {
    private static String text = "";
    private static Survey survey;

    private TileWork() {
    }

    /** @param spent an array that no one needs any more, which holds the tile then if it fits: memory that is new costs more; or null */
    static Float64Array of(String asked, int number, Float64Array spent) {
        if (!asked.equals(text)) {
            try {
                survey = ChartPlan.survey(asked, survey);
                text = asked;
            } catch (InputException e) {
                throw new IllegalArgumentException(e);
            }
        }
        double[] numbers = survey.compute(number).numbers();
        Float64Array sent = spent != null && spent.getLength() == numbers.length ? spent : new Float64Array(numbers.length);
        for (int k = 0; k < numbers.length; k++) {
            sent.set(k, numbers[k]);
        }
        return sent;
    }
}
