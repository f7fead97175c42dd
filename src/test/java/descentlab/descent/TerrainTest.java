package descentlab.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descentlab.message.InputException;
import descentlab.objective.Formula;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerrainTest {
    @Test
    void minimaWithTheirLimits() throws InputException {
        List<Terrain.Minimum> minima = Terrain.minima(Formula.parse("x^2 + 10 sin(x)"), -8, 8);
        assertEquals(2, minima.size());
        assertEquals(-1.306440008369511, minima.get(0).x(), 1e-15);
        assertEquals(0.1716, minima.get(0).limit(), 1e-4);
        assertEquals(3.837467, minima.get(1).x(), 1e-6);
        assertEquals(0.2378, minima.get(1).limit(), 1e-4);
    }

    @Test
    void polesAndEndsAreNoMinima() throws InputException {
        assertTrue(Terrain.minima(Formula.parse("1/x"), -2, 3).isEmpty());
        assertTrue(Terrain.minima(Formula.parse("x"), -2, 3).isEmpty());
        assertTrue(Terrain.minima(Formula.parse("ln(-1-x^2)"), -2, 3).isEmpty());
        assertTrue(Terrain.minima(Formula.parse("7"), -2, 3).isEmpty());
    }

    @Test
    void kinksAreToldFromSmoothMinima() throws InputException {
        assertEquals(1, Terrain.kinkBetween(Formula.parse("|x-1|"), -1, 2), 1e-12);
        assertEquals(0, Terrain.kinkBetween(Formula.parse("max(x, -2x)"), -1, 2));
        assertTrue(Double.isNaN(Terrain.kinkBetween(Formula.parse("x^2"), -1, 2)));
        assertTrue(Double.isNaN(Terrain.kinkBetween(Formula.parse("x^2"), -1e-6, 2e-6)));
    }
}
