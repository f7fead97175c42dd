package descentlab.experiment;

import descentlab.descent.Trajectory;
import descentlab.message.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The states of a run as columns: of few coordinates each by its name, of a network's many the lengths of gradient and step. */
public final class StepTable {
    private StepTable() {
    }

    /** @param values values[t] at state t; one fewer than there are states where they belong to steps */
    public record Column(String head, double[] values) {
    }

    public static List<Column> of(Experiment experiment, Trajectory run, Messages messages) {
        List<Column> columns = new ArrayList<>();
        if (experiment.learning() != null && experiment.learning().names().isEmpty()) {
            columns.add(new Column(messages.text("table.loss.learning"), losses(run)));
            columns.add(new Column(messages.text("table.length.slope"), lengths(run.gradient(), run.steps() + 1)));
            columns.add(new Column(messages.text("table.length.step"), lengths(changes(run), run.steps())));
        } else {
            List<String> names = names(experiment);
            for (int i = 0; i < names.size(); i++) {
                columns.add(new Column(names.get(i) + "ₜ", run.x()[i]));
            }
            columns.add(new Column(messages.text(experiment.learning() != null ? "table.loss.learning" : "table.loss"), losses(run)));
            for (int i = 0; i < names.size(); i++) {
                String slope = experiment.learning() != null ? messages.text("table.slope.learning", names.get(i))
                        : messages.text(names.size() > 1 ? "table.slope.map" : "table.slope", names.get(i));
                columns.add(new Column(slope, run.gradient()[i]));
            }
        }
        columns.add(new Column(messages.text("table.rate"), Arrays.copyOf(run.rate(), run.steps())));
        if (run.dimension() == 1) {
            columns.add(new Column(messages.text("table.change"), changes(run)[0]));
        }
        return columns;
    }

    private static double[] losses(Trajectory run) {
        return Arrays.copyOf(run.loss(), run.steps() + 1);
    }

    private static List<String> names(Experiment experiment) {
        if (experiment.learning() != null) {
            return experiment.learning().names();
        }
        return experiment.isMap() ? List.of("x", "y") : List.of("x");
    }

    private static double[][] changes(Trajectory run) {
        double[][] changes = new double[run.dimension()][run.steps()];
        for (int i = 0; i < changes.length; i++) {
            for (int t = 0; t < run.steps(); t++) {
                changes[i][t] = run.x()[i][t + 1] - run.x()[i][t];
            }
        }
        return changes;
    }

    private static double[] lengths(double[][] vectors, int count) {
        double[] lengths = new double[count];
        for (int t = 0; t < count; t++) {
            double square = 0;
            for (double[] coordinate : vectors) {
                square += coordinate[t] * coordinate[t];
            }
            lengths[t] = Math.sqrt(square);
        }
        return lengths;
    }
}
