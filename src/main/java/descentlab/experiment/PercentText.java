package descentlab.experiment;

import descentlab.message.InputException;
import descentlab.message.Utf8;

/** Percent-encoding (RFC 3986) that keeps {@code +} a plus sign and remembers for each decoded character where it stood. */
final class PercentText {
    /** Left as they are besides letters and digits: what a browser leaves alone in a fragment and a formula needs. */
    private static final String PLAIN = "-_.~!$'()*,;:@/?^=+";
    private static final String DIGITS = "0123456789ABCDEF";

    private final String decoded;
    private final int[] positions;

    private PercentText(String decoded, int[] positions) {
        this.decoded = decoded;
        this.positions = positions;
    }

    String decoded() {
        return decoded;
    }

    /** Where the decoded character {@code index} stood in the text that was decoded; {@code index} may be the length. */
    int position(int index) {
        return positions[index];
    }

    /** A text that was never encoded. */
    static PercentText plain(String text) {
        int[] positions = new int[text.length() + 1];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = i;
        }
        return new PercentText(text, positions);
    }

    /** Decodes text[from, to). */
    static PercentText decode(String text, int from, int to) throws InputException {
        StringBuilder decoded = new StringBuilder();
        int[] positions = new int[to - from + 1];
        int i = from;
        while (i < to) {
            positions[decoded.length()] = i;
            if (text.charAt(i) != '%') {
                decoded.append(text.charAt(i++));
                continue;
            }
            int end = i;
            while (end < to && text.charAt(end) == '%') {
                end += 3;
            }
            String run = characters(text, i, end, to);
            for (int k = 0; k < run.length(); k++) {
                positions[decoded.length()] = i;
                decoded.append(run.charAt(k));
            }
            i = end;
        }
        positions[decoded.length()] = to;
        return new PercentText(decoded.toString(), positions);
    }

    /** The characters that a run of %XX stands for. */
    private static String characters(String text, int from, int end, int to) throws InputException {
        byte[] bytes = new byte[(end - from) / 3];
        for (int k = 0; k < bytes.length; k++) {
            int at = from + 3 * k;
            int high = at + 1 < to ? digit(text.charAt(at + 1)) : -1;
            int low = at + 2 < to ? digit(text.charAt(at + 2)) : -1;
            if (high < 0 || low < 0) {
                throw new InputException(at, 1, "text.percent");
            }
            bytes[k] = (byte) (16 * high + low);
        }
        String characters = Utf8.decode(bytes);
        if (characters.indexOf('\uFFFD') >= 0) {
            throw new InputException(from, end - from, "text.percent");
        }
        return characters;
    }

    private static int digit(char c) {
        return DIGITS.indexOf(c >= 'a' && c <= 'f' ? (char) (c - 'a' + 'A') : c);
    }

    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : Utf8.encode(text)) {
            char c = (char) (b & 0xFF);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (letter || PLAIN.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(DIGITS.charAt(c >> 4)).append(DIGITS.charAt(c & 15));
            }
        }
        return encoded.toString();
    }
}
