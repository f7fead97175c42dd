package descentlab.experiment;

import descentlab.message.Numerals;
import descentlab.survey.Outcome;
import descentlab.survey.Outcomes;
import descentlab.survey.RangeTest;
import descentlab.survey.Scale;
import descentlab.survey.Survey;

/** The cells of a survey as comma-separated values (RFC 4180): a row a cell, and for a bifurcation diagram a row a state. */
public final class SurveyCsv {
    private SurveyCsv() {
    }

    public static String of(Outcomes outcomes) {
        Survey.Plan plan = outcomes.survey().plan();
        boolean orbits = plan.orbits();
        StringBuilder csv = new StringBuilder(name(plan.across())).append(plan.up() == null ? "" : "," + name(plan.up())).append(",outcome,steps")
                .append(orbits ? ",x" : plan.start().length == 1 ? ",end_x" : ",end_x,end_y").append("\r\n");
        double[][] ends = outcomes.ends();
        for (int cell = 0; cell < plan.width() * plan.height(); cell++) {
            if (outcomes.code(cell) != Outcomes.UNKNOWN) {
                String row = row(outcomes, ends, cell);
                for (int k = 0; k < (orbits ? Survey.ORBIT : 1); k++) {
                    if (!orbits || outcomes.orbit(cell, k) == outcomes.orbit(cell, k)) {
                        csv.append(row).append(orbits ? "," + Numerals.exact(outcomes.orbit(cell, k)) : "").append("\r\n");
                    }
                }
            }
        }
        return csv.toString();
    }

    /** The range test: a row a step. */
    public static String of(RangeTest test) {
        StringBuilder csv = new StringBuilder("step,lr,loss\r\n");
        for (int t = 0; t < test.rate().length; t++) {
            csv.append(t).append(',').append(Numerals.exact(test.rate()[t])).append(',').append(Numerals.exact(test.loss()[t])).append("\r\n");
        }
        return csv.toString();
    }

    private static String name(Scale scale) {
        return SurveyJson.key(scale.quantity());
    }

    private static String row(Outcomes outcomes, double[][] ends, int cell) {
        Survey.Plan plan = outcomes.survey().plan();
        String across = Numerals.exact(plan.across().value(cell % plan.width()));
        String up = plan.up() == null ? "" : "," + Numerals.exact(plan.up().value(plan.height() - 1 - cell / plan.width()));
        return across + up + "," + SurveyJson.word(outcomes.code(cell)) + "," + outcomes.steps(cell) + (plan.orbits() ? "" : end(ends, outcomes.code(cell), plan.start().length));
    }

    /** The place that a cell's descent has reached; nothing in its columns where it has reached none. */
    private static String end(double[][] ends, int code, int dimension) {
        StringBuilder end = new StringBuilder();
        for (int i = 0; i < dimension; i++) {
            end.append(',').append(Outcome.isReached(code) ? Numerals.exact(ends[Outcome.detail(code)][i]) : "");
        }
        return end.toString();
    }
}
