package descentlab.parameter;

import descentlab.message.Message;

/**
 * One hyperparameter, declared: its name and default are PyTorch's, its kind is that of the default.
 *
 * @param range of each number it can be set to; not read for a flag
 */
public record Parameter(String name, Value standard, Range range) {
    public static Parameter number(String name, double standard, Range range) {
        return new Parameter(name, new Value.Number(standard), range);
    }

    public static Parameter flag(String name) {
        return new Parameter(name, new Value.Flag(false), Range.FINITE);
    }

    /** What is wrong with a value, or null where it fits. */
    Message problem(Value value) {
        if (value.getClass() != standard.getClass()) {
            return Message.of("parameter.kind", name, standard.text(), value.text());
        }
        boolean inside = true;
        if (value instanceof Value.Number number) {
            inside = range.contains(number.value());
        } else if (value instanceof Value.Numbers numbers) {
            for (double each : numbers.values()) {
                inside &= range.contains(each);
            }
        }
        return inside ? null : Message.of("parameter.range", name, range.text(name), value.text());
    }
}
