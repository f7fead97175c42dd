package descentlab.scene;

import static org.junit.jupiter.api.Assertions.assertTrue;

import descentlab.message.InputException;
import descentlab.objective.Formula;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirstViewTest {
    @ParameterizedTest
    @CsvSource({"x^2 + 10 sin(x), -5, -1.306", "(x-2)^2, 10, 2", "(x-2)^2, 2, 2", "x^4 - 2x^2, 0.1, 1", "1 - exp(-x^2), 2.5, 0"})
    void showsTheStartAndTheNearestMinimum(String formula, double start, double minimum) throws InputException {
        Viewport view = FirstView.ofCurve(Formula.parse(formula), start);
        for (double x : new double[] {start, minimum}) {
            assertTrue(view.xMin() < x && x < view.xMax(), view.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x^2", "7", "1/x", "ln(x)", "x^20", "exp(x^2)", "sin(1/x)", "sqrt(-1-x^2)", "10^400 x", "1e-300 x^2"})
    void thereIsAlwaysAView(String formula) throws InputException {
        Formula function = Formula.parse(formula);
        for (double start : new double[] {0, -5, 1e-300, 1e15, -1e15, 1e100, 1.7e308, -1.7e308}) {
            Viewport view = FirstView.ofCurve(function, start);
            for (double x : new double[] {start, 0, 1e6, Double.NaN, Double.POSITIVE_INFINITY, 1.7e308}) {
                assertTrue(FirstView.followingOnCurve(function, view, x).width() >= view.width());
            }
        }
    }

    @Test
    void followsARunThatLeavesButNotToTheEndOfTheWorld() throws InputException {
        Formula function = Formula.parse("(x-2)^2");
        Viewport view = FirstView.ofCurve(function, 10);
        assertTrue(FirstView.followingOnCurve(function, view, 40).xMax() > 40);
        assertTrue(FirstView.followingOnCurve(function, view, 1e9).equals(view));
    }
}
