package descentlab.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ViewportTest {
    private static final Viewport UNIT = new Viewport(0, 1, 0, 2);

    @Test
    void zoomKeepsThePointAndPanMoves() {
        assertEquals(new Viewport(0.125, 0.625, 0.5, 1.5), UNIT.zoom(2, 0.25, 1));
        assertEquals(UNIT, UNIT.zoom(2, 0.25, 1).zoom(0.5, 0.25, 1));
        assertEquals(new Viewport(1, 2, -1, 1), UNIT.pan(1, -1));
    }

    @Test
    void neitherCollapsesNorGrowsBeyondNumbers() {
        Viewport view = UNIT.pan(1, 0);
        for (int i = 0; i < 200; i++) {
            view = view.zoom(3, 1.3, 1);
        }
        assertTrue(view.width() > 1e-12 && view.width() < 1e-11);
        for (int i = 0; i < 2000; i++) {
            view = view.zoom(0.2, 1.3, 1);
        }
        assertTrue(view.width() > 1e299 && view.xMax() <= 1e300);
        assertSame(view, view.pan(1e308, 0));
        assertSame(UNIT, UNIT.zoom(0, 0, 0));
        assertSame(UNIT, UNIT.zoom(-2, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Viewport(1, 1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Viewport(Double.NaN, 1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Viewport(0, Double.POSITIVE_INFINITY, 0, 1));
    }

    /** Of whatever data, as near together or as far apart as numbers are. */
    @Test
    void anyBoundsHaveAView() {
        double[][] bounds = {{0, 1}, {1, 1.0000000000000002}, {-1e308, 1e308}, {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY}, {1e305, 1e306}, {-1e306, -1e305}, {7, 7}};
        for (double[] x : bounds) {
            for (double[] y : bounds) {
                assertTrue(Viewport.of(x, y).width() > 0);
            }
        }
        assertEquals(new Viewport(0, 1, 6 - 7e-6, 8 + 7e-6), Viewport.of(new double[] {0, 1}, new double[] {7, 7}));
    }

    @Test
    void fitsWhatMatters() {
        Viewport bowl = Viewport.fit(Example.BOWL, -8, 12);
        assertTrue(bowl.yMin() < 0 && bowl.yMin() > -10 && bowl.yMax() > 99 && bowl.yMax() < 110, bowl.toString());
        Viewport pole = Viewport.fit(Example.HYPERBOLA, -5, 5);
        assertTrue(pole.yMax() < 8 && pole.yMax() > 1 && pole.yMin() > -8, pole.toString());
        Viewport logarithm = Viewport.fit(Example.LOGARITHM, -2, 6);
        assertTrue(logarithm.yMin() < -2 && logarithm.yMin() > -8 && logarithm.yMax() > 1.79, logarithm.toString());
        assertEquals(new Viewport(-1, 1, 4, 6), Viewport.fit(Example.CONSTANT, -1, 1));
        assertEquals(new Viewport(-3, -1, -1, 1), Viewport.fit(Example.LOGARITHM, -3, -1));
        Viewport wall = Viewport.fit(new Example(x -> Math.exp(x * x * x), x -> 0), -20, 20);
        assertTrue(wall.yMax() < 1e300);
    }

    @Test
    void pixelsThereAndBack() {
        Plot plot = new Plot(new Viewport(-5, 5, 0, 100), new Frame(10, 20, 200, 100));
        assertEquals(110, plot.px(0));
        assertEquals(70, plot.py(50));
        assertEquals(-5, plot.xAt(10));
        assertEquals(100, plot.yAt(20));
        assertEquals(3.25, plot.xAt(plot.px(3.25)), 1e-12);
        assertEquals(0, plot.px(1e308) - plot.px(Double.POSITIVE_INFINITY));
        assertTrue(Double.isNaN(plot.px(Double.NaN)));
    }

    @Test
    void linesAreCutAtTheFrame() {
        Frame frame = new Frame(0, 0, 10, 10);
        double[] line = {-10, 5, 30, 5};
        assertTrue(frame.cut(line));
        assertEquals("[0.0, 5.0, 10.0, 5.0]", java.util.Arrays.toString(line));
        double[] diagonal = {5, 5, 1e100, 1e100};
        assertTrue(frame.cut(diagonal));
        assertEquals("[5.0, 5.0, 10.0, 10.0]", java.util.Arrays.toString(diagonal));
        assertTrue(!frame.cut(new double[] {-1, 8, 3, 20}) && !frame.cut(new double[] {-1, 3, -1, 7}) && !frame.cut(new double[] {-5, 8, 4, 25}));
        double[] corner = {-5, 5, 5, -5 + 4};
        assertTrue(frame.cut(corner));
    }
}
