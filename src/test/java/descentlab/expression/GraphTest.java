package descentlab.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descentlab.message.InputException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphTest {
    private static final List<String> VARIABLES = List.of("x", "y");

    /** What is simplified, and what is left since a value might be infinite or NaN; the last ones only look simpler when they are shown. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "x+0; x", "0+x; x", "x-0; x", "0-x; -x", "1x; x", "x*1; x", "x/1; x", "x^1; x", "x^0; 1", "--x; x", "-1*x; -x", "x/(-1); -x", "2+3; 5",
        "sin(0)+x; x",
        "x+x; (2 * x)", "x + -y; (x - y)", "-x + y; (y - x)", "x - -y; (x + y)", "(-x)(-y); (x * y)", "(-x)*3; (-3 * x)", "-(x-y); (y - x)",
        "-(3x); (-3 * x)",
        "(-x)/y; -(x / y)", "x*3; (3 * x)", "e^x; exp(x)", "x/(-y); -(x / y)",
        "-(x-x); (x - x)", "x+0*0; x", "0x; (0 * x)", "x/x; (x / x)", "x-x; (x - x)", "0/x; (0 / x)", "x^y; (x ^ y)",
        "x y - y x; ((x * y) - (x * y))", "ln(e^x); log(exp(x))",
        "2*(3*x); (6 * x)", "6x/4; ((3 * x) / 2)", "x*2*y*3; (6 * (x * y))", "(x/y)/y; (x / (y ^ 2))", "x^2*x; (x ^ 3)", "2(x/y); ((2 * x) / y)",
        "sin(x) x; (x * sin(x))",
        "1/0; inf", "x/0; (x / 0)"})
    void simplifies(String text, String simplified) throws InputException {
        Graph graph = new Graph(VARIABLES);
        assertEquals(simplified, Trees.text(graph.expression(graph.add(Parser.parse(text, VARIABLES)))));
    }
}
