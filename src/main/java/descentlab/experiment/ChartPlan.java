package descentlab.experiment;

import descentlab.descent.CriticalPoint;
import descentlab.descent.CriticalPoints;
import descentlab.descent.Descent;
import descentlab.descent.Terrain;
import descentlab.descent.Terrain.Minimum;
import descentlab.experiment.Chart.Interval;
import descentlab.experiment.Chart.Kind;
import descentlab.message.InputException;
import descentlab.message.Message;
import descentlab.objective.Learning;
import descentlab.parameter.Range;
import descentlab.parameter.Value;
import descentlab.schedule.Schedule;
import descentlab.survey.RangeTest;
import descentlab.survey.Scale;
import descentlab.survey.Scale.Quantity;
import descentlab.survey.Survey;
import descentlab.survey.Sweep;
import java.util.Arrays;
import java.util.List;

/** What a picture of many descents computes: the selected run of an experiment, or each for a sweep, at many rates, starts or momenta. */
public final class ChartPlan {
    /** So many steps at least, where the experiment has fewer: to see what becomes of slow runs, and for a bifurcation diagram to leave the start behind. */
    static final int LEAST_STEPS = 500;
    static final int LEAST_BIFURCATION_STEPS = 2000;
    static final int RANGE_STEPS = 100;
    private static final Interval STANDARD_RATES = new Interval(1e-3, 10);
    private static final Interval STANDARD_STARTS = new Interval(-10, 10);
    private static final Interval STANDARD_MOMENTA = new Interval(0, 1);
    /** Stands in the text of a map that shows them all. */
    private static final double ANY_MOMENTUM = 0.5;
    /** Rates are shown from so many times below the lowest limit 2/f″ in sight to so many times above. */
    private static final double BELOW = 100;
    private static final double ABOVE = 10;

    private static final Sweep.Pace PACE = new Sweep.Pace(64, 32);
    /** Parameters times examples times steps that are trained at once in a sweep, and in all of it. */
    private static final double AT_ONCE = 2e6;
    private static final double AFFORDABLE = 4e8;
    private static final int LEARNING_LANES = 8;
    private static final int FEWEST_RATES = 16;
    private static final Interval LEARNING_RATES = new Interval(1e-4, 10);

    private ChartPlan() {
    }

    /** Why there can be no such picture of an experiment, or null. */
    public static Message problem(Experiment experiment, Chart chart) {
        int dimension = experiment.function().dimension();
        if (experiment.learning() != null && chart.kind() != Kind.RANGE && chart.kind() != Kind.SWEEP) {
            return Message.of("chart.learning");
        }
        if (!chart.kind().fits(dimension)) {
            return Message.of(dimension == 1 ? "chart.plane" : "chart.curve", chart.kind().word());
        }
        Run run = experiment.selected();
        if (chart.kind() != Kind.MOMENTUM) {
            return null;
        }
        String name = run.optimizer().declaration().name();
        Range possible = run.rule().hasMomentum() ? run.rule().momenta() : null;
        boolean inside = possible != null && (chart.up() == null || chart.up().from() >= possible.from() && chart.up().to() <= possible.to());
        return inside ? null : possible == null ? Message.of("chart.momentum", name) : Message.of("chart.momenta", name, possible.text("momentum"));
    }

    /** The picture without momenta that the rule cannot have. */
    public static Chart within(Experiment experiment, Chart chart) {
        if (chart.kind() != Kind.MOMENTUM) {
            return chart;
        }
        Range possible = experiment.selected().rule().momenta();
        return chart.with(null, new Interval(Math.max(possible.from(), chart.up().from()), Math.min(possible.to(), chart.up().to())));
    }

    /** How many steps each descent of a picture may take. */
    public static int steps(Experiment experiment, Kind kind) {
        int least = kind == Kind.BIFURCATION ? LEAST_BIFURCATION_STEPS : LEAST_STEPS;
        return kind == Kind.SWEEP ? experiment.steps() : kind == Kind.RANGE ? rangeSteps(experiment) : Math.max(least, experiment.steps());
    }

    /** What learns takes as many steps as there are rates to tell apart. */
    private static int rangeSteps(Experiment experiment) {
        return experiment.learning() != null ? RANGE_STEPS : Math.max(RANGE_STEPS, experiment.steps());
    }

