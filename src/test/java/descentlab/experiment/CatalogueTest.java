package descentlab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descentlab.descent.Verdict;
import descentlab.message.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
    static Stream<CatalogueEntry> all() {
        return Catalogue.FUNCTIONS.stream();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sphere", "Ill-conditioned bowl", "Rotated bowl", "Rosenbrock", "Himmelblau", "Beale", "Booth", "Matyas", "McCormick",
        "Three-hump camel", "Six-hump camel", "Goldstein–Price", "Styblinski–Tang", "Rastrigin", "Ackley", "Easom", "Saddle", "Monkey saddle", "Plateau"})
    void holdsTheTestFunctions(String name) throws IOException {
        List<String> words = Files.readAllLines(Path.of("src/main/resources/descentlab/messages_en.properties"));
        assertTrue(all().anyMatch(entry -> entry.isMap() && words.contains("html.function." + entry.key() + " = " + name)));
    }

    @Test
    void standsInTheMenu() throws IOException {
        String page = Files.readString(Path.of("webapp/index.html"));
        Stream.concat(all(), Catalogue.LEARNING.stream()).forEach(entry -> assertTrue(page.contains("<option value=\"" + entry.key() + "\">"), entry.key()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void teachesInOneLine(CatalogueEntry entry) {
        String lesson = Messages.english().text(entry.lesson());
        assertTrue(lesson.endsWith(".") && lesson.length() <= 110 && !lesson.contains("\n"), lesson);
    }

    @ParameterizedTest
    @MethodSource("all")
    void showsTheStartAndRunsThatDiffer(CatalogueEntry entry) {
        Experiment experiment = entry.experiment();
        assertEquals(entry.isMap() ? 2 : 1, experiment.function().dimension());
        List<Double> window = experiment.display().window();
        double[] start = experiment.startPoint();
        for (int i = 0; i < start.length && entry.isMap(); i++) {
            assertTrue(window.get(2 * i) < start[i] && start[i] < window.get(2 * i + 1), "start " + start[i]);
        }
        List<Verdict> verdicts = Results.of(experiment).verdicts();
        assertTrue(verdicts.size() >= 2);
        assertFalse(verdicts.stream().distinct().count() < 2, "all end alike");
    }

    @Test
    void theConditionNumberIsASlider() {
        CatalogueEntry valley = all().filter(entry -> entry.key().equals("valley")).findFirst().orElseThrow();
        assertEquals(25, valley.experiment().formula().parameters().get("k"));
    }
}
