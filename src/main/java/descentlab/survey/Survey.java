package descentlab.survey;

import descentlab.descent.Descent;
import descentlab.objective.Objective;
import descentlab.survey.Scale.Quantity;
import java.util.Arrays;

/**
 * Thousands of descents, one for each pixel of a map, cut into tiles that can be computed in any order and anywhere: the outcome of a cell depends on
 * the cell alone. Cells are numbered row by row from the top left, and computed in {@link Rounds}.
 */
public final class Survey {
    /** How many states of its orbit a cell of a bifurcation diagram keeps. */
    public static final int ORBIT = 240;
    /** Lanes of a flight: enough for a batch, and as many as it takes some milliseconds for, so that it is known soon; more where steps leap. */
    private static final int MOST_LANES = 2048;
    private static final int FEWEST_LANES = 64;
    private static final int LEAPS = 1 << 22;
    private static final int EVALUATIONS = 1 << 19;
    /** A tile takes so many flights at most, since each costs a message, and no more than such a part of those to come, so that all workers end together. */
    private static final int MOST_FLIGHTS = 4;
    private static final int PART = 8;

    /**
     * Starts descents, a lane for each start x[·][l], at rate[l] and, unless null, with momentum[l] in the place of the rule's own; in the arrays of
     * {@code spent}, which no one needs any more, or where that is null in new ones.
     */
    public interface Starter {
        Descent start(Descent spent, double[][] x, double[] rate, double[] momentum, int lanes);
    }

    /**
     * What is surveyed.
     *
     * @param leaping   whether steps may be taken many at once: a value that does not exist makes all after it not exist either
     * @param start     x₀ for cells whose side does not say it; {@code rate} likewise
     * @param across    from left to right
     * @param up        from bottom to top, or null: a single row
     * @param steps     how many each descent may take, ≥ 0
     * @param tolerance the largest |∂f/∂xᵢ| at rest, &gt; 0
     * @param orbits    whether the last states of each descent are kept
     */
    public record Plan(Objective objective, boolean leaping, Starter starter, double[] start, double rate, Scale across, Scale up, int steps,
            double tolerance, boolean orbits) {
        public int width() {
            return across.count();
        }

        public int height() {
            return up == null ? 1 : up.count();
        }

        /** How far the starts go, along the shorter side where there are two; 0 where all start at one point. */
        double startsApart() {
            double apart = 0;
            for (Scale side : new Scale[] {across, up}) {
                if (side != null && (side.quantity() == Quantity.X || side.quantity() == Quantity.Y)) {
                    apart = apart == 0 ? side.to() - side.from() : Math.min(apart, side.to() - side.from());
                }
            }
            return apart;
        }
    }

    private final Plan plan;
    private final int lanes;
    private final Rounds rounds;
    /** Of each tile and after the last: how many cells come before it. */
    private final int[] before;
    private final double[] across;
    private final double[] up;
    /** Arrays of flights and twins are large and used again: memory that is new costs more than what is computed in it. */
    private Flight flight;
    private final double[][] starts;
    private final double[] rates;
    private final double[] momenta;

    /** @param spent a survey that is over, whose arrays are used where they fit, or null */
    public Survey(Plan plan, Survey spent) {
        this(plan, 0, spent);
    }

    /** @param lanes of a flight, or 0: as fits what a descent costs */
    Survey(Plan plan, int lanes, Survey spent) {
        this.plan = plan;
        rounds = new Rounds(plan.width(), plan.height());
        across = values(plan.across());
        up = plan.up() == null ? new double[0] : values(plan.up());
        this.lanes = Math.min(lanes > 0 ? lanes : lanesOfAFlight(), rounds.cells());
        before = tiles(this.lanes, rounds);
        int dimension = plan.start().length;
        boolean fits = spent != null && spent.lanes == this.lanes && spent.starts.length == dimension;
        starts = fits ? spent.starts : new double[dimension][2 * this.lanes];
        rates = fits ? spent.rates : new double[2 * this.lanes];
        momenta = fits ? spent.momenta : new double[2 * this.lanes];
        flight = fits ? spent.flight : null;
    }

    /** The first step in the first cell tells what the others are like. */
    private int lanesOfAFlight() {
        double[][] x = new double[plan.start().length][1];
        for (int i = 0; i < x.length; i++) {
            x[i][0] = start(0, i);
        }
        Descent descent = plan.starter().start(null, x, new double[] {rate(0)}, null, 1);
        boolean leaping = plan.leaping() && descent.canLeap();
        descent.step();
        int steps = leaping ? LEAPS : EVALUATIONS / descent.gradients(0);
        return Math.max(FEWEST_LANES, Math.min(MOST_LANES, steps / (1 + plan.steps())));
    }

