package descentlab.message;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of one language: the lines {@code key = text} of its {@code messages_LANGUAGE.properties}, which the build makes a constant of the
 * program. They are read here line by line, without {@link java.util.Properties}, whose reader would triple the size of the compiled page.
 */
public final class Messages {
    private final Map<String, String> texts = new HashMap<>();

    private Messages(String file) {
        int from = 0;
        while (from < file.length()) {
            int newline = file.indexOf('\n', from);
            int to = newline < 0 ? file.length() : newline;
            add(file.substring(from, to));
            from = to + 1;
        }
    }

    /** Read when they are first asked for. */
    private static final class Whole {
        private static final Messages ENGLISH = new Messages(English.TEXT);
    }

    private void add(String line) {
        int equals = line.indexOf('=');
        if (equals > 0 && line.charAt(0) != '#') {
            texts.put(line.substring(0, equals).trim(), line.substring(equals + 1).trim());
        }
    }

    public static Messages english() {
        return Whole.ENGLISH;
    }

    /** Only the words that the page begins with. */
    public static Messages first() {
        return new Messages(FirstEnglish.TEXT);
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** The text of a key with its places {0}, {1}, … filled; a key without a text is a mistake in the program. */
    public String text(String key, String... arguments) {
        return text(new Message(key, List.of(arguments)));
    }

    public String text(Message message) {
        String text = texts.get(message.key());
        if (text == null) {
            throw new IllegalArgumentException("no text for the key " + message.key());
        }
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean place = text.charAt(i) == '{' && i + 2 < text.length() && text.charAt(i + 2) == '}';
            if (place) {
                filled.append(message.arguments().get(text.charAt(i + 1) - '0'));
                i += 2;
            } else {
                filled.append(text.charAt(i));
            }
        }
        return filled.toString();
    }
}
