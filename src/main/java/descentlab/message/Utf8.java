package descentlab.message;

/** UTF-8 (RFC 3629) to text and back. The charsets of the class library would add a tenth to the size of the compiled page. */
public final class Utf8 {
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {
    }

    /** The text that the bytes are; each byte that does not fit becomes U+FFFD. */
    public static String decode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < bytes.length) {
            int first = bytes[at] & 0xFF;
            int following = following(first);
            int code = following < 0 ? REPLACEMENT : first & (following == 0 ? 0x7F : 0x3F >> following);
            for (int k = 1; k <= following; k++) {
                boolean fits = at + k < bytes.length && (bytes[at + k] & 0xC0) == 0x80;
                code = fits ? code << 6 | bytes[at + k] & 0x3F : REPLACEMENT;
                following = fits ? following : 0;
            }
            boolean scalar = code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF) && (following < 2 || code >= (following == 2 ? 0x800 : 0x10000));
            append(text, scalar ? code : REPLACEMENT);
            at += scalar ? 1 + Math.max(0, following) : 1;
        }
        return text.toString();
    }

    /** How many bytes come after a first one, −1 where it cannot be the first. */
    private static int following(int first) {
        if (first < 0x80) {
            return 0;
        }
        return first < 0xC2 || first > 0xF4 ? -1 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    }

    private static void append(StringBuilder text, int code) {
        if (code < 0x10000) {
            text.append((char) code);
        } else {
            text.append((char) (0xD800 + (code - 0x10000 >> 10))).append((char) (0xDC00 + (code & 0x3FF)));
        }
    }

    /** The bytes of a text; half a surrogate pair becomes those of U+FFFD. */
    public static byte[] encode(String text) {
        byte[] bytes = new byte[3 * text.length()];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            int code = text.charAt(i);
            boolean pair = code >= 0xD800 && code < 0xDC00 && i + 1 < text.length() && text.charAt(i + 1) >= 0xDC00 && text.charAt(i + 1) < 0xE000;
            if (pair) {
                code = 0x10000 + (code - 0xD800 << 10) + text.charAt(++i) - 0xDC00;
            } else if (code >= 0xD800 && code < 0xE000) {
                code = REPLACEMENT;
            }
            int following = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
            int mark = following == 0 ? 0 : 0xFF00 >> following + 1 & 0xFF;
            bytes[count++] = (byte) (mark | code >> 6 * following);
            for (int k = following - 1; k >= 0; k--) {
                bytes[count++] = (byte) (0x80 | code >> 6 * k & 0x3F);
            }
        }
        byte[] exact = new byte[count];
        System.arraycopy(bytes, 0, exact, 0, count);
        return exact;
    }
}