    /** The picture with what is not said of its window chosen: rates around the limit of stability, and starts from −10 to 10. */
    public static Chart filled(Experiment experiment, Chart chart) {
        Kind kind = chart.kind();
        Interval lr = !kind.hasRates() || chart.lr() != null ? chart.lr() : rates(experiment);
        Interval across = kind != Kind.BASINS || chart.across() != null ? chart.across() : STANDARD_STARTS;
        Interval up = switch (kind) {
            case SWEEP, RANGE -> null;
            case MOMENTUM -> STANDARD_MOMENTA;
            default -> STANDARD_STARTS;
        };
        return new Chart(kind, lr, across, chart.up() != null ? chart.up() : up, chart.width(), chart.height());
    }

    private static Interval rates(Experiment experiment) {
        if (experiment.learning() != null) {
            return LEARNING_RATES;
        }
        double lowest = Double.POSITIVE_INFINITY;
        for (Minimum minimum : minima(experiment)) {
            lowest = minimum.limit() > 0 ? Math.min(lowest, minimum.limit()) : lowest;
        }
        boolean known = lowest - lowest == 0 && experiment.selected().rule().declaration().name().equals("SGD");
        return known ? new Interval(oneDigit(lowest / BELOW), oneDigit(lowest * ABOVE)) : STANDARD_RATES;
    }

    private static List<Minimum> minima(Experiment experiment) {
        double[] start = experiment.startPoint();
        if (start.length > 2) {
            return List.of();
        }
        double reach = STANDARD_STARTS.to();
        return start.length == 1 ? Terrain.minima(experiment.function(), -reach, reach)
                : CriticalPoint.minima(CriticalPoints.find(experiment.function(), -reach, reach, -reach, reach));
    }

    private static double oneDigit(double value) {
        double unit = Math.pow(10, Math.abs(Math.floor(Math.log(value) / Math.log(10))));
        return value >= 1 ? Math.floor(value / unit + 0.5) * unit : Math.max(1, Math.floor(value * unit + 0.5)) / unit;
    }

    /** The survey of a picture of the selected run. @param chart filled, and neither sweep nor range test */
    public static Survey survey(Experiment experiment, Chart chart, int width, int height) {
        return survey(experiment, chart, width, height, null);
    }

    private static Survey survey(Experiment experiment, Chart chart, int width, int height, Survey before) {
        Run run = experiment.selected();
        Scale across = chart.kind() == Kind.BASINS ? scale(Quantity.X, chart.across(), false, width) : scale(Quantity.RATE, chart.lr(), true, width);
        Scale up = switch (chart.kind()) {
            case ATLAS -> scale(Quantity.X, chart.up(), false, height);
            case BASINS -> scale(Quantity.Y, chart.up(), false, height);
            case MOMENTUM -> scale(Quantity.MOMENTUM, chart.up(), false, height);
            default -> null;
        };
        Survey.Starter starter = (spent, x, rate, momentum, lanes) -> Results.startAgain(spent, experiment.function().stepwise(), run,
                schedules(run, rate, momentum, lanes), x);
        return new Survey(new Survey.Plan(experiment.function(), experiment.function().endsForGood(), starter, experiment.startPoint(),
                run.lr(), across, up, steps(experiment, chart.kind()), experiment.tolerance(), chart.kind() == Kind.BIFURCATION), before);
    }

    private static Scale scale(Quantity quantity, Interval interval, boolean logarithmic, int count) {
        return new Scale(quantity, interval.from(), interval.to(), logarithmic, count);
    }

    private static Schedule[] schedules(Run run, double[] rate, double[] momentum, int lanes) {
        Schedule[] schedules = new Schedule[lanes];
        for (int l = 0; l < schedules.length; l++) {
            Schedule paced = run.startSchedule(rate[l]);
            schedules[l] = momentum == null ? paced : paced.withMomentum(momentum[l]);
        }
        return schedules;
    }

