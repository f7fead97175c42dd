package descentlab.experiment;

import descentlab.message.Numerals;
import descentlab.parameter.Parameter;
import descentlab.parameter.Settings;
import descentlab.parameter.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A line of a schedule as a line of Python or Java, for plain numbers; hyperparameters are put in. */
final class ScheduleCode extends UpdateCode {
    private static final String ONE_OR_ZERO = " ? 1 : 0";

    private final boolean java;
    private final Map<String, String> names;

    private ScheduleCode(String line, boolean java, Map<String, String> names) {
        super(line, java, List.of());
        this.java = java;
        this.names = names;
    }

    /** The lines of a run's schedule; they read and set lr and, where it is cycled, a momentum. */
    static List<String> of(Run run, boolean java, String momentum) {
        Map<String, String> names = Working.table("t", "step", "η", "lr", "η₀", Language.number(run.lr()), "f", "loss", "μ", momentum,
                "π", java ? "Math.PI" : "np.pi", "∞", java ? "Double.POSITIVE_INFINITY" : "np.inf");
        for (Map.Entry<String, Double> each : values(run.schedule()).entrySet()) {
            names.put(each.getKey(), Language.number(each.getValue()));
        }
        List<String> code = new ArrayList<>();
        for (String line : run.pace().update().apply(run.schedule())) {
            code.add(new ScheduleCode(line, java, names).assignment());
        }
        return code;
    }

    /** What a run's schedule works out besides the rate and a momentum, and remembers. */
    static List<String> variables(Run run) {
        List<String> variables = new ArrayList<>();
        for (String line : run.pace().update().apply(run.schedule())) {
            String name = line.substring(0, line.indexOf(' '));
            if (!variables.contains(name) && !name.equals("η") && !name.equals("μ")) {
                variables.add(name);
            }
        }
        return variables;
    }

    /** The numbers that stand in a schedule's lines: by the parameter's name, and those of a list as milestones₁, milestones₂ … */
    static Map<String, Double> values(Settings schedule) {
        Map<String, Double> values = new HashMap<>();
        for (Parameter parameter : schedule.declaration().parameters()) {
            Value value = schedule.values().get(parameter.name());
            if (value instanceof Value.Number number) {
                values.put(parameter.name(), number.value());
            } else if (value instanceof Value.Numbers numbers) {
                for (int k = 0; k < numbers.values().size(); k++) {
                    values.put(parameter.name() + Numerals.lowered(k + 1), numbers.values().get(k));
                }
            }
        }
        return values;
    }

    @Override
    String name(String name) {
        String plain = names.getOrDefault(name, name);
        return plain.startsWith("-") ? "(" + plain + ")" : plain;
    }

    @Override
    String call(String function, List<String> arguments) {
        String a = arguments.get(0);
        String b = arguments.size() > 1 ? arguments.get(1) : "";
        return switch (function) {
            case "after" -> relation(a + " >= " + b);
            case "below" -> relation(a + " < " + b);
            case "where" -> java ? "(" + condition(a) + " ? " + b + " : " + arguments.get(2) + ")" : "(" + b + " if " + a + " else " + arguments.get(2) + ")";
            case "min", "max" -> java ? super.call(function, arguments) : function + "(" + a + ", " + b + ")";
            default -> super.call(function, arguments);
        };
    }

    private String relation(String relation) {
        return "(" + relation + (java ? ONE_OR_ZERO : "") + ")";
    }

    /** In Java, where a number is no condition. */
    private static String condition(String number) {
        boolean relation = number.startsWith("(") && number.endsWith(ONE_OR_ZERO + ")");
        return relation ? number.substring(1, number.length() - ONE_OR_ZERO.length() - 1) : number + " != 0";
    }
}
