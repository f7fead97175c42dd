package descentlab.parameter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A declared name with a value for each of its parameters; immutable. */
public record Settings(Declaration declaration, Map<String, Value> values) {
    public double number(String name) {
        return ((Value.Number) values.get(name)).value();
    }

    public boolean flag(String name) {
        return ((Value.Flag) values.get(name)).value();
    }

    public List<Double> numbers(String name) {
        return ((Value.Numbers) values.get(name)).values();
    }

    public Settings with(String name, Value value) {
        Map<String, Value> changed = new HashMap<>(values);
        changed.put(name, value);
        return new Settings(declaration, changed);
    }

    /** As a call, parameters at their default left out. */
    public String text() {
        StringBuilder text = new StringBuilder(declaration.name()).append('(');
        String separator = "";
        for (Parameter parameter : declaration.parameters()) {
            Value value = values.get(parameter.name());
            if (!value.text().equals(parameter.standard().text())) {
                text.append(separator).append(parameter.name()).append('=').append(value.text());
                separator = ",";
            }
        }
        return text.append(')').toString();
    }
}
