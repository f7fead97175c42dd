package descentlab.experiment;

import descentlab.experiment.Experiment.Display;
import descentlab.expression.Parser;
import descentlab.message.InputException;
import descentlab.message.Numerals;
import descentlab.objective.Formula;
import descentlab.objective.Learning;
import descentlab.objective.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The one text form of an experiment: {@code key=value} pairs joined by {@code &}, percent-encoded; a {@code #} or {@code ?} before them is skipped.
 * What is left out has its default, so that {@link #write} is short; keys that are not known are kept.
 */
public final class ExperimentText {
    public static final String STANDARD_FORMULA = "x^2 + 10 sin(x)";
    static final double STANDARD_RATE = 0.1;
    private static final List<String> ONCE = List.of("f", "x0", "steps", "tolerance", "off", "at", "set", "window", "view", "scale", "show",
            "data", "model", "loss", "batch", "seed");
    /** In the place of all else: the experiment of a key of the catalogue. */
    private static final String EXAMPLE = "example=";
    private static final int LONGEST = 100_000;

    private final String text;
    private final Vocabulary vocabulary;
    private Problem function;
    private String formula = STANDARD_FORMULA;
    private PercentText formulaSource;
    private List<Double> start = List.of();
    private int startAt;
    private int startEnd;
    private int steps = Experiment.STANDARD_STEPS;
    private double tolerance = Experiment.STANDARD_TOLERANCE;
    private List<Integer> off = List.of();
    private Display display = Display.STANDARD;
    private final Vocabulary.Reading charts;
    private final List<Run> runs = new ArrayList<>();
    private final Map<String, PercentText> learning = new HashMap<>();
    private final List<String> seen = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final Map<String, Double> parameters = new HashMap<>();
    private final Map<String, String> parameterPairs = new HashMap<>();

    private ExperimentText(String text, Vocabulary vocabulary) {
        this.text = text;
        this.vocabulary = vocabulary;
        charts = vocabulary.charts() == null ? null : vocabulary.charts().start();
    }

    /** @throws InputException with the place in {@code text} where it cannot be understood */
    public static Experiment read(String text) throws InputException {
        return read(text, Vocabulary.whole());
    }

    public static Experiment read(String text, Vocabulary vocabulary) throws InputException {
        if (text.length() > LONGEST) {
            throw new InputException(LONGEST, text.length() - LONGEST, "text.long", Numerals.count(LONGEST));
        }
        String picked = text.startsWith("#") ? text.substring(1) : text;
        if (picked.startsWith(EXAMPLE)) {
            return example(text, picked.substring(EXAMPLE.length()), vocabulary);
        }
        return new ExperimentText(text, vocabulary).experiment();
    }

    private static Experiment example(String text, String key, Vocabulary vocabulary) throws InputException {
        String example = vocabulary.examples().text(key);
        if (example == null) {
            throw new InputException(text.length() - key.length(), key.length(), "text.example", key);
        }
        return new ExperimentText(example, vocabulary).experiment();
    }

    /** The part of a text that a mistake is about, as a person would write it. */
    public static String place(String text, InputException mistake) {
        int from = Math.min(mistake.position(), text.length());
        int to = Math.min(text.length(), mistake.position() + Math.max(1, mistake.length()));
        try {
            return PercentText.decode(text, from, to).decoded();
        } catch (InputException e) {
            return text.substring(from, to);
        }
    }

    private Experiment experiment() throws InputException {
        int from = text.startsWith("#") || text.startsWith("?") ? 1 : 0;
        while (from <= text.length()) {
            int ampersand = text.indexOf('&', from);
            int to = ampersand < 0 ? text.length() : ampersand;
            if (to > from) {
                pair(from, to);
            }
            from = to + 1;
        }
        readFunction();
        if (runs.isEmpty()) {
            runs.add(Run.plain(STANDARD_RATE));
        }
        if (runs.size() > Experiment.MOST_RUNS) {
            throw new InputException(0, text.length(), "text.runs", Numerals.count(Experiment.MOST_RUNS), Numerals.count(runs.size()));
        }
        for (int number : off) {
            if (number <= runs.size()) {
                runs.set(number - 1, runs.get(number - 1).withShown(false));
            }
        }
        Display shown = display.selected() < runs.size() ? display : display.withSelected(0);
        shown = charts == null ? shown : shown.withChart(charts.chart());
        return new Experiment(function, start, steps, List.copyOf(runs), tolerance, shown, List.copyOf(unknown));
    }

    private void pair(int from, int to) throws InputException {
        int equals = text.indexOf('=', from);
        String key = equals < 0 || equals >= to ? "" : text.substring(from, equals);
        int valueFrom = equals + 1;
        if (charts != null && charts.take(key, text, valueFrom, to)) {
            return;
        }
        if ((ONCE.contains(key) || Parser.isParameter(key)) && seen.contains(key)) {
            throw new InputException(from, to - from, "text.twice", key);
        }
        seen.add(key);
        switch (key) {
            case "f" -> {
                formulaSource = PercentText.decode(text, valueFrom, to);
                formula = formulaSource.decoded();
            }
            case "x0" -> {
                start = numbers(valueFrom, to);
                startAt = valueFrom;
                startEnd = to;
            }
            case "steps" -> steps = whole(valueFrom, to, "steps", 0, Experiment.MOST_STEPS);
            case "lr" -> {
                for (double lr : numbers(valueFrom, to)) {
                    runs.add(Run.plain(lr));
                }
            }
            case "run" -> runs.add(run(valueFrom, to));
            case "tolerance" -> tolerance = positive(valueFrom, to);
            case "off" -> off = runNumbers(valueFrom, to);
            case "at" -> display = display.withAt(whole(valueFrom, to, "at", 0, Experiment.MOST_STEPS));
            case "set" -> display = display.withSelected(whole(valueFrom, to, "set", 1, Experiment.MOST_RUNS) - 1);
            case "window" -> display = display.withWindow(window(valueFrom, to));
            case "view" -> display = display.withEmbedded(word(valueFrom, to, "view", "page", "embed"));
            case "show" -> extras(valueFrom, to);
            case "scale" -> display = display.withLogarithm(word(valueFrom, to, "scale", "linear", "log"));
            case "data", "model", "loss", "batch", "seed" -> learning.put(key, PercentText.decode(text, valueFrom, to));
            default -> {
                if (Parser.isParameter(key)) {
                    parameters.put(key, number(valueFrom, to));
                    parameterPairs.put(key, text.substring(from, to));
                } else {
                    unknown.add(text.substring(from, to));
                }
            }
        }
    }

    private void readFunction() throws InputException {
        if (learning.isEmpty()) {
            readFormula();
        } else {
            readLearning();
        }
        start = start.isEmpty() ? Experiment.boxed(function.start()) : start;
        if (start.size() != function.dimension()) {
            String wanted = Numerals.count(function.dimension());
            throw new InputException(startAt, startEnd - startAt, "text.dimension", wanted, Numerals.count(start.size()));
        }
    }

    private void readLearning() throws InputException {
        if (vocabulary.learner() == null) {
            throw new InputException(0, text.length(), "page.kind");
        }
        if (formulaSource != null) {
            throw new InputException(formulaSource.position(0), formula.length(), "learning.formula");
        }
        function = vocabulary.learner().read(learning);
        for (String key : seen) {
            if (parameters.containsKey(key)) {
                unknown.add(parameterPairs.get(key));
            }
        }
    }

    private void readFormula() throws InputException {
        Formula read;
        try {
            read = Formula.parse(formula, Math.max(1, start.size()), parameters);
            function = read;
        } catch (InputException e) {
            int at = formulaSource == null ? 0 : formulaSource.position(e.position());
            int end = formulaSource == null ? 0 : formulaSource.position(e.position() + e.length());
            throw new InputException(at, end - at, e.message());
        }
        for (String key : seen) {
            if (parameters.containsKey(key) && !read.parameters().containsKey(key)) {
                unknown.add(parameterPairs.get(key));
            }
        }
    }

    private Run run(int from, int to) throws InputException {
        if (vocabulary.runs() == null) {
            throw new InputException(from, to - from, "page.kind");
        }
        PercentText source = PercentText.decode(text, from, to);
        try {
            return vocabulary.runs().read(source.decoded());
        } catch (InputException e) {
            int at = source.position(e.position());
            throw new InputException(at, source.position(e.position() + e.length()) - at, e.message());
        }
    }

    private List<Double> numbers(int from, int to) throws InputException {
        PercentText source = PercentText.decode(text, from, to);
        String decoded = source.decoded();
        List<Double> numbers = new ArrayList<>();
        int at = 0;
        while (at <= decoded.length()) {
            int comma = decoded.indexOf(',', at);
            int end = comma < 0 ? decoded.length() : comma;
            try {
                numbers.add(NumberReader.read(decoded, at, end));
            } catch (InputException e) {
                throw new InputException(source.position(at), source.position(end) - source.position(at), e.message());
            }
            at = end + 1;
        }
        return numbers;
    }

    private double number(int from, int to) throws InputException {
        List<Double> numbers = numbers(from, to);
        if (numbers.size() != 1) {
            throw new InputException(from, to - from, "number.one");
        }
        return numbers.get(0);
    }

    private int whole(int from, int to, String key, int least, int most) throws InputException {
        double number = number(from, to);
        if (number != Math.floor(number) || number < least || number > most) {
            throw new InputException(from, to - from, "number.whole", key, Numerals.count(least), Numerals.count(most));
        }
        return (int) number;
    }

    private double positive(int from, int to) throws InputException {
        double number = number(from, to);
        if (!(number > 0)) {
            throw new InputException(from, to - from, "number.positive", "tolerance");
        }
        return number;
    }

    private List<Integer> runNumbers(int from, int to) throws InputException {
        List<Integer> whole = new ArrayList<>();
        for (double number : numbers(from, to)) {
            if (number != Math.floor(number) || number < 1 || number > Experiment.MOST_RUNS) {
                throw new InputException(from, to - from, "number.whole", "off", "1", Numerals.count(Experiment.MOST_RUNS));
            }
            whole.add((int) number);
        }
        return whole;
    }

    private List<Double> window(int from, int to) throws InputException {
        List<Double> window = numbers(from, to);
        boolean good = window.size() == 4 && window.get(0) < window.get(1) && window.get(2) < window.get(3);
        if (!good) {
            throw new InputException(from, to - from, "text.window");
        }
        return window;
    }

    private void extras(int from, int to) throws InputException {
        String words = PercentText.decode(text, from, to).decoded();
        for (int at = 0; at <= words.length();) {
            int comma = words.indexOf(',', at);
            int end = comma < 0 ? words.length() : comma;
            String word = words.substring(at, end);
            at = end + 1;
            if (!Display.EXTRAS.contains(word)) {
                throw new InputException(from, to - from, "text.show", word, String.join(", ", Display.EXTRAS));
            }
            display = display.withExtra(word, true);
        }
    }

    /** Whether the value is {@code yes} and not {@code no}. */
    private boolean word(int from, int to, String key, String no, String yes) throws InputException {
        String word = text.substring(from, to);
        if (!word.equals(yes) && !word.equals(no)) {
            throw new InputException(from, to - from, "text.word", key, no, yes);
        }
        return word.equals(yes);
    }

    /** The short and stable text: the function, the start and the runs always, all else where it is not the default, unknown pairs last. */
    public static String write(Experiment experiment) {
        StringBuilder text = new StringBuilder();
        experiment.function().accept(new Problem.Visitor() {
            @Override
            public void formula(Formula formula) {
                writeFormula(text, formula, experiment.start());
            }

            @Override
            public void learning(Learning learning) {
                LearningText.write(text, learning, experiment.start());
            }
        });
        writeRuns(text, experiment.runs());
        Display display = experiment.display();
        append(text, experiment.steps() != Experiment.STANDARD_STEPS, "steps", Numerals.exact(experiment.steps()));
        append(text, experiment.tolerance() != Experiment.STANDARD_TOLERANCE, "tolerance", Numerals.exact(experiment.tolerance()));
        append(text, display.at() >= 0, "at", Numerals.exact(display.at()));
        append(text, display.selected() > 0, "set", Numerals.exact(display.selected() + 1));
        append(text, !display.window().isEmpty(), "window", joined(display.window()));
        append(text, display.logarithm(), "scale", "log");
        append(text, !display.extras().isEmpty(), "show", String.join(",", display.extras()));
        append(text, display.embedded(), "view", "embed");
        Vocabulary.Part chart = display.chart();
        text.append(chart == null ? "" : chart.text());
        for (String pair : experiment.unknown()) {
            text.append('&').append(pair);
        }
        return text.toString();
    }

    private static void writeFormula(StringBuilder text, Formula formula, List<Double> start) {
        text.append("f=").append(PercentText.encode(formula.text()));
        for (String letter : formula.letters()) {
            double number = formula.parameters().get(letter);
            append(text, number != Formula.STANDARD_PARAMETER, letter, Numerals.exact(number));
        }
        text.append("&x0=").append(joined(start));
    }

    private static void writeRuns(StringBuilder text, List<Run> runs) {
        boolean plain = true;
        List<Double> rates = new ArrayList<>();
        List<Double> off = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            plain &= runs.get(i).isPlain();
            rates.add(runs.get(i).lr());
            if (!runs.get(i).shown()) {
                off.add((double) (i + 1));
            }
        }
        if (plain) {
            text.append("&lr=").append(joined(rates));
        } else {
            for (Run run : runs) {
                text.append("&run=").append(PercentText.encode(run.text()));
            }
        }
        append(text, !off.isEmpty(), "off", joined(off));
    }

    static void append(StringBuilder text, boolean given, String key, String value) {
        if (given) {
            text.append('&').append(key).append('=').append(value);
        }
    }

    static String joined(List<Double> numbers) {
        StringBuilder text = new StringBuilder();
        for (double number : numbers) {
            text.append(text.isEmpty() ? "" : ",").append(Numerals.exact(number));
        }
        return text.toString();
    }
}
