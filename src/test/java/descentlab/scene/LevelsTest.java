package descentlab.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descentlab.message.InputException;
import descentlab.objective.Formula;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelsTest {
    private static double[] levels(String formula, double reach) throws InputException {
        return Levels.of(Field.of(Formula.parse(formula, 2), new Viewport(-reach, reach, -reach, reach), 101, 101)).values();
    }

    @Test
    void evenWhereTheValuesSpreadEvenly() throws InputException {
        assertArrayEquals(new double[] {-4, -3, -2, -1, 0, 1, 2, 3, 4}, levels("x + y", 2.2), 1e-12);
        assertArrayEquals(new double[] {-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5}, levels("x^2 - y^2", 2.4), 1e-12);
    }

    @Test
    void atPowersOfTenWhereTheyGrowByOrdersOfMagnitude() throws InputException {
        double[] levels = levels("x^20 + y^20", 3);
        for (int k = 1; k < levels.length; k++) {
            double decades = Math.log10(levels[k] / levels[k - 1]);
            assertEquals(Math.rint(decades), decades, 1e-9);
        }
        double[] rosenbrock = levels("(1-x)^2 + 100(y-x^2)^2", 2);
        assertTrue(rosenbrock[0] <= 1 && rosenbrock[rosenbrock.length - 1] >= 1000);
    }

    /** The edge of a logarithm, which goes down for ever, leaves the levels of the rest alone. */
    @Test
    void aPitDoesNotTakeTheLevels() throws InputException {
        double[] levels = levels("log(x+y)", 3);
        assertTrue(levels.length >= 6 && levels[0] > -3, levels.length + " levels from " + levels[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x + y", "x^2 + y^2", "(1-x)^2 + 100(y-x^2)^2", "x^20 + y^20", "1/(x*y)", "log(x+y)", "|x| + |y|", "max(|x|, 2|y|)",
        "exp(exp(x^2+y^2))", "floor(x) + y", "sin(3x) sin(3y)", "-exp(-9x^2-9y^2)", "10^6 + x^2 + y^2", "1e-300(x^2 + y^2)", "1/(x^2+y^2)"})
    void enoughAndAscending(String formula) throws InputException {
        double[] levels = levels(formula, 3);
        assertTrue(levels.length >= 4 && levels.length <= 28, levels.length + " levels");
        for (int k = 1; k < levels.length; k++) {
            assertTrue(levels[k] > levels[k - 1]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "0y", "sqrt(-1-x^2)", "1/0 + y"})
    void noneWhereNothingDiffers(String formula) throws InputException {
        assertEquals(0, levels(formula, 3).length);
    }

    @Test
    void positionsCountTheLevels() {
        Levels levels = new Levels(new double[] {1, 2, 4});
        assertEquals(0, levels.position(1));
        assertEquals(1.5, levels.position(3));
        assertEquals(-1, levels.position(-1e9), 1e-8);
        assertEquals(3, levels.position(Double.POSITIVE_INFINITY), 1e-8);
        assertTrue(Double.isNaN(levels.position(Double.NaN)));
    }
}
