package descentlab.experiment;

import descentlab.message.InputException;
import descentlab.message.Message;
import descentlab.message.Spelling;
import descentlab.optimizer.Clipping;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.Optimizers;
import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Settings;
import descentlab.parameter.Value;
import descentlab.schedule.Schedule;
import descentlab.schedule.Schedules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a run: calls written like PyTorch's constructors, {@code SGD(lr=0.1,nesterov=True)} and after a semicolon a schedule. */
final class CallReader {
    /** Words that are numbers, which {@link NumberReader} knows what to say about. */
    private static final List<String> NUMBERS = List.of("inf", "nan", "infinity", "Infinity", "NaN");

    private final String text;
    private int at;

    private CallReader(String text) {
        this.text = text;
    }

    static Run run(String text) throws InputException {
        CallReader reader = new CallReader(text);
        List<Declaration> rules = new ArrayList<>();
        for (Optimizer.Rule rule : Optimizers.ALL) {
            rules.add(rule.declaration());
        }
        Settings optimizer = reader.call(rules, "run.optimizer");
        Run run = new Run(Optimizers.named(optimizer.declaration().name()), optimizer, null, null, null, true);
        while (reader.skip(';')) {
            run = reader.option(run);
        }
        reader.spaces();
        if (reader.at < text.length()) {
            throw reader.error(reader.at, text.length(), "run.end");
        }
        return run;
    }

    /** One call of a name that is declared, alone. @param unknownKey of what is said of other names, {0}, with those declared, {1} */
    static Settings settings(String text, List<Declaration> declarations, String unknownKey) throws InputException {
        CallReader reader = new CallReader(text);
        Settings settings = reader.call(declarations, unknownKey);
        reader.spaces();
        if (reader.at < text.length()) {
            throw reader.error(reader.at, text.length(), "learning.end");
        }
        return settings;
    }

    /** A schedule or gradient clipping. */
    private Run option(Run run) throws InputException {
        spaces();
        int from = at;
        List<Declaration> options = new ArrayList<>(Clipping.ALL);
        for (Schedule.Rule schedule : Schedules.ALL) {
            options.add(schedule.declaration());
        }
        Settings option = call(options, "run.schedule");
        boolean clips = Clipping.ALL.contains(option.declaration());
        if ((clips ? run.clipping() : run.schedule()) != null) {
            throw error(from, at, clips ? "run.clipping.twice" : "run.schedule.twice");
        }
        Run changed = clips ? run.withClipping(option) : run.withSchedule(Schedules.named(option.declaration().name()), option);
        Message problem = changed.problem();
        if (problem != null) {
            throw new InputException(from, at - from, problem);
        }
        return changed;
    }

    private Settings call(List<Declaration> declarations, String unknownKey) throws InputException {
        spaces();
        int from = at;
        String name = word();
        Declaration declaration = null;
        List<String> names = new ArrayList<>();
        for (Declaration each : declarations) {
            declaration = each.name().equals(name) ? each : declaration;
            names.add(each.name());
        }
        if (declaration == null) {
            String nearest = Spelling.nearest(name, names);
            throw nearest == null ? error(from, at, unknownKey, name, String.join(", ", names)) : error(from, at, "run.similar", name, nearest);
        }
        Map<String, Value> given = new HashMap<>();
        if (skip('(')) {
            while (!skip(')')) {
                argument(declaration, given);
                if (!skip(',') && !follows(')')) {
                    throw error(at, at + 1, "run.comma", declaration.name());
                }
            }
        }
        Settings settings = declaration.settings(given);
        Message problem = declaration.relation().apply(settings);
        if (problem != null) {
            throw new InputException(from, at - from, problem);
        }
        return settings;
    }

    private void argument(Declaration declaration, Map<String, Value> given) throws InputException {
        spaces();
        int from = at;
        String name = word();
        if (declaration.parameter(name) == null) {
            throw unknown(declaration, name, from);
        }
        if (given.containsKey(name)) {
            throw error(from, at, "run.twice", name);
        }
        if (!skip('=')) {
            throw error(at, at + 1, "run.equals", name);
        }
        spaces();
        int valueFrom = at;
        Value value = value();
        Message problem = declaration.problem(name, value);
        if (problem != null) {
            throw new InputException(valueFrom, at - valueFrom, problem);
        }
        given.put(name, value);
    }

    private InputException unknown(Declaration declaration, String name, int from) {
        List<String> names = new ArrayList<>();
        for (Parameter parameter : declaration.parameters()) {
            names.add(parameter.name());
        }
        if (name.isEmpty() || name.charAt(0) <= '9') {
            return error(from, Math.max(at, from + 1), "run.name", declaration.name());
        }
        String nearest = Spelling.nearest(name, names);
        return nearest == null ? error(from, at, "run.parameter", declaration.name(), name, String.join(", ", names))
                : error(from, at, "run.parameter.similar", declaration.name(), name, nearest);
    }

    private Value value() throws InputException {
        boolean round = skip('(');
        if (round || skip('[')) {
            return numbers(round ? ')' : ']');
        }
        char quote = follows('\'') ? '\'' : '"';
        if (skip(quote)) {
            int from = at;
            String word = word();
            if (!skip(quote)) {
                throw error(from, at + 1, "run.quote");
            }
            return new Value.Word(word);
        }
        int from = at;
        char first = at < text.length() ? text.charAt(at) : ' ';
        if (first >= 'A' && first <= 'Z' || first >= 'a' && first <= 'z') {
            String word = word();
            boolean flag = word.equals("True") || word.equals("False");
            if (!flag && NUMBERS.contains(word)) {
                at = from;
                return new Value.Number(number());
            }
            return flag ? new Value.Flag(word.equals("True")) : new Value.Word(word);
        }
        return new Value.Number(number());
    }

    private Value numbers(char closing) throws InputException {
        List<Double> numbers = new ArrayList<>();
        while (!skip(closing)) {
            numbers.add(number());
            if (!skip(',') && !follows(closing)) {
                throw error(at, at + 1, "run.tuple");
            }
        }
        return new Value.Numbers(numbers);
    }

    private double number() throws InputException {
        spaces();
        int from = at;
        while (at < text.length() && ",;)(][ ".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return NumberReader.read(text, from, at);
    }

    private String word() {
        int from = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    private void spaces() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private boolean follows(char c) {
        spaces();
        return at < text.length() && text.charAt(at) == c;
    }

    private boolean skip(char c) {
        boolean found = follows(c);
        at += found ? 1 : 0;
        return found;
    }

    private InputException error(int from, int to, String key, String... arguments) {
        int end = Math.min(to, text.length());
        return new InputException(Math.min(from, end), Math.max(0, end - from), key, arguments);
    }
}
