package descentlab.experiment;

import descentlab.experiment.Chart.Kind;
import descentlab.message.InputException;
import descentlab.message.Message;
import descentlab.survey.Outcome;
import descentlab.survey.Outcomes;
import descentlab.survey.RangeTest;
import descentlab.survey.Scale;
import descentlab.survey.Scale.Quantity;
import descentlab.survey.Survey;
import descentlab.survey.Sweep;

/** The library's function {@code survey}: the text of an experiment with a picture of many descents in, its outcomes as JSON out. */
public final class SurveyJson {
    private static final int STANDARD_WIDTH = 400;
    private static final int STANDARD_HEIGHT = 200;

    private final Experiment experiment;
    private final Chart chart;
    private final int width;
    private final int height;
    private final StringBuilder json = new StringBuilder("{");

    private SurveyJson(Experiment experiment, Chart asked) {
        this.experiment = experiment;
        chart = ChartPlan.filled(experiment, asked);
        width = asked.width() > 0 ? asked.width() : STANDARD_WIDTH;
        height = asked.height() > 0 ? asked.height() : STANDARD_HEIGHT;
    }

    /** What README.md says, or {@code {"error":…}} as {@link Trace#of} has it; never an exception. */
    public static String of(String text) {
        try {
            Experiment experiment = ExperimentText.read(text);
            if (experiment.display().chart() == null) {
                throw new InputException(0, text.length(), "chart.none");
            }
            Message problem = ChartPlan.problem(experiment, experiment.display().chart());
            if (problem != null) {
                throw new InputException(0, text.length(), problem);
            }
            return new SurveyJson(experiment, experiment.display().chart()).json();
        } catch (InputException e) {
            return Trace.refusal(e);
        }
    }

    private String json() {
        field("experiment", Json.string(ExperimentText.write(experiment.withChart(chart))));
        field("survey", Json.string(chart.kind().word()));
        if (chart.kind() == Kind.SWEEP) {
            sweeps();
        } else if (chart.kind() == Kind.RANGE) {
            rangeTest();
        } else {
            map();
        }
        return json.append('}').toString();
    }

    private void field(String name, String value) {
        json.append(json.length() > 1 ? "," : "").append('"').append(name).append("\":").append(value);
    }

    private Scale rates(int count) {
        return new Scale(Quantity.RATE, chart.lr().from(), chart.lr().to(), true, count);
    }

    private void sweeps() {
        Scale rates = rates(width);
        field("lr", values(rates));
        StringBuilder runs = new StringBuilder("[");
        for (Run run : experiment.runs()) {
            Sweep sweep = ChartPlan.sweep(experiment, run, rates);
            while (sweep.advance()) {
            }
            double[] loss = new double[width];
            double[] steps = new double[width];
            for (int k = 0; k < width; k++) {
                loss[k] = sweep.loss(k);
                steps[k] = sweep.rest(k);
            }
            runs.append(runs.length() > 1 ? "," : "").append("{\"run\":").append(Json.string(run.text())).append(",\"loss\":").append(Json.numbers(loss))
                    .append(",\"steps\":").append(Json.numbers(steps)).append(",\"best\":").append(Json.number(sweep.best())).append('}');
        }
        field("runs", runs.append(']').toString());
    }

    private static String values(Scale scale) {
        double[] values = new double[scale.count()];
        for (int k = 0; k < values.length; k++) {
            values[k] = scale.value(k);
        }
        return Json.numbers(values);
    }

    private void rangeTest() {
        RangeTest test = ChartPlan.rangeTest(experiment, chart);
        field("lr", Json.numbers(test.rate()));
        field("loss", Json.numbers(test.loss()));
        field("suggested", test.suggested() < 0 ? "null" : Json.number(test.rate()[test.suggested()]));
        field("edge", test.edge() == test.rate().length ? "null" : Json.number(test.rate()[test.edge()]));
        Sweep sweep = ChartPlan.sweep(experiment, experiment.selected(), rates(width));
        while (sweep.advance()) {
        }
        field("best", Json.number(sweep.best()));
    }

