package descentlab.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import descentlab.message.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Typeset formulas as compact text: "frac{a; b}", rows as their parts, the invisible product as "~". */
class TypesetterTest {
    private static final List<String> VARIABLES = List.of("x", "y");

    private static String text(Markup markup) {
        StringBuilder children = new StringBuilder();
        for (Markup child : markup.children()) {
            children.append(children.length() == 0 || markup.element().equals("mrow") ? "" : "; ").append(text(child));
        }
        return switch (markup.element()) {
            case "mi", "mn", "mo", "mtext" -> markup.text().replace("\u2062", "~").replace("\u2061", "").replace('\u2009', ' ');
            case "mrow" -> children.toString();
            default -> markup.element().substring(1) + "{" + children + "}";
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {
        "x^2 + 10 sin(x) # sup{x; 2}+10 sin x", "(x-2)^2 # sup{(x−2); 2}", "x^4-3x^3+2 # sup{x; 4}−3~sup{x; 3}+2", "2 sin(x)/x # frac{2 sin x; x}",
        "ln(1+e^(-x)) # ln(1+sup{e; −x})", "sqrt(1+x²) # sqrt{1+sup{x; 2}}", "|x-1| # |x−1|", "max(x,-2x) # max(x,−2~x)", "min(1,x,y) # min(1,x,y)",
        "max(max(x,1),min(x,y)) # max(x,1,min(x,y))", "cbrt(x) # root{x; 3}", "exp(-x^2) # sup{e; −sup{x; 2}}", "log10 x # sub{log; 10} x",
        "floor(x/2) # ⌊frac{x; 2}⌋",
        "-x^2 # −sup{x; 2}", "(-x)^2 # sup{(−x); 2}", "-(x+1) # −(x+1)", "x-(y-1) # x−(y−1)", "x-(y+1) # x−(y+1)", "x+-2 # x−2", "x - -2y # x+2~y",
        "x+(-2)y # x−2~y",
        "2*3 # 2·3", "x*2 # x·2", "2^3*2^x # sup{2; 3}·sup{2; x}", "(x+1)(x-1) # (x+1)~(x−1)", "x*(-y) # x~(−y)", "(x^y)^2 # sup{(sup{x; y}); 2}",
        "x^y^2 # sup{x; sup{y; 2}}",
        "(x/y)^2 # sup{(frac{x; y}); 2}", "2*(1/x) # 2·frac{1; x}", "x*(1/y) # x~frac{1; y}", "(1/x)(1/y) # frac{1; x}·frac{1; y}",
        "sin(x)*x # sin(x) x", "sin x cos x # sin x cos x", "sin 2x cos y # sin 2~x cos y", "x sin x # x sin x", "sin(x)^2 # sup{sin; 2} x",
        "sin(x+1)^2 # sup{sin; 2}(x+1)",
        "sin(x)^2 x # sup{sin; 2}(x) x", "sin(x^2) # sin(sup{x; 2})", "sin(x)^y # sup{(sin x); y}", "sin(-x) # sin(−x)", "ln|x| # ln |x|",
        "cos(2 pi x) # cos 2~π~x",
        "sin(sin x) # sin(sin x)", "atan x # arctan x", "asinh(x) # arsinh x", "sigmoid(3x) # sigmoid 3~x", "tau x # 2~π~x", "2pi # 2~π",
        "(x+1) sin x # (x+1) sin x",
        "0.1x # 0.1~x", "1e-5x # sup{10; −5}·x", "2.5e20x # 2.5·sup{10; 20}·x", "1e300 # sup{10; 300}", "0.3333333333333333x # frac{1; 3}~x",
        "1.41421356237x # 1.41421356237~x",
        "0.0000001^x # sup{(sup{10; −7}); x}", "3.5 # 3.5", "100000000x # 100000000~x", "x^-1 # sup{x; −1}", "x^(1/3) # sup{x; frac{1; 3}}"})
    void formulas(String formula, String typeset) throws InputException {
        assertEquals(typeset, text(Typesetter.typeset(Parser.parse(formula, VARIABLES))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {
        "x^2 + 10 sin(x) # 2~x+10 cos x", "(x-2)^2 # 2~(x−2)", "x^4-3x^3+2 # 4~sup{x; 3}−9~sup{x; 2}", "x^2/2 # x", "x^3/3 # sup{x; 2}",
        "x/3 # frac{1; 3}", "x^2/50 # 0.04~x",
        "cos(2 pi x) # −2~π sin 2~π~x", "20+x^2-10cos(2 pi x) # 2~x+20~π sin 2~π~x", "1/x # −frac{1; sup{x; 2}}",
        "sin(x)/x # frac{cos x; x}−frac{sin x; sup{x; 2}}",
        "1/(1+x^2) # −frac{2~x; sup{(1+sup{x; 2}); 2}}", "ln(1+e^(-x)) # −frac{sup{e; −x}; 1+sup{e; −x}}",
        "sqrt(1+x^2) # frac{x; sqrt{1+sup{x; 2}}}", "|x| # sign x",
        "max(x,-2x) # [x>−2~x]−2~[−2~x>x]", "relu(x-1) # [x−1>0]", "1-exp(-x^2) # 2~x~sup{e; −sup{x; 2}}", "x sin x # sin x+x cos x",
        "x^2 sin(3x) # 2~x sin 3~x+3~sup{x; 2} cos 3~x",
        "2^x # 0.693147·sup{2; x}", "x^x # x~sup{x; x−1}+sup{x; x} ln x", "tanh x # 1−sup{tanh; 2} x", "softplus x # sigmoid x",
        "sqrt x # frac{1; 2~sqrt{x}}", "x y^2 # sup{y; 2}",
        "ln x # frac{1; x}", "asin x # frac{1; sqrt{1−sup{x; 2}}}", "3 # 0", "floor(x) # 0", "x^-2 # −2~sup{x; −3}", "sin(x)^2 # 2 sin x cos x",
        "100000000 (x-2)^2 # 200000000~(x−2)"})
    void derivatives(String formula, String typeset) throws InputException {
        Graph graph = new Graph(VARIABLES);
        int derivative = Derivative.of(graph, graph.add(Parser.parse(formula, VARIABLES)), 0);
        assertEquals(typeset, text(Typesetter.typeset(graph.expression(derivative))));
    }

    /** Numbers that no text can hold come from folding constants. */
    @Test
    void numbersThatAreNotFinite() throws InputException {
        Graph graph = new Graph(VARIABLES);
        assertEquals("∞~x", text(Typesetter.typeset(graph.expression(graph.add(Parser.parse("(1/0) x", VARIABLES))))));
        assertEquals("−∞~x", text(Typesetter.typeset(graph.expression(graph.add(Parser.parse("ln(0) x", VARIABLES))))));
        assertNotNull(Typesetter.typeset(graph.expression(graph.add(Parser.parse("sqrt(-1)^x", VARIABLES)))));
    }

    /** The tree of x^x^x^… twice differentiated has more parts than atoms in the universe; the answer comes at once. */
    @Test
    void whatIsTooLongIsNotTypeset() throws InputException {
        assertNull(Typesetter.typeset(Parser.parse("x" + "+x".repeat(100), VARIABLES)));
        assertNotNull(Typesetter.typeset(Parser.parse("x" + "+x".repeat(70), VARIABLES)));
        Graph graph = new Graph(VARIABLES);
        int first = Derivative.of(graph, graph.add(Parser.parse("x^".repeat(190) + "x", VARIABLES)), 0);
        assertNull(Typesetter.typeset(graph.expression(Derivative.of(graph, first, 0))));
    }
}
