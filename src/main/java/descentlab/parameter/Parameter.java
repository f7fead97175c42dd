package descentlab.parameter;

import descentlab.message.Message;
import java.util.List;

/**
 * One hyperparameter, declared: its name and default are PyTorch's, its kind is that of the default.
 *
 * @param range of each number it can be set to; not read for a flag or a word
 * @param words it can be set to one of; a number too where {@code None} is the default
 */
public record Parameter(String name, Value standard, Range range, List<String> words) {
    public static Parameter number(String name, double standard, Range range) {
        return new Parameter(name, new Value.Number(standard), range, List.of());
    }

    /** As many numbers as the default has; any number of them where it has none. */
    public static Parameter numbers(String name, List<Double> standard, Range range) {
        return new Parameter(name, new Value.Numbers(standard), range, List.of());
    }

    public static Parameter flag(String name, boolean standard) {
        return new Parameter(name, new Value.Flag(standard), Range.FINITE, List.of());
    }

    public static Parameter flag(String name) {
        return flag(name, false);
    }

    /** @param words the default first */
    public static Parameter word(String name, String... words) {
        return new Parameter(name, new Value.Word(words[0]), Range.FINITE, List.of(words));
    }

    /** A number, or None, which is the default. */
    public static Parameter optional(String name, Range range) {
        return new Parameter(name, Value.Word.NONE, range, List.of(Value.Word.NONE.word()));
    }

    public boolean isOptional() {
        return words.size() == 1;
    }

    /** What is wrong with a value, or null where it fits. */
    Message problem(Value value) {
        if (value.getClass() != standard.getClass() && !(isOptional() && value instanceof Value.Number)) {
            return wrongKind(value);
        }
        if (value instanceof Value.Word word) {
            return words.contains(word.word()) ? null : isOptional() ? wrongKind(value)
                    : Message.of("parameter.word", name, String.join(", ", words), word.word());
        }
        if (value instanceof Value.Numbers numbers && !hasLength(numbers)) {
            return wrongKind(value);
        }
        return inRange(value) ? null : Message.of(range.whole() ? "parameter.whole" : "parameter.range", name, range.text(name), value.text());
    }

    private Message wrongKind(Value value) {
        if (isOptional()) {
            return Message.of("parameter.optional", name, value.text());
        } else if (standard instanceof Value.Flag) {
            return Message.of("parameter.flag", name, value.text());
        } else if (standard instanceof Value.Numbers numbers && numbers.values().isEmpty()) {
            return Message.of("parameter.numbers", name, value.text());
        }
        return Message.of("parameter.kind", name, standard.text(), value.text());
    }

    private boolean hasLength(Value.Numbers numbers) {
        int length = ((Value.Numbers) standard).values().size();
        return length == 0 || numbers.values().size() == length;
    }

    private boolean inRange(Value value) {
        boolean inside = true;
        if (value instanceof Value.Number number) {
            inside = range.contains(number.value());
        } else if (value instanceof Value.Numbers numbers) {
            for (double each : numbers.values()) {
                inside &= range.contains(each);
            }
        }
        return inside;
    }
}
