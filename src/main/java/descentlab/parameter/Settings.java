package descentlab.parameter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A declared name with a value for each of its parameters; immutable. */
public record Settings(Declaration declaration, Map<String, Value> values) {
    public double number(String name) {
        return ((Value.Number) values.get(name)).value();
    }

    /** Whether a flag is set; one that is not declared is not. */
    public boolean flag(String name) {
        return values.get(name) instanceof Value.Flag flag && flag.value();
    }

    /** Whether a parameter that may be None is a number. */
    public boolean given(String name) {
        return values.get(name) instanceof Value.Number;
    }

    public String word(String name) {
        return ((Value.Word) values.get(name)).word();
    }

    public List<Double> numbers(String name) {
        return ((Value.Numbers) values.get(name)).values();
    }

    public Settings with(String name, Value value) {
        Map<String, Value> changed = new HashMap<>(values);
        changed.put(name, value);
        return new Settings(declaration, changed);
    }

    /** Whether the other is the same, whatever stands for one parameter. */
    public boolean equalsBut(String free, Settings other) {
        boolean equal = declaration == other.declaration;
        for (int i = 0; equal && i < declaration.parameters().size(); i++) {
            String name = declaration.parameters().get(i).name();
            equal = name.equals(free) || values.get(name).equals(other.values.get(name));
        }
        return equal;
    }

    /** As a call, parameters at their default left out. */
    public String text() {
        StringBuilder text = new StringBuilder(declaration.name()).append('(');
        String separator = "";
        for (Parameter parameter : declaration.parameters()) {
            Value value = values.get(parameter.name());
            if (!value.equals(parameter.standard())) {
                text.append(separator).append(parameter.name()).append('=').append(value.text());
                separator = ",";
            }
        }
        return text.append(')').toString();
    }
}
