package descentlab.experiment;

import descentlab.descent.Trajectory;
import descentlab.message.Numerals;

/** The steps of all runs as comma-separated values (RFC 4180): a row a state, numbers in full precision. */
public final class Csv {
    private static final String[] COORDINATES = {"x", "y"};

    private Csv() {
    }

    public static String of(Experiment experiment, Results results) {
        int dimension = experiment.function().dimension();
        StringBuilder csv = new StringBuilder("run,step");
        for (int i = 0; i < dimension; i++) {
            csv.append(',').append(coordinate(experiment, i));
        }
        csv.append(",loss");
        for (int i = 0; i < dimension; i++) {
            csv.append(",gradient_").append(coordinate(experiment, i));
        }
        csv.append(",lr\r\n");
        for (int r = 0; r < experiment.runs().size(); r++) {
            String name = '"' + experiment.runs().get(r).text() + '"';
            Trajectory run = results.trajectories().get(r);
            for (int t = 0; t <= run.steps(); t++) {
                csv.append(name).append(',').append(t);
                append(csv, run.x(), t);
                csv.append(',').append(Numerals.exact(run.loss()[t]));
                append(csv, run.gradient(), t);
                csv.append(',').append(t < run.steps() ? Numerals.exact(run.rate()[t]) : "").append("\r\n");
            }
        }
        return csv.toString();
    }

    private static String coordinate(Experiment experiment, int i) {
        return experiment.formula() != null ? COORDINATES[i] : "w" + (i + 1);
    }

    private static void append(StringBuilder csv, double[][] values, int t) {
        for (double[] coordinate : values) {
            csv.append(',').append(Numerals.exact(coordinate[t]));
        }
    }
}
