package descentlab.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descentlab.message.InputException;
import descentlab.objective.Formula;
import org.junit.jupiter.api.Test;

class IsolinesTest {
    private static final int NODES = 101;
    private static final double REACH = 2;
    private static final Frame FRAME = new Frame(-REACH, -REACH, 2 * REACH, 2 * REACH);

    /** The pieces at 0, 1, …, in the units of the function, y downwards. */
    private static Points[] lines(String formula, int levels) throws InputException {
        Field field = Field.of(Formula.parse(formula, 2), new Viewport(-REACH, REACH, -REACH, REACH), NODES, NODES);
        return new Isolines(field.values(), NODES, NODES, levels, FRAME).lines();
    }

    private static double length(Points line) {
        double length = 0;
        for (int i = 0; i < line.count; i += 2) {
            length += Math.hypot(line.xs[i + 1] - line.xs[i], line.ys[i + 1] - line.ys[i]);
        }
        return length;
    }

    @Test
    void circlesAreRound() throws InputException {
        Points[] lines = lines("x^2 + y^2", 4);
        for (int level = 1; level < 4; level++) {
            for (int i = 0; i < lines[level].count; i++) {
                assertEquals(Math.sqrt(level), Math.hypot(lines[level].xs[i], lines[level].ys[i]), 2e-4);
            }
            assertEquals(2 * Math.PI * Math.sqrt(level), length(lines[level]), 2e-3);
        }
    }

    /** A straight line has the length that it has; y grows upwards in the function and downwards on the screen. */
    @Test
    void straightLinesAreStraight() throws InputException {
        Points[] lines = lines("x + 2y", 2);
        assertEquals(2 * Math.sqrt(5), length(lines[0]), 1e-9);
        for (int i = 0; i < lines[1].count; i++) {
            assertEquals(1, lines[1].xs[i] - 2 * lines[1].ys[i], 1e-9);
        }
    }

    /** In a square with opposite corners above, the middle says which are joined: no line ends inside. */
    @Test
    void everyEndMeetsAnotherOrTheEdge() throws InputException {
        Points line = lines("20 x y + sin(9x) + cos(11y)", 1)[0];
        for (int i = 0; i < line.count; i++) {
            int meeting = 0;
            for (int k = 0; k < line.count; k++) {
                meeting += Math.hypot(line.xs[i] - line.xs[k], line.ys[i] - line.ys[k]) < 1e-9 ? 1 : 0;
            }
            boolean edge = Math.max(Math.abs(line.xs[i]), Math.abs(line.ys[i])) > REACH - 1e-9;
            assertTrue(edge || meeting >= 2, line.xs[i] + ", " + line.ys[i]);
        }
    }

    @Test
    void nothingIsDrawnWhereThereIsNoValue() throws InputException {
        Points line = lines("log(x) + 0y", 1)[0];
        assertEquals(2 * REACH, length(line), 1e-9);
        assertEquals(0, lines("sqrt(-1-x^2)", 1)[0].count);
    }
}
