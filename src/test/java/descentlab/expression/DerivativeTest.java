package descentlab.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descentlab.message.InputException;
import java.util.List;
import java.util.Random;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Derivatives against Hipparchus, which differentiates numbers and not formulas. */
class DerivativeTest {
    private static final double TOLERANCE = 1e-9;
    /** What may be left of the largest of value and derivatives where terms of its size cancel to 0. */
    private static final double CANCELLED = 1e-13;
    private static final int FORMULAS = 200;
    private static final int POINTS = 20;

    @Test
    void firstAndSecondDerivativesOfRandomFormulasInX() throws InputException {
        compare(List.of("x"), 20, FORMULAS);
    }

    @Test
    void gradientsAndHessiansOfRandomFormulasInXAndY() throws InputException {
        compare(List.of("x", "y"), 21, FORMULAS);
    }

    /** As many formulas as are wanted, each compared at three points at least. */
    private static void compare(List<String> variables, long seed, int wanted) throws InputException {
        RandomFormulas formulas = new RandomFormulas(seed, variables);
        Random random = new Random(seed);
        int compared = 0;
        while (compared < wanted) {
            String text = formulas.smooth(4);
            Expression expression = Parser.parse(text, variables);
            int points = 0;
            for (int i = 0; i < POINTS; i++) {
                double[] point = {random.nextDouble() * 4 - 2, random.nextDouble() * 4 - 2};
                points += compare(text, expression, variables.size(), point) ? 1 : 0;
            }
            compared += points >= 3 && text.contains("x") ? 1 : 0;
        }
    }

    private static boolean compare(String text, Expression expression, int dimension, double[] point) {
        double[] expected = oracle(expression, dimension, point, 0);
        if (!isTame(expected, oracle(expression, dimension, point, 1e-14))) {
            return false;
        }
        double[] actual = derivatives(expression, dimension, point);
        double largest = 1;
        for (double each : expected) {
            largest = Math.max(largest, Math.abs(each));
        }
        for (int k = 0; k < expected.length; k++) {
            double tolerance = TOLERANCE * Math.abs(expected[k]) + CANCELLED * largest;
            assertEquals(expected[k], actual[k], tolerance, text + " at " + point[0] + ", " + point[1] + ", derivative " + k);
        }
        return true;
    }

    /** Finite, and not so steep or so ill-conditioned that rounding alone moves it by more than the tolerance. The oracle alone decides this. */
    private static boolean isTame(double[] expected, double[] beside) {
        for (int k = 0; k < expected.length; k++) {
            if (!(Math.abs(expected[k]) < 1e100) || !(Math.abs(expected[k] - beside[k]) <= 1e-11 * Math.abs(expected[k]))) {
                return false;
            }
        }
        return true;
    }

    /** f, its gradient and its Hessian, by a tape. */
    private static double[] derivatives(Expression expression, int dimension, double[] point) {
        Graph graph = new Graph(List.of("x", "y"));
        int[] outputs = new int[1 + dimension + dimension * dimension];
        outputs[0] = graph.add(expression);
        for (int i = 0; i < dimension; i++) {
            outputs[1 + i] = Derivative.of(graph, outputs[0], i);
            for (int j = 0; j < dimension; j++) {
                outputs[1 + dimension + i * dimension + j] = Derivative.of(graph, outputs[1 + i], j);
            }
        }
        return TapeTest.evaluate(Tape.compile(graph, outputs), point);
    }

    /** The same by Hipparchus, with a relative error in the point and in the constants of the formula. */
    private static double[] oracle(Expression expression, int dimension, double[] point, double error) {
        DSFactory factory = new DSFactory(dimension, 2);
        DerivativeStructure x = factory.variable(0, point[0] * (1 + error));
        List<DerivativeStructure> variables = dimension == 1 ? List.of(x) : List.of(x, factory.variable(1, point[1] * (1 + error)));
        DerivativeStructure f = Trees.derivatives(expression, variables, error);
        if (dimension == 1) {
            return new double[] {f.getValue(), f.getPartialDerivative(1), f.getPartialDerivative(2)};
        }
        double mixed = f.getPartialDerivative(1, 1);
        return new double[] {f.getValue(), f.getPartialDerivative(1, 0), f.getPartialDerivative(0, 1),
            f.getPartialDerivative(2, 0), mixed, mixed, f.getPartialDerivative(0, 2)};
    }