    /** The first, which show the whole coarsely, are of one flight each. */
    private static int[] tiles(int lanes, Rounds rounds) {
        int[] before = new int[2 + rounds.cells() / lanes];
        int tiles = 0;
        while (before[tiles] < rounds.cells()) {
            int left = rounds.cells() - before[tiles];
            int flights = before[tiles] < rounds.coarse() ? 1 : Math.max(1, Math.min(MOST_FLIGHTS, left / lanes / PART));
            before[++tiles] = rounds.cells() - left + Math.min(flights * lanes, left);
        }
        return Arrays.copyOf(before, tiles + 1);
    }

    private static double[] values(Scale scale) {
        double[] values = new double[scale.count()];
        for (int k = 0; k < values.length; k++) {
            values[k] = scale.value(k);
        }
        return values;
    }

    public Plan plan() {
        return plan;
    }

    public int tiles() {
        return before.length - 1;
    }

    /** How many tiles show the whole map coarsely. */
    public int coarseTiles() {
        return (rounds.coarse() + lanes - 1) / lanes;
    }

    /** How far the cells of a tile are apart, and of all tiles before it, or farther. */
    int stride(int number) {
        return rounds.stride(before[number + 1] - 1);
    }

    /** The descents of a tile, about to start; those of the tile before are over. */
    public Flight flight(int number) {
        flight = flight == null ? new Flight(starts.length, lanes) : flight;
        flight.begin(this, number);
        return flight;
    }

    /** A whole tile, until the next is computed. */
    public Tile compute(int number) {
        Flight flight = flight(number);
        while (flight.advance()) {
        }
        return flight.tile();
    }

    /** All tiles, one after the other. */
    public Outcomes compute() {
        Outcomes outcomes = new Outcomes(this);
        for (int number = 0; number < tiles(); number++) {
            outcomes.add(compute(number));
        }
        return outcomes;
    }

    /** How many cells a tile has at most. */
    int mostCells() {
        return Math.min(MOST_FLIGHTS * lanes, rounds.cells());
    }

    /** How many cells a tile has. */
    public int cells(int number) {
        return before[number + 1] - before[number];
    }

    /** Writes so many cells of a tile, from a place on. */
    void list(int number, int place, int count, int[] cells) {
        rounds.list(before[number] + place, count, cells);
    }

    public double rate(int cell) {
        return value(cell, Quantity.RATE, plan.rate());
    }

    /** NaN: the rule's own. */
    public double momentum(int cell) {
        return value(cell, Quantity.MOMENTUM, Double.NaN);
    }

    public double start(int cell, int i) {
        return value(cell, i == 0 ? Quantity.X : Quantity.Y, plan.start()[i]);
    }

    private double value(int cell, Quantity quantity, double otherwise) {
        if (plan.across().quantity() == quantity) {
            return across[cell % across.length];
        }
        boolean upwards = plan.up() != null && plan.up().quantity() == quantity;
        return upwards ? up[up.length - 1 - cell / across.length] : otherwise;
    }

    private boolean hasMomentum() {
        return plan.across().quantity() == Quantity.MOMENTUM || plan.up() != null && plan.up().quantity() == Quantity.MOMENTUM;
    }

    /**
     * Starts the descents of {@code count} cells; each {@code twins} neighbouring lanes are of one cell, {@code apart} · (1 + |x₀|) beside each other.
     *
     * @param spent whose arrays are used, or null
     */
    Descent start(Descent spent, int[] cells, int count, int twins, double apart) {
        double[][] x = spent == null ? new double[starts.length][twins * lanes] : starts;
        return start(spent, x, cells, count, twins, apart);
    }

    /** Starts the descents of a few cells once more. */
    Descent startAgain(int[] cells) {
        return start(null, new double[starts.length][cells.length], cells, cells.length, 1, 0);
    }

    private Descent start(Descent spent, double[][] x, int[] cells, int count, int twins, double apart) {
        for (int l = 0; l < count * twins; l++) {
            int cell = cells[l / twins];
            rates[l] = rate(cell);
            momenta[l] = momentum(cell);
            for (int i = 0; i < x.length; i++) {
                double start = start(cell, i);
                x[i][l] = start + l % twins * apart * (1 + Math.abs(start));
            }
        }
        return plan.starter().start(spent, x, rates, hasMomentum() ? momenta : null, count * twins);
    }

    /** Lets plain descents of cells go on from other points, x[i][l]. */
    Descent goOn(int[] cells, double[][] x) {
        for (int l = 0; l < cells.length; l++) {
            rates[l] = rate(cells[l]);
        }
        return plan.starter().start(null, x, rates, null, cells.length);
    }
}