    private void map() {
        Survey survey = ChartPlan.survey(experiment, chart, width, height);
        Outcomes outcomes = survey.compute();
        Survey.Plan plan = survey.plan();
        field("run", Json.string(experiment.selected().text()));
        field("width", String.valueOf(plan.width()));
        field("height", String.valueOf(plan.height()));
        field("steps", String.valueOf(plan.steps()));
        field("across", side(plan.across()));
        if (plan.up() != null) {
            field("up", side(plan.up()));
        }
        StringBuilder ends = new StringBuilder("[");
        for (double[] end : outcomes.ends()) {
            ends.append(ends.length() > 1 ? "," : "").append(Json.numbers(end));
        }
        field("ends", ends.append(']').toString());
        field("rows", rows(outcomes, plan.width(), plan.height()));
        field("shares", shares(outcomes, plan.width() * plan.height()));
        if (plan.orbits()) {
            field("orbits", orbits(outcomes, plan.width()));
        }
    }

    private static String side(Scale scale) {
        return "{\"of\":" + Json.string(key(scale.quantity())) + ",\"from\":" + Json.number(scale.from()) + ",\"to\":" + Json.number(scale.to()) + '}';
    }

    static String key(Quantity quantity) {
        return quantity == Quantity.RATE ? "lr" : quantity.name().toLowerCase();
    }

    /** The outcome in words: reached 1, oscillating 4, stuck, … */
    static String word(int code) {
        Outcome outcome = Outcome.of(code);
        int detail = Outcome.detail(code);
        return outcome == Outcome.REACHED ? "reached " + (detail + 1) : outcome == Outcome.OSCILLATING ? "oscillating " + detail : outcome.word();
    }

    /** Each row from the top as pairs of an outcome and how many pixels it goes on. */
    private static String rows(Outcomes outcomes, int width, int height) {
        StringBuilder rows = new StringBuilder("[");
        for (int j = 0; j < height; j++) {
            rows.append(j > 0 ? ",[" : "[");
            for (int i = 0; i < width;) {
                String word = word(outcomes.code(j * width + i));
                int from = i;
                while (i < width && word(outcomes.code(j * width + i)).equals(word)) {
                    i++;
                }
                rows.append(from > 0 ? "," : "").append(Json.string(word)).append(',').append(i - from);
            }
            rows.append(']');
        }
        return rows.append(']').toString();
    }

    private static String shares(Outcomes outcomes, int cells) {
        StringBuilder shares = new StringBuilder("{");
        int[] counts = outcomes.counts();
        int stuck = 0;
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0 && Outcome.of(code) == Outcome.STUCK) {
                stuck += counts[code];
            } else if (counts[code] > 0) {
                append(shares, word(code), counts[code], cells);
            }
        }
        if (stuck > 0) {
            append(shares, Outcome.STUCK.word(), stuck, cells);
        }
        return shares.append('}').toString();
    }

    private static void append(StringBuilder shares, String word, int count, int cells) {
        shares.append(shares.length() > 1 ? "," : "").append(Json.string(word)).append(':').append(Json.number((double) count / cells));
    }

    /** The x of the last states of each column, as many as differ. */
    private static String orbits(Outcomes outcomes, int width) {
        StringBuilder orbits = new StringBuilder("[");
        for (int i = 0; i < width; i++) {
            int length = 0;
            while (length < Survey.ORBIT && outcomes.orbit(i, length) == outcomes.orbit(i, length)) {
                length++;
            }
            double[] orbit = new double[length];
            for (int k = 0; k < length; k++) {
                orbit[k] = outcomes.orbit(i, k);
            }
            orbits.append(i > 0 ? "," : "").append(Json.numbers(orbit));
        }
        return orbits.append(']').toString();
    }
}
