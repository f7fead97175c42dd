package descentlab.expression;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descentlab.message.InputException;
import descentlab.message.Messages;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed gives a function or a mistake with a place, soon, and nothing else. */
class FuzzTest {
    private static final int TEXTS = 100_000;
    private static final List<String> VARIABLES = List.of("x", "y");
    private static final Duration LONGEST_ALL = Duration.ofSeconds(20);
    private static final Duration LONGEST_EACH = Duration.ofSeconds(2);
    /** Of a thread that reads the worst texts: half of what V8 gives to JavaScript. */
    private static final int SMALL_STACK = 512 * 1024;
    private static final double[][] POINTS = {{0, -3.5, 1e300, Double.NaN}, {1, 0, -1e-300, Double.POSITIVE_INFINITY}};

    /** Whether the text is a formula; all that the program does with one is then done. */
    private static boolean read(String text) {
        Expression expression;
        try {
            expression = Parser.parse(text, VARIABLES);
        } catch (InputException mistake) {
            boolean inside = mistake.position() >= 0 && mistake.length() >= 0 && mistake.position() + mistake.length() <= text.length();
            assertTrue(inside, () -> mistake.position() + " + " + mistake.length() + " in " + text);
            assertTrue(Messages.english().text(mistake.message()).length() > 20, mistake.message().toString());
            return false;
        }
        Typesetter.typeset(expression);
        Graph graph = new Graph(VARIABLES);
        int value = graph.add(expression);
        int byX = Derivative.of(graph, value, 0);
        int byY = Derivative.of(graph, value, 1);
        Typesetter.typeset(graph.expression(byX));
        Tape tape = Tape.compile(graph, value, byX, byY, Derivative.of(graph, byX, 0), Derivative.of(graph, byX, 1), Derivative.of(graph, byY, 1));
        tape.evaluate(POINTS, new double[6][4], 4);
        return true;
    }

    @Test
    void anyText() {
        RandomFormulas formulas = new RandomFormulas(40, VARIABLES);
        int good = assertTimeout(LONGEST_ALL, () -> {
            int count = 0;
            for (int i = 0; i < TEXTS; i++) {
                String text = formulas.any();
                try {
                    count += read(text) ? 1 : 0;
                } catch (RuntimeException | StackOverflowError e) {
                    throw new AssertionError("text " + i + ": " + text, e);
                }
            }
            return count;
        });
        assertTrue(good > TEXTS / 4 && good < TEXTS * 3 / 4, good + " good ones");
    }

    /** The longest and deepest texts of each kind, filled up to 2,000 characters, on a small stack. */
    @ParameterizedTest
    @ValueSource(strings = {"x+", "x-", "x*", "x/", "x ", "-", "+", "x^", "x^-", "2^", "sin ", "sin", "sin^2 ", "sin²", "√", "(", "[{(", "|", "|x|",
        "||", "x|", "(x)", "x²", "x² ", "²",
        "max(x,", "min(x,max(", "1/(", "e", "pi", "expi", "cosec", "xlog2", "x+sin x", "x sin x ", "x/x", "1e9", "1 ", "9", "0.", "log", "x\u2062",
        "−", "abs(", "x(", "x-(", "e^-",
        "tanh(x)", "sin^(", "|-", "x**", "q", "exp(x)^", "x!", "\u0000", "<b>"})
    void theWorstOfEachKind(String piece) throws InterruptedException {
        for (int times : new int[] {198, 99, 49, 2000 / piece.length(), 2000 / piece.length() - 1}) {
            String pieces = piece.repeat(Math.min(times, 2000 / piece.length()));
            for (String text : List.of(pieces, pieces + "x", pieces + "x" + ")".repeat(times), pieces + "x" + "|".repeat(times))) {
                onSmallStack(() -> assertTimeout(LONGEST_EACH, () -> read(text), text));
            }
        }
    }

    private static void onSmallStack(Runnable task) throws InterruptedException {
        Throwable[] thrown = new Throwable[1];
        Thread thread = new Thread(null, task, "small", SMALL_STACK);
        thread.setUncaughtExceptionHandler((which, throwable) -> thrown[0] = throwable);
        thread.start();
        thread.join();
        assertNull(thrown[0], () -> thrown[0].toString());
    }

    @Test
    void theWorstOfThemAreFormulas() {
        String brackets = "(".repeat(199) + "x" + ")".repeat(199);
        for (String text : List.of("x+".repeat(999) + "x", "-".repeat(1999) + "x", "x^".repeat(199) + "x", "sin ".repeat(199) + "x", brackets)) {
            assertTrue(read(text), text);
        }
    }
}
