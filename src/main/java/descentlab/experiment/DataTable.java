package descentlab.experiment;

import descentlab.message.InputException;
import descentlab.message.Message;
import descentlab.message.Numerals;
import descentlab.objective.DataSource;
import descentlab.objective.Dataset;
import descentlab.parameter.Settings;
import descentlab.parameter.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Numbers that a person pasted or dropped, two or three columns as spreadsheets write them: separated by commas, semicolons, tabs or blanks; with a
 * decimal comma where commas do not separate; a first row of names is skipped.
 *
 * @param rows the good ones, each two inputs and a target, or one and a target
 * @param bad  a sentence for each row that is none
 */
public record DataTable(List<double[]> rows, List<Message> bad) {
    /** Characters; a page that draws every point shows no more of a larger file. */
    public static final int LONGEST = 2_000_000;
    private static final String SEPARATORS = ";\t,";

    /** @throws InputException where the whole cannot be used, whatever its rows say */
    public static DataTable read(String text) throws InputException {
        if (text.length() > LONGEST) {
            throw new InputException(0, text.length(), "data.long", Numerals.brief(text.length() / 1e6), Numerals.brief(LONGEST / 1e6));
        }
        List<String> lines = lines(text);
        if (lines.isEmpty()) {
            throw new InputException(0, 0, "data.empty");
        }
        DataTable table = new DataTable(new ArrayList<>(), new ArrayList<>());
        char separator = separator(lines);
        int columns = columns(lines, separator);
        int number = 0;
        for (String line : lines) {
            number++;
            if (!line.trim().isEmpty() && !(number == 1 && isHead(line, separator))) {
                table.add(line, number, separator, columns);
            }
        }
        return table;
    }

    /** Without the byte-order mark that some programs begin a file with, and without blank lines at the end. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = text.startsWith("\uFEFF") ? 1 : 0;
        while (from < text.length()) {
            int end = from;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            lines.add(text.substring(from, end));
            boolean both = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
            from = end + (both ? 2 : 1);
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).trim().isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    /** The first of the separators that occurs, else a blank. */
    private static char separator(List<String> lines) {
        for (int k = 0; k < SEPARATORS.length(); k++) {
            for (String line : lines.subList(0, Math.min(lines.size(), 20))) {
                if (line.indexOf(SEPARATORS.charAt(k)) >= 0) {
                    return SEPARATORS.charAt(k);
                }
            }
        }
        return ' ';
    }

    private static List<String> cells(String line, char separator) {
        List<String> cells = new ArrayList<>();
        String rest = separator == ' ' ? line.trim() : line;
        int from = 0;
        while (from <= rest.length()) {
            int end = rest.indexOf(separator, from);
            end = end < 0 ? rest.length() : end;
            String cell = rest.substring(from, end).trim();
            boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
            if (separator != ' ' || !cell.isEmpty()) {
                cells.add(quoted ? cell.substring(1, cell.length() - 1).trim() : cell);
            }
            from = end + 1;
        }
        return cells;
    }

    /** Two or three, as most of the first rows have it. */
    private static int columns(List<String> lines, char separator) {
        int three = 0;
        int two = 0;
        for (String line : lines.subList(0, Math.min(lines.size(), 50))) {
            int count = cells(line, separator).size();
            three += count == 3 ? 1 : 0;
            two += count == 2 ? 1 : 0;
        }
        return three > two ? 3 : 2;
    }

    /** Whether no cell of the first line is a number. */
    private static boolean isHead(String line, char separator) {
        for (String cell : cells(line, separator)) {
            char c = cell.isEmpty() ? ' ' : cell.charAt(0);
            if (c >= '0' && c <= '9' || "+-−.,".indexOf(c) >= 0 || cell.equals("NaN") || cell.equals("nan") || cell.equals("inf")) {
                return false;
            }
        }
        return true;
    }

    private void add(String line, int number, char separator, int columns) {
        List<String> cells = cells(line, separator);
        String row = Numerals.count(number);
        if (cells.size() != columns) {
            bad.add(Message.of("data.columns", row, Numerals.count(cells.size()), Numerals.count(columns)));
            return;
        }
        double[] values = new double[columns];
        for (int i = 0; i < columns; i++) {
            String cell = separator == ',' ? cells.get(i) : cells.get(i).replace(',', '.');
            try {
                values[i] = NumberReader.read(cell, 0, cell.length());
            } catch (InputException e) {
                bad.add(cell.isEmpty() ? Message.of("data.missing", row, Numerals.count(i + 1)) : Message.of("data.cell", row, cells.get(i)));
                return;
            }
        }
        rows.add(values);
    }

    /**
     * The good rows as points to learn from.
     *
     * @throws InputException where they are too few, too many, or an input is the same in all
     */
    public Settings points() throws InputException {
        if (rows.size() < 2) {
            throw new InputException(0, 0, "data.few", Numerals.count(rows.size()));
        }
        if (rows.size() > DataSource.MOST) {
            throw new InputException(0, 0, "learning.many", Numerals.count(DataSource.MOST), Numerals.count(rows.size()));
        }
        int columns = rows.get(0).length;
        List<List<Double>> values = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            double[] column = new double[rows.size()];
            for (int e = 0; e < column.length; e++) {
                column[e] = rows.get(e)[i];
            }
            double[] range = Dataset.range(column);
            if (range[0] == range[1]) {
                throw new InputException(0, 0, "data.constant", Numerals.count(i + 1), Numerals.exact(range[0]));
            }
            values.add(Experiment.boxed(column));
        }
        Value y = new Value.Numbers(values.get(columns - 1));
        Value x = new Value.Numbers(values.get(0));
        Settings points = DataSource.POINTS.declaration().settings(Map.of()).with("x", x).with("y", y);
        return columns == 2 ? points : points.with("x2", new Value.Numbers(values.get(1)));
    }
}
