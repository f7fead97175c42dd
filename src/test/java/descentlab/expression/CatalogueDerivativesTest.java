package descentlab.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descentlab.experiment.Catalogue;
import descentlab.experiment.CatalogueEntry;
import descentlab.experiment.Experiment;
import descentlab.message.InputException;
import descentlab.objective.Formula;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values, gradients and Hessians of the functions of x and y of the catalogue, over their first views, against Hipparchus. */
class CatalogueDerivativesTest {
    private static final double TOLERANCE = 1e-9;
    private static final int POINTS = 500;

    static Stream<CatalogueEntry> maps() {
        return Catalogue.FUNCTIONS.stream().filter(CatalogueEntry::isMap);
    }

    @ParameterizedTest
    @MethodSource("maps")
    void agreeWithHipparchus(CatalogueEntry entry) throws InputException {
        Experiment experiment = entry.experiment();
        Formula function = experiment.formula();
        List<Double> window = experiment.display().window();
        double[][] x = new double[2][POINTS];
        Random random = new Random(4);
        for (int l = 0; l < POINTS; l++) {
            x[0][l] = window.get(0) + random.nextDouble() * (window.get(1) - window.get(0));
            x[1][l] = window.get(2) + random.nextDouble() * (window.get(3) - window.get(2));
        }
        double[] loss = new double[POINTS];
        double[][] gradient = new double[2][POINTS];
        double[][] hessian = new double[4][POINTS];
        function.gradient(x, loss, gradient, POINTS);
        function.hessian(x, hessian, POINTS);
        Expression formula = Parser.parse(entry.formula().replace("k ", "25"), List.of("x", "y"));
        for (int l = 0; l < POINTS; l++) {
            DSFactory factory = new DSFactory(2, 2);
            DerivativeStructure f = Trees.derivatives(formula, List.of(factory.variable(0, x[0][l]), factory.variable(1, x[1][l])), 0);
            double[] expected = {f.getValue(), f.getPartialDerivative(1, 0), f.getPartialDerivative(0, 1), f.getPartialDerivative(2, 0),
                f.getPartialDerivative(1, 1), f.getPartialDerivative(1, 1), f.getPartialDerivative(0, 2)};
            double[] actual = {loss[l], gradient[0][l], gradient[1][l], hessian[0][l], hessian[1][l], hessian[2][l], hessian[3][l]};
            for (int k = 0; k < expected.length; k++) {
                assertTrue(Double.isFinite(expected[k]), entry.key());
                String place = entry.key() + " at " + x[0][l] + ", " + x[1][l] + ", derivative " + k;
                assertEquals(expected[k], actual[k], TOLERANCE * Math.max(1, Math.abs(expected[k])), place);
            }
        }
    }
}