    /** Every function once, away from kinks, so that none depends on chance. */
    @ParameterizedTest
    @ValueSource(strings = {"sin(x)", "cos(x)", "tan(x)", "cot(x)", "sec(x)", "csc(x)", "asin(x)", "acos(x)", "atan(x)", "sinh(x)", "cosh(x)",
        "tanh(x)", "asinh(x)",
        "acosh(x+1.5)", "atanh(x)", "exp(x)", "ln(x)", "log10(x)", "log2(x)", "sqrt(x)", "cbrt(x)", "abs(x)", "sign(x)", "floor(x)", "ceil(x)",
        "sigmoid(x)",
        "relu(x)", "softplus(x)", "max(x, x^2)", "min(x, x^2, 0.3)", "x^x", "2^x", "x^0.5", "x^-0.5", "x^7", "x^-3", "x^2.5", "x^64", "x^65",
        "x^(1/3)", "1/x", "x/3",
        "(x+1)/(x^2+2)", "-x", "x*x", "x-x^2", "3", "x^0", "0*x", "(x^2)^3", "e^(x^2)"})
    void everyOperation(String text) throws InputException {
        Expression expression = Parser.parse(text, List.of("x"));
        for (double x : new double[] {0.37, 0.81}) {
            assertTrue(compare(text, expression, 1, new double[] {x, 0}), text + " was not compared at " + x);
        }
    }

    /** At kinks the derivative is PyTorch's. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "|x|; 0; 0", "|x|; -2; -1", "relu(x); 0; 0", "relu(x); 1e-300; 1", "max(x, -2x); 0; -0.5", "min(x, -2x); 0; -0.5", "max(x, 3); 3; 0.5",
        "max(x, x); 1; 1",
        "sign(x); 0; 0", "floor(x); 1; 0", "ceil(x); 1; 0", "sqrt(x); 0; Infinity", "|x|^2; 0; 0", "x^0; 0; 0", "x^1; 0; 1", "x^2; 0; 0",
        "max(1, x, 3); 3; 0.5",
        "ln(x); 0; Infinity", "1/x; 0; -Infinity", "x^0.5; 0; Infinity", "sqrt(x^2); 0; NaN", "softplus(x); 20; 0.9999999979388463",
        "softplus(x); 21; 1",
        "x sin(1/x); 0; NaN", "cbrt(x); 0; Infinity"})
    void kinksAreThoseOfPyTorch(String text, double x, double slope) throws InputException {
        Graph graph = new Graph(List.of("x"));
        int derivative = Derivative.of(graph, graph.add(Parser.parse(text, List.of("x"))), 0);
        assertEquals(slope, TapeTest.evaluate(Tape.compile(graph, derivative), x)[0], 1e-15);
    }

    /** A constant part never takes part: its derivative 0 would make a NaN of what is infinite. */
    @Test
    void theDerivativeOfAConstantIsLeftOut() throws InputException {
        Graph graph = new Graph(List.of("x", "y"));
        int derivative = Derivative.of(graph, graph.add(Parser.parse("x + ln(y)^2 / y", List.of("x", "y"))), 0);
        assertEquals(1, TapeTest.evaluate(Tape.compile(graph, derivative), 3, 0)[0]);
        assertEquals(0, Derivative.of(graph, graph.constant(7), 0) - graph.constant(0));
    }

    /** Each derivative adds as many nodes as the formula has, times a constant. */
    @Test
    void isLinearInSize() throws InputException {
        for (String text : List.of("x" + " x".repeat(900), "x" + "+sin x".repeat(280), "x" + "/x".repeat(900),
                "sin(".repeat(190) + "x" + ")".repeat(190), "x^".repeat(190) + "x", "e^".repeat(190) + "x")) {
            Graph graph = new Graph(List.of("x"));
            int value = graph.add(Parser.parse(text, List.of("x")));
            int first = Derivative.of(graph, value, 0);
            int second = Derivative.of(graph, first, 0);
            assertTrue(Tape.compile(graph, value, first, second).instructions() < 30 * text.length(), text);
        }
    }
}
