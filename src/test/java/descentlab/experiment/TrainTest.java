package descentlab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import descentlab.GoldenLearning;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TrainTest {
    private static final String GOOD = """
        {"sizes": [1, 1], "loss_function": "MSELoss", "inputs": [[1], [2]], "targets": [[5], [8]], "optimizer": {"name": "SGD", "lr": 0.5},
         "start": [[[0]], [0]], "steps": 2}""";

    /** Of two mistakes the one that is written first. */
    @ParameterizedTest
    @CsvSource({"alpha, omega", "omega, alpha"})
    void saysTheFirstMistake(String first, String second) {
        String answer = Train.of(GOOD.replace("\"lr\": 0.5", "\"" + first + "\": 0.5, \"" + second + "\": 0.5"));
        assertTrue(answer.contains(first) && !answer.contains(second), answer);
    }

    private static List<GoldenLearning> golden() {
        return GoldenLearning.ALL;
    }

    @ParameterizedTest
    @MethodSource("golden")
    void equalsPyTorch(GoldenLearning golden) {
        golden.check(Train.of(golden.request()));
    }

    @Test
    void takesStepsWithASchedule() {
        String halved = GOOD.replace("\"steps\"", "\"schedule\": {\"name\": \"StepLR\", \"step_size\": 1, \"gamma\": 0.5}, \"steps\"");
        // w, b = 0, 0: residuals −5, −8; ∂w = −21, ∂b = −13. Then 10.5, 6.5: residuals 12, 19.5; ∂w = 51, ∂b = 31.5, at half the rate.
        assertEquals("{\"loss\":[44.5,262.125],\"end\":[[[-2.25]],[-1.375]]}", Train.of(halved));
    }

    @Test
    void classesStandAsNumbersOrRows() {
        String request = """
            {"sizes": [1, 3], "loss_function": "CrossEntropyLoss", "inputs": [[1], [2]], "targets": TARGETS, "optimizer": {"name": "SGD", "lr": 1},
             "start": [[[0], [0], [0]], [0, 0, 0]], "steps": 1}""";
        String bare = Train.of(request.replace("TARGETS", "[0, 2]"));
        assertEquals(bare, Train.of(request.replace("TARGETS", "[[0], [2]]")));
        JsonObject answer = JsonParser.parseString(bare).getAsJsonObject();
        assertEquals(Math.log(3), answer.getAsJsonArray("loss").get(0).getAsDouble(), 1e-15);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "[1, 1] | [1]", "[1, 1] | [1, 0.5]", "[1, 1] | [2, 1]", "[1, 1] | 7", "MSELoss | Loss", "[[1], [2]] | []", "[[1], [2]] | [[1], [2], [3]]",
        "[[1], [2]] | [[1], \"a\"]", "[[5], [8]] | [[5]]", "[[5], [8]] | [[5, 1], [8, 1]]", "SGD | SDG", "\"lr\": 0.5 | \"rate\": 0.5",
        "[[[0]], [0]] | [[[0]]]", "[[[0]], [0]] | [[[0, 1]], [0]]", "[[[0]], [0]] | [[[0]], [0, 0]]", "\"steps\": 2 | \"steps\": 2.5",
        "\"steps\": 2 | \"step\": 2", "\"steps\": 2} | \"steps\": 2", "\"steps\": 2} | \"steps\": NaN}", "\"steps\": 2} | \"steps\": 2}}",
        "\"steps\": 2 | \"activation\": \"step\", \"steps\": 2", "\"steps\": 2 | \"schedule\": {\"name\": \"Step\"}, \"steps\": 2"})
    void refusesInASentence(String good, String bad) {
        assertFalse(Train.of(GOOD).contains("error"), Train.of(GOOD));
        String answer = Train.of(GOOD.replace(good, bad));
        JsonObject error = JsonParser.parseString(answer).getAsJsonObject().getAsJsonObject("error");
        assertTrue(error != null && error.get("message").getAsString().endsWith("."), answer);
    }

    @Test
    void refusesEveryTruncation() {
        for (int end = 0; end < GOOD.length(); end++) {
            assertTrue(Train.of(GOOD.substring(0, end)).startsWith("{\"error\""), GOOD.substring(0, end));
        }
    }
}
