package descentlab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import descentlab.message.InputException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever stands in an address: it is an experiment that can be written and read again, or a mistake with its place; never an exception or a hang. */
class ExperimentFuzzTest {
    private static final int TEXTS = 60_000;
    private static final int TRACES = 3_000;
    private static final String[] GOOD = {
        "f=x^2&x0=1&lr=0.1&steps=5",
        "f=sin(3x)%2Bx^2/10&x0=4&run=SGD(lr=0.1,momentum=0.9,nesterov=True)&steps=3",
        "f=ln(1%2Be^(-x))&lr=0.01,0.1&steps=4&scale=log&view=embed&window=-1,1,-1,1&tolerance=1e-6",
        "f=max(x,-2x)&run=SGD(lr=0.1);Manual(milestones=(1,2),rates=(0.5,0.1))&steps=4&at=2&set=1&off=1",
        "f=x^2%2By^2&x0=1,2&lr=0.1&steps=2",
        "f=||x|-1|&x0=1e-3&lr=-1e300&steps=3&colour=red"};
    private static final String[] PIECES = {
        "&", "=", "%", "%zz", "%00", "%F0%9F%98%80", "%ED%A0%80", "(", ")", "|", "^", "x", "y", "sin", "e", "1e308", "-", "+", "NaN", "inf", "<script>",
        "\u0000", "\u0007", "é", "𝄞", "\uD800", ",", ".", "1e999", "lr=", "lr=,", "run=SGD(", "f=", "x0=", "steps=", "steps=1e3", "&&", "#", "?", "  ",
        "^^", "²", "√", ";", "True", "(1,)", "\n", "\t", "x".repeat(300), "(".repeat(300), "x^".repeat(200), "&a".repeat(300), "1,".repeat(200)};

    private static String mutated(Random random) {
        StringBuilder text = new StringBuilder(GOOD[random.nextInt(GOOD.length)]);
        for (int k = random.nextInt(5); k >= 0; k--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(6));
            text.replace(at, random.nextBoolean() ? at : end, random.nextInt(4) == 0 ? "" : PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    @Test
    void everyTextIsAnExperimentOrAMistakeWithItsPlace() {
        Random random = new Random(11);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < TEXTS; i++) {
                String text = i % 500 == 0 ? mutated(random).repeat(100) : mutated(random);
                check(text);
            }
        });
    }

    private static void check(String text) throws InputException {
        Experiment experiment;
        try {
            experiment = ExperimentText.read(text);
        } catch (InputException e) {
            assertTrue(e.position() >= 0 && e.length() >= 0 && e.position() + e.length() <= text.length(), text);
            return;
        }
        String written = ExperimentText.write(experiment);
        assertEquals(written, ExperimentText.write(ExperimentText.read(written)), text);
    }

    @Test
    void everyTraceIsJson() {
        Random random = new Random(12);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < TRACES; i++) {
                JsonObject trace = JsonParser.parseString(Trace.of(mutated(random).replace("steps=", "steps=0"))).getAsJsonObject();
                assertTrue(trace.has("runs") != trace.has("error"));
            }
        });
    }
}
