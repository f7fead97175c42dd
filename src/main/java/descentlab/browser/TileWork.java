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

    static Float64Array of(String asked, int number) {
        if (!asked.equals(text)) {
            try {
                survey = ChartPlan.survey(asked);
                text = asked;
            } catch (InputException e) {
                throw new IllegalArgumentException(e);
            }
        }
        return Float64Array.copyFromJavaArray(survey.compute(number).numbers());
    }
}
