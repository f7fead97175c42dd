package descentlab.message;

/**
 * What a person typed cannot be understood. Says what is wrong and what to write instead ({@link #message}), and where:
 * characters {@code position} to {@code position + length} of the text given, {@code length} ≥ 0.
 */
public final class InputException extends Exception {
    private final Message message;
    private final int position;
    private final int length;

    public InputException(int position, int length, String key, String... arguments) {
        this(position, length, Message.of(key, arguments));
    }

    public InputException(int position, int length, Message message) {
        super(message.key());
        this.message = message;
        this.position = position;
        this.length = length;
    }

    public Message message() {
        return message;
    }

    public int position() {
        return position;
    }

    public int length() {
        return length;
    }
}
