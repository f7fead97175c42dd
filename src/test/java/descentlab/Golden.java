package descentlab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A trajectory that PyTorch computed (a line of the files in golden/), as an experiment's text and as what its trace must be. */
public record Golden(JsonObject line) {
    private static final double TOLERANCE = 1e-12;
    /** Of L-BFGS, whose products of vectors PyTorch sums in an order of its own. */
    private static final double LOOSE = 1e-9;

    /** As long as two programs surely agree where the map is chaotic, so that differences in the last digit grow. */
    private static final int STEPS_BEFORE_CHAOS = 25;

    /** The lines of a file, such as {@code gradient_descent.jsonl}. */
    public static List<Golden> read(String file) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + file)) {
            return new String(in.readAllBytes(), UTF_8).lines().map(line -> new Golden(JsonParser.parseString(line).getAsJsonObject())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return line.get("name").getAsString();
    }

    public String optimizer() {
        return line.getAsJsonObject("optimizer").get("name").getAsString();
    }

    public int dimension() {
        return line.getAsJsonArray("x0").size();
    }

    /** The experiment's text: {@code f=…&x0=…&steps=…&run=SGD(lr=0.1)}. */
    public String experiment() {
        JsonElement schedule = line.get("schedule");
        return "f=" + encoded(line.get("f").getAsString())
            + "&x0=" + joined(line.getAsJsonArray("x0"))
            + "&steps=" + line.getAsJsonArray("lr").size()
            + "&run=" + call(line.getAsJsonObject("optimizer")) + (schedule.isJsonNull() ? "" : ";" + call(schedule.getAsJsonObject()));
    }

    @Override
    public String toString() {
        return name();
    }

    /** All but letters, digits and a few signs percent-encoded; a blank too, since + is a plus sign in an experiment's text. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /** As PyTorch's constructor is called: {@code Adam(lr=0.1,betas=(0.8,0.99))}. */
    private static String call(JsonObject named) {
        List<String> arguments = new ArrayList<>();
        for (Map.Entry<String, JsonElement> argument : named.entrySet()) {
            if (!argument.getKey().equals("name")) {
                arguments.add(argument.getKey() + "=" + python(argument.getValue()));
            }
        }
        return named.get("name").getAsString() + "(" + String.join(",", arguments) + ")";
    }

    private static String python(JsonElement value) {
        if (value.isJsonArray()) {
            return "(" + joined(value.getAsJsonArray()) + (value.getAsJsonArray().size() == 1 ? ",)" : ")");
        }
        JsonPrimitive primitive = value.getAsJsonPrimitive();
        if (primitive.isBoolean()) {
            return primitive.getAsBoolean() ? "True" : "False";
        }
        return primitive.isString() ? "'" + primitive.getAsString() + "'" : primitive.getAsString();
    }

    private static String joined(JsonArray numbers) {
        List<String> texts = new ArrayList<>();
        numbers.forEach(number -> texts.add(number.getAsString()));
        return String.join(",", texts);
    }

    /** Fails unless a trace has one run, and that run is this trajectory: as many steps, every number the same or within 1e-12·(1 + |x|). */
    public void check(String trace) {
        JsonObject answer = JsonParser.parseString(trace).getAsJsonObject();
        if (!answer.has("runs") || answer.getAsJsonArray("runs").size() != 1) {
            throw new AssertionError(name() + ": not one run but " + trace);
        }
        JsonObject run = answer.getAsJsonArray("runs").get(0).getAsJsonObject();
        for (String series : List.of("x", "loss", "lr")) {
            check(series, line.getAsJsonArray(series), run.getAsJsonArray(series));
        }
    }

    private void check(String series, JsonArray expected, JsonArray actual) {
        assertEquals(expected.size(), actual.size(), name() + ": length of " + series);
        int end = isChaotic() ? Math.min(expected.size(), STEPS_BEFORE_CHAOS + 1) : expected.size();
        for (int step = 0; step < end; step++) {
            checkStep(series + "[" + step + "]", expected.get(step), actual.get(step));
        }
    }

    private void checkStep(String place, JsonElement expected, JsonElement actual) {
        if (!expected.isJsonArray()) {
            checkNumber(place, expected.getAsJsonPrimitive(), actual.getAsJsonPrimitive());
            return;
        }
        assertEquals(expected.getAsJsonArray().size(), actual.getAsJsonArray().size(), name() + ": coordinates of " + place);
        for (int i = 0; i < expected.getAsJsonArray().size(); i++) {
            checkStep(place + "[" + i + "]", expected.getAsJsonArray().get(i), actual.getAsJsonArray().get(i));
        }
    }

    private void checkNumber(String place, JsonPrimitive expected, JsonPrimitive actual) {
        if (expected.isString() || actual.isString()) {
            assertEquals(expected, actual, name() + ": " + place);
            return;
        }
        double value = expected.getAsDouble();
        assertEquals(value, actual.getAsDouble(), (optimizer().equals("LBFGS") ? LOOSE : TOLERANCE) * (1 + Math.abs(value)), name() + ": " + place);
    }

    /** x − lr·cos x doubles its period ever faster above lr = 2. */
    private boolean isChaotic() {
        return line.get("f").getAsString().equals("sin(x)") && line.getAsJsonObject("optimizer").get("lr").getAsDouble() > 2;
    }
}