    /** What a worker needs to know of an experiment to compute a picture of it, and nothing that does not change the picture. */
    public static String text(Experiment experiment, Chart chart, int width, int height) {
        Chart sized = new Chart(chart.kind(), chart.lr(), chart.across(), chart.up(), width, height);
        Run run = chart.kind() == Kind.MOMENTUM ? withMomentum(experiment.selected(), ANY_MOMENTUM) : experiment.selected();
        Experiment bare = experiment.withRuns(List.of(chart.kind().hasRates() ? run.withLr(1).withShown(true) : run.withShown(true)))
                .withDisplay(Experiment.Display.STANDARD.withChart(sized));
        boolean fromEverywhere = chart.kind() == Kind.ATLAS || chart.kind() == Kind.BASINS;
        return ExperimentText.write(fromEverywhere ? bare.withStart(new double[experiment.start().size()]) : bare);
    }

    /** The survey that {@link #text} says. @param spent one that is over, whose arrays are used where they fit, or null */
    public static Survey survey(String text, Survey spent) throws InputException {
        Experiment experiment = ExperimentText.read(text);
        Chart chart = experiment.display().chart();
        return survey(experiment, chart, chart.width(), chart.kind() == Kind.BIFURCATION ? 1 : chart.height(), spent);
    }

    /** The run with another momentum, or β₁. */
    public static Run withMomentum(Run run, double momentum) {
        Value betas = run.optimizer().values().get("betas");
        return betas == null ? run.withOptimizer(run.optimizer().with("momentum", new Value.Number(momentum)))
                : run.withOptimizer(run.optimizer().with("betas", new Value.Numbers(List.of(momentum, ((Value.Numbers) betas).values().get(1)))));
    }

    /** The sweep of one run over rates. */
    public static Sweep sweep(Experiment experiment, Run run, Scale rates) {
        return sweep(experiment, run, rates, experiment.steps());
    }

    private static Sweep sweep(Experiment experiment, Run run, Scale rates, int steps) {
        double cost = cost(experiment);
        Sweep.Pace pace = cost == 0 ? PACE : new Sweep.Pace(LEARNING_LANES, (int) Math.max(1, AT_ONCE / cost / LEARNING_LANES));
        return new Sweep(experiment.function(), lanes -> Results.start(experiment.function().stepwise(), run,
                schedules(run, lanes, null, lanes.length), lanes(experiment, lanes.length)), rates, steps,
                experiment.searchTolerance(), pace);
    }

    /** The same, of what learns with as many rates and steps as can be trained in about a second. @param most rates that there is room for */
    public static Sweep affordableSweep(Experiment experiment, Run run, Interval rates, int most) {
        double laneSteps = cost(experiment) == 0 ? Double.POSITIVE_INFINITY : AFFORDABLE / cost(experiment) / experiment.runs().size();
        int steps = (int) Math.min(experiment.steps(), Math.max(1, laneSteps / FEWEST_RATES));
        int count = (int) Math.min(most, Math.max(FEWEST_RATES, laneSteps / Math.max(1, steps)));
        return sweep(experiment, run, scale(Quantity.RATE, rates, true, count), steps);
    }

    /** Parameters times examples of a step of what learns; 0 for a formula, which costs next to nothing. */
    private static double cost(Experiment experiment) {
        Learning learning = experiment.learning();
        if (learning == null) {
            return 0;
        }
        int examples = learning.training().examples();
        return (double) learning.dimension() * (learning.batch() == 0 ? examples : Math.min(examples, learning.batch()));
    }

    /** The range test of the selected run. */
    public static RangeTest rangeTest(Experiment experiment, Chart chart) {
        int steps = steps(experiment, Kind.RANGE);
        double from = chart.lr().from();
        double factor = Math.pow(chart.lr().to() / from, 1.0 / Math.max(1, steps - 1));
        Schedule[] growing = {(step, loss) -> from * Math.pow(factor, step)};
        return RangeTest.of(Results.start(experiment.function().stepwise(), experiment.selected(), growing, lanes(experiment, 1))
                .record(steps)[0]);
    }

    /** So many lanes at the start of the experiment. */
    private static double[][] lanes(Experiment experiment, int count) {
        double[][] x = new double[experiment.start().size()][count];
        for (int i = 0; i < x.length; i++) {
            Arrays.fill(x[i], experiment.start().get(i));
        }
        return x;
    }
}
