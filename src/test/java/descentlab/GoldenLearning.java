package descentlab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** A network that PyTorch trained (a line of learning.jsonl), as the request of {@code train} and as what it must answer. */
public record GoldenLearning(JsonObject line) {
    public static final List<GoldenLearning> ALL = read();
    private static final double TOLERANCE = 1e-9;

    private static List<GoldenLearning> read() {
        try (InputStream in = GoldenLearning.class.getResourceAsStream("/golden/learning.jsonl")) {
            return new String(in.readAllBytes(), UTF_8).lines().map(line -> new GoldenLearning(JsonParser.parseString(line).getAsJsonObject())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line as it is, with the number of steps. */
    public String request() {
        JsonObject request = line.deepCopy();
        request.addProperty("steps", line.getAsJsonArray("loss").size());
        return request.toString();
    }

    public void check(String answer) {
        JsonObject trained = JsonParser.parseString(answer).getAsJsonObject();
        for (String field : List.of("loss", "end")) {
            assertTrue(trained.has(field), answer);
            check(field, line.get(field), trained.get(field));
        }
    }

    private void check(String place, JsonElement expected, JsonElement actual) {
        if (!expected.isJsonArray()) {
            double value = expected.getAsDouble();
            assertEquals(value, actual.getAsDouble(), TOLERANCE * (1 + Math.abs(value)), this + ": " + place);
            return;
        }
        assertEquals(expected.getAsJsonArray().size(), actual.getAsJsonArray().size(), this + ": " + place);
        for (int i = 0; i < expected.getAsJsonArray().size(); i++) {
            check(place + "[" + i + "]", expected.getAsJsonArray().get(i), actual.getAsJsonArray().get(i));
        }
    }

    @Override
    public String toString() {
        return line.get("name").getAsString();
    }
}
