package descentlab.message;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
    @Test
    void isWhatTheJdkWrites() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(8); k >= 0; k--) {
                int code = random.nextInt(1 << 1 + random.nextInt(20));
                text.appendCodePoint(code >= 0xD800 && code < 0xE000 ? 'x' : code);
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            assertArrayEquals(bytes, Utf8.encode(text.toString()));
            assertEquals(text.toString(), Utf8.decode(bytes));
        }
    }

    @Test
    void whatIsNoUtf8IsReplacedAndReported() {
        Random random = new Random(2);
        byte[] bytes = new byte[6];
        for (int i = 0; i < 50_000; i++) {
            random.nextBytes(bytes);
            boolean wrong = new String(bytes, StandardCharsets.UTF_8).indexOf('\uFFFD') >= 0;
            assertEquals(wrong, Utf8.decode(bytes).indexOf('\uFFFD') >= 0);
        }
    }
}
