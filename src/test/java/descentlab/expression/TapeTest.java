package descentlab.expression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import descentlab.message.InputException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TapeTest {
    private static final List<String> VARIABLES = List.of("x", "y");
    private static final int LANES = 600;

    /** The outputs of a tape at one point. */
    static double[] evaluate(Tape tape, double... point) {
        double[][] inputs = new double[point.length][];
        for (int v = 0; v < point.length; v++) {
            inputs[v] = new double[] {point[v]};
        }
        double[][] outputs = new double[tape.outputs()][1];
        tape.evaluate(inputs, outputs, 1);
        double[] values = new double[outputs.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = outputs[k][0];
        }
        return values;
    }

    /** Bit for bit, over more lanes than a chunk and numbers of every size. */
    @Test
    void lanesAgreeWithTheTreeReadOneByOne() throws InputException {
        RandomFormulas formulas = new RandomFormulas(30, VARIABLES);
        Random random = new Random(30);
        double[][] point = new double[2][LANES];
        double[][] values = new double[1][LANES];
        for (int i = 0; i < 500; i++) {
            String kinked = "max(" + formulas.smooth(3) + ", |" + formulas.smooth(2) + "|) - min(relu(x), y, floor(x))";
            String text = i % 3 == 0 ? kinked : formulas.smooth(5);
            Expression expression = Parser.parse(text, VARIABLES);
            Graph graph = new Graph(VARIABLES);
            Tape tape = Tape.compile(graph, graph.add(expression));
            for (int lane = 0; lane < LANES; lane++) {
                point[0][lane] = number(random);
                point[1][lane] = number(random);
            }
            tape.evaluate(point, values, LANES);
            for (int lane = 0; lane < LANES; lane++) {
                double expected = Trees.value(expression, point[0][lane], point[1][lane]);
                assertEquals(expected, values[0][lane], text + " at " + point[0][lane] + ", " + point[1][lane]);
            }
        }
    }

    private static double number(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> random.nextInt(7) - 3;
            case 1 -> (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(600) - 300);
            case 2 -> random.nextBoolean() ? Double.NaN : random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            default -> random.nextDouble() * 8 - 4;
        };
    }

    /** Products instead of powers: x² is x·x and x³ is x·x·x bit for bit, the others within a few units in the last place. */
    @Test
    void wholePowersAreProducts() throws InputException {
        Random random = new Random(31);
        for (int exponent = -64; exponent <= 64; exponent++) {
            Graph graph = new Graph(VARIABLES);
            Tape tape = Tape.compile(graph, graph.add(Parser.parse("x^" + exponent, VARIABLES)));
            for (int i = 0; i < 50; i++) {
                double x = (random.nextDouble() * 4 - 2) * Math.pow(10, random.nextInt(4));
                double expected = exponent == 2 ? x * x : exponent == 3 ? x * x * x : exponent == -1 ? 1 / x : Math.pow(x, exponent);
                double tolerance = exponent == 2 || exponent == 3 || exponent == -1 ? 0 : Math.abs(exponent) * Math.ulp(expected);
                assertEquals(expected, evaluate(tape, x)[0], tolerance, x + "^" + exponent);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"x; 0", "3; 0", "x^2; 1", "x^3; 2", "x^4; 2", "x^3 + x^2; 3", "x^-2; 2", "sqrt(x) + x^0.5; 2", "2^3 x; 1",
        "x y + y x; 2",
        "sin(x)^2 + sin(x); 3", "(x+1)(x+1); 2", "(x-2)^2 + 3(x-2)^2; 4"})
    void equalPartsAreComputedOnce(String text, int instructions) throws InputException {
        Graph graph = new Graph(VARIABLES);
        assertEquals(instructions, Tape.compile(graph, graph.add(Parser.parse(text, VARIABLES))).instructions());
    }

    @Test
    void valueGradientAndHessianShare() throws InputException {
        Graph graph = new Graph(VARIABLES);
        int value = graph.add(Parser.parse("e^(x y)", VARIABLES));
        int byX = Derivative.of(graph, value, 0);
        int byXX = Derivative.of(graph, byX, 0);
        Tape tape = Tape.compile(graph, value, byX, byXX, value);
        assertEquals(4, tape.instructions());
        double f = Math.exp(6);
        assertArrayEquals(new double[] {f, 3 * f, 3 * (3 * f), f}, evaluate(tape, 2, 3));
    }

    /** A tape grows with the lanes it is asked for, and what it does not depend on is not read. */
    @Test
    void growsOnDemand() throws InputException {
        Graph graph = new Graph(VARIABLES);
        Tape tape = Tape.compile(graph, graph.add(Parser.parse("y^2 + 1", VARIABLES)), graph.constant(7));
        for (int lanes : new int[] {0, 1, 5, 256, 257, 1000, 3}) {
            double[] y = new double[lanes];
            for (int lane = 0; lane < lanes; lane++) {
                y[lane] = lane;
            }
            double[][] values = new double[2][lanes];
            tape.evaluate(new double[][] {null, y}, values, lanes);
            for (int lane = 0; lane < lanes; lane++) {
                assertEquals(lane * lane + 1, values[0][lane]);
                assertEquals(7, values[1][lane]);
            }
        }
    }
}
