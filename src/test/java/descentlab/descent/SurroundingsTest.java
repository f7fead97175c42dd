package descentlab.descent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import descentlab.descent.Surroundings.Shape;
import descentlab.message.InputException;
import descentlab.objective.Formula;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
    private static Shape around(String formula, double... point) throws InputException {
        return new Surroundings(Formula.parse(formula), 1).shape(point, false);
    }

    @Test
    void shapesAroundAPoint() throws InputException {
        assertEquals(Shape.BOTTOM, around("x^2", 0));
        assertEquals(Shape.BOTTOM, around("5 + x^4", 0));
        assertEquals(Shape.BOTTOM, around("|x|", 0));
        assertEquals(Shape.TOP, around("-x^2", 0));
        assertEquals(Shape.NEITHER, around("x^3", 0));
        assertEquals(Shape.NEITHER, around("3", 0));
        assertEquals(Shape.NEITHER, around("x^2 - y^2", 0, 0));
        assertEquals(Shape.BOTTOM, around("x^2 + y^2", 0, 0));
    }

    /** Along a valley rounding makes some points a little lower; and where small slopes may lead on, a bottom that is near counts. */
    @Test
    void bottomsThatAreNearlyLevel() throws InputException {
        assertEquals(Shape.BOTTOM, around("(x-y)^2", 1.5, Math.nextUp(1.5)));
        assertEquals(Shape.NEITHER, around("(x-y)^2 - 1e-6*(x+y)^2", 1.5, 1.5));
        assertEquals(Shape.BOTTOM, around("x^6", 0.011));
        assertEquals(Shape.NEITHER, new Surroundings(Formula.parse("x^6"), 1).shape(new double[] {0.011}, true));
        assertEquals(Shape.NEITHER, around("x^3", 1e-5));
        assertEquals(Shape.NEITHER, around("x^2 + y^4 - 0.005*y^2", 0, 0));
    }

    /** Also where fewer points are asked about than before. */
    @Test
    void manyPointsAtOnce() throws InputException {
        Surroundings surroundings = new Surroundings(Formula.parse("cos(x)"), 3);
        assertArrayEquals(new Shape[] {Shape.TOP, Shape.BOTTOM, Shape.TOP}, surroundings.shapes(new double[][] {{0, Math.PI, 2 * Math.PI}}, 3, false));
        assertArrayEquals(new Shape[] {Shape.BOTTOM}, surroundings.shapes(new double[][] {{Math.PI, 0, 0}}, 1, false));
    }
}
