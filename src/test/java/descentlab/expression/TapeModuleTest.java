package descentlab.expression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descentlab.message.InputException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bytes are a module in the order and with the lengths of the specification; what they compute is tested in a browser. */
class TapeModuleTest {
    private static TapeModule module(String text) throws InputException {
        Graph graph = new Graph(List.of("x", "y"));
        int value = graph.add(Parser.parse(text, List.of("x", "y")));
        return Tape.compile(graph, value, Derivative.of(graph, value, 0), Derivative.of(graph, value, 1)).module(Update.PLAIN);
    }

    /** The sections' numbers, after checking that they and the function bodies fill the module exactly. */
    private static int[] sections(byte[] bytes) {
        assertArrayEquals(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0}, Arrays.copyOf(bytes, 8));
        int[] numbers = new int[6];
        int[] at = {8};
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = bytes[at[0]++];
            int end = number(bytes, at) + at[0];
            if (numbers[k] == 10) {
                int functions = number(bytes, at);
                for (int f = 0; f < functions; f++) {
                    int length = number(bytes, at);
                    at[0] += length;
                    assertEquals(0x0B, bytes[at[0] - 1], "the end of function " + f);
                }
                assertEquals(end, at[0]);
            }
            at[0] = end;
        }
        assertEquals(bytes.length, at[0]);
        return numbers;
    }

    private static int number(byte[] bytes, int[] at) {
        int number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at[0]++];
            number |= (next & 0x7F) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    @Test
    void hasItsSections() throws InputException {
        RandomFormulas formulas = new RandomFormulas(50, List.of("x", "y"));
        for (int i = 0; i < 200; i++) {
            assertArrayEquals(new int[] {1, 2, 3, 5, 7, 10}, sections(module(formulas.smooth(4)).bytes()));
        }
    }

    @Test
    void importsWhatItDoesNotWrite() throws InputException {
        TapeModule plain = module("x^2 + max(|y|, x) + sqrt(x) + sigmoid(y)");
        plain.bytes();
        assertEquals(List.of(), plain.imported());
        TapeModule other = module("sin(x) + atan(y) + ln(x)");
        other.bytes();
        assertTrue(other.imported().containsAll(List.of(Operation.SIN, Operation.COS, Operation.LOG, Operation.ATAN)));
    }

    @Test
    void numbersAreLeb128() {
        assertArrayEquals(new byte[] {(byte) 0xE5, (byte) 0x8E, 0x26}, new Bytes().number(624485).toArray());
        assertArrayEquals(new byte[] {(byte) 0xC0, (byte) 0xBB, 0x78}, new Bytes().signed(-123456).toArray());
        assertArrayEquals(new byte[] {0x3F, 0x7F, (byte) 0xC0, 0}, new Bytes().signed(63).signed(-1).signed(64).toArray());
        assertArrayEquals(new byte[] {0, 0, 0, 0, 0, 0, (byte) 0xF0, 0x3F}, new Bytes().real(1).toArray());
        assertArrayEquals(new byte[] {2, 'a', 'b'}, new Bytes().name("ab").toArray());
    }
}
