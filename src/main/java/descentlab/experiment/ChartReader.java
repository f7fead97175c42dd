package descentlab.experiment;

import descentlab.experiment.Chart.Interval;
import descentlab.experiment.Chart.Kind;
import descentlab.message.InputException;
import descentlab.message.Numerals;
import java.util.ArrayList;
import java.util.List;

/** Reads the pairs of an experiment's text that say which picture of many descents it asks for. */
final class ChartReader implements Vocabulary.Reading {
    /** Pixels to a side. */
    static final int MOST_PIXELS = 4000;
    private static final String DOTS = "..";

    private Kind kind;
    private int width;
    private int height;
    private final List<String> keys = new ArrayList<>();
    private final List<Interval[]> ranges = new ArrayList<>();
    private final List<int[]> places = new ArrayList<>();

    @Override
    public boolean take(String key, String text, int from, int to) throws InputException {
        boolean given = switch (key) {
            case "survey" -> kind != null;
            case "width" -> width > 0;
            case "height" -> height > 0;
            default -> keys.contains(key) && text.substring(from, to).contains(DOTS);
        };
        if (given) {
            throw new InputException(from, to - from, "text.twice", key);
        }
        switch (key) {
            case "survey" -> kind = kind(text, from, to);
            case "width" -> width = pixels(text, key, from, to);
            case "height" -> height = pixels(text, key, from, to);
            case "lr", "x0", "x", "momentum" -> {
                if (!text.substring(from, to).contains(DOTS)) {
                    return false;
                }
                keys.add(key);
                places.add(new int[] {from, to - from});
                ranges.add(ranges(text, from, to));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static Kind kind(String text, int from, int to) throws InputException {
        String word = text.substring(from, to);
        StringBuilder known = new StringBuilder();
        for (Kind each : Kind.values()) {
            if (each.word().equals(word)) {
                return each;
            }
            known.append(known.isEmpty() ? "" : ", ").append(each.word());
        }
        throw new InputException(from, to - from, "chart.kind", word, known.toString());
    }

    private static int pixels(String text, String key, int from, int to) throws InputException {
        double number = number(text, from, to);
        if (number != Math.floor(number) || number < 1 || number > MOST_PIXELS) {
            throw new InputException(from, to - from, "number.whole", key, "1", Numerals.count(MOST_PIXELS));
        }
        return (int) number;
    }

    private static Interval[] ranges(String text, int from, int to) throws InputException {
        List<Interval> ranges = new ArrayList<>();
        for (int at = from; at <= to;) {
            int comma = text.indexOf(',', at);
            int end = comma < 0 || comma > to ? to : comma;
            ranges.add(range(text, at, end));
            at = end + 1;
        }
        return ranges.toArray(new Interval[0]);
    }

    private static Interval range(String text, int from, int to) throws InputException {
        int dots = text.indexOf(DOTS, from);
        if (dots < 0 || dots > to) {
            throw new InputException(from, to - from, "chart.range");
        }
        Interval range = new Interval(number(text, from, dots), number(text, dots + DOTS.length(), to));
        if (!(range.from() < range.to())) {
            throw new InputException(from, to - from, "chart.range");
        }
        if (range.to() - range.from() == Double.POSITIVE_INFINITY) {
            throw new InputException(from, to - from, "chart.wide");
        }
        return range;
    }

    private static double number(String text, int from, int to) throws InputException {
        return NumberReader.read(text, from, to);
    }

    @Override
    public Chart chart() throws InputException {
        Interval lr = null;
        Interval across = null;
        Interval up = null;
        for (int k = 0; k < keys.size(); k++) {
            Interval[] range = ranges.get(k);
            int at = places.get(k)[0];
            int length = places.get(k)[1];
            if (kind == null || !kind.takes(keys.get(k))) {
                throw new InputException(at, length, "chart.key", keys.get(k));
            }
            boolean rates = keys.get(k).equals("lr");
            if (range.length != (kind == Kind.BASINS ? 2 : 1)) {
                throw new InputException(at, length, kind == Kind.BASINS ? "chart.two" : "chart.one");
            }
            if (rates && !(range[0].from() > 0)) {
                throw new InputException(at, length, "chart.positive");
            }
            if (rates && range[0].to() / range[0].from() == Double.POSITIVE_INFINITY) {
                throw new InputException(at, length, "chart.wide");
            }
            for (Interval each : range) {
                if (!each.isWide(rates)) {
                    throw new InputException(at, length, "chart.narrow");
                }
            }
            lr = rates ? range[0] : lr;
            across = rates || kind != Kind.BASINS ? across : range[0];
            up = rates ? up : range[range.length - 1];
        }
        return kind == null ? null : new Chart(kind, lr, across, up, width, height);
    }
}
