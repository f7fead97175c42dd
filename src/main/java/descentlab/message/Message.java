package descentlab.message;

import java.util.List;

/** A sentence for a person, as the key of its text in the messages file and what to put into the text's places {0}, {1}, …. */
public record Message(String key, List<String> arguments) {
    public static Message of(String key, String... arguments) {
        return new Message(key, List.of(arguments));
    }
}
