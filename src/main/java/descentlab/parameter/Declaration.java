package descentlab.parameter;

import descentlab.message.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A name that can be called in an experiment's text, with its parameters, as {@code SGD(lr=0.1,momentum=0.9)}.
 *
 * @param relation what is wrong between parameters that each fit alone, or null where nothing is
 */
public record Declaration(String name, List<Parameter> parameters, Function<Settings, Message> relation) {
    public Declaration(String name, List<Parameter> parameters) {
        this(name, parameters, settings -> null);
    }

    /** The parameter of a name, or null. */
    public Parameter parameter(String name) {
        for (Parameter parameter : parameters) {
            if (parameter.name().equals(name)) {
                return parameter;
            }
        }
        return null;
    }

    /** All parameters set: as given, the others to their defaults. The names given must be declared. */
    public Settings settings(Map<String, Value> given) {
        Map<String, Value> values = new HashMap<>();
        for (Parameter parameter : parameters) {
            values.put(parameter.name(), given.getOrDefault(parameter.name(), parameter.standard()));
        }
        return new Settings(this, values);
    }

    /** What is wrong with one value given for a declared parameter, or null. */
    public Message problem(String name, Value value) {
        return parameter(name).problem(value);
    }
}
