package descentlab.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descentlab.descent.CriticalPoint.Kind;
import descentlab.experiment.Catalogue;
import descentlab.experiment.CatalogueEntry;
import descentlab.experiment.Experiment;
import descentlab.message.InputException;
import descentlab.objective.Formula;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The known minima of the catalogue (Jamil and Yang, A literature survey of benchmark functions, 2013) are found in its first views. */
class CriticalPointsTest {
    @ParameterizedTest
    @CsvSource({"sphere, 0, 0, 0", "valley, 0, 0, 0", "rotated, 0, 0, 0", "rosenbrock, 1, 1, 0", "himmelblau, 3, 2, 0",
        "himmelblau, -2.805118086952745, 3.131312518250573, 0", "himmelblau, -3.779310253377747, -3.283185991286170, 0",
        "himmelblau, 3.584428340330492, -1.848126526964404, 0", "beale, 3, 0.5, 0", "booth, 1, 3, 0", "matyas, 0, 0, 0",
        "mccormick, -0.547197551196598, -1.547197551196598, -1.913222954981037", "threehump, 0, 0, 0", "threehump, -1.747552346, 0.873776173, 0.298638442",
        "sixhump, 0.089842013, -0.712656403, -1.031628453", "sixhump, -0.089842013, 0.712656403, -1.031628453", "goldstein, 0, -1, 3",
        "styblinski, -2.903534028, -2.903534028, -78.332331408", "rastrigin, 0, 0, 0", "rastrigin, 0.994958638, 0, 0.994959057", "ackley, 0, 0, 0",
        "easom, 3.141592653589793, 3.141592653589793, -1", "hole, 0, 0, 0"})
    void findsTheKnownMinima(String key, double x, double y, double value) {
        CriticalPoint nearest = null;
        for (CriticalPoint point : found(key)) {
            boolean nearer = nearest == null || Math.hypot(point.x() - x, point.y() - y) < Math.hypot(nearest.x() - x, nearest.y() - y);
            nearest = point.kind() == Kind.MINIMUM && nearer ? point : nearest;
        }
        assertEquals(x, nearest.x(), 2e-8);
        assertEquals(y, nearest.y(), 2e-8);
        assertEquals(value, nearest.loss(), 2e-8);
    }

    @ParameterizedTest
    @CsvSource({"sphere, 1, 0, 0", "rosenbrock, 1, 0, 0", "himmelblau, 4, 4, 1", "goldstein, 4, 4, 1", "threehump, 3, 2, 0", "sixhump, 6, 7, 2",
        "styblinski, 4, 4, 1", "saddle, 0, 1, 0", "monkey, 0, 1, 0", "hole, 1, 0, 0", "booth, 1, 0, 0"})
    void findsEachOnceAndSaysWhatItIs(String key, int minima, int saddles, int maxima) {
        assertEquals(List.of(minima, saddles, maxima), List.of(count(key, Kind.MINIMUM), count(key, Kind.SADDLE), count(key, Kind.MAXIMUM)));
    }

    @Test
    void saysTheCurvatureAtAMinimum() throws InputException {
        CriticalPoint bottom = CriticalPoints.find(Formula.parse("(x^2 + 25y^2)/2"), -10, 10, -4, 4).get(0);
        assertEquals(1, bottom.smallest(), 1e-12);
        assertEquals(25, bottom.largest(), 1e-12);
    }

    @Test
    void findsNothingOnAPlaneOrAConstant() throws InputException {
        assertTrue(CriticalPoints.find(Formula.parse("x + y"), -1, 1, -1, 1).isEmpty());
        assertTrue(CriticalPoints.find(Formula.parse("3", 2), -1, 1, -1, 1).isEmpty());
        assertTrue(CriticalPoints.find(Formula.parse("log(-1-x^2) + y"), -1, 1, -1, 1).isEmpty());
    }

    /** Beside a cliff, at a pole, along a level floor and on a step nothing is flat, whatever Newton's method makes of it. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"exp(exp(x^2+y^2)); 1", "1/(x*y); 0", "floor(x) + |y|; 0", "|x|; 0", "x^2; 0", "log(x+y); 0", "max(|x|, 2|y|); 1",
        "x^20 + y^20; 1", "1/(x^2+y^2); 0", "tanh(9x) + tanh(9y); 0", "x^4 + y^4; 1", "sqrt(x^2+y^2); 1"})
    void findsNothingThatIsNotThere(String formula, int points) throws InputException {
        List<CriticalPoint> found = CriticalPoints.find(Formula.parse(formula, 2), -4, 4, -4, 4);
        assertEquals(points, found.size(), found.toString());
        for (CriticalPoint point : found) {
            assertEquals(Kind.MINIMUM, point.kind());
            assertEquals(0, Math.hypot(point.x(), point.y()), 1e-9);
        }
    }

    private static int count(String key, Kind kind) {
        return (int) found(key).stream().filter(point -> point.kind() == kind).count();
    }

    private static List<CriticalPoint> found(String key) {
        List<CriticalPoint> found = new ArrayList<>();
        for (CatalogueEntry entry : Catalogue.FUNCTIONS) {
            if (entry.key().equals(key)) {
                Experiment experiment = entry.experiment();
                List<Double> window = experiment.display().window();
                found.addAll(CriticalPoints.find(experiment.function(), window.get(0), window.get(1), window.get(2), window.get(3)));
            }
        }
        return found;
    }
}
