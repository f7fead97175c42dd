package descentlab.survey;

import descentlab.descent.Descent;
import descentlab.objective.Objective;
import descentlab.survey.Scale.Quantity;

/**
 * Thousands of descents, one for each pixel of a map, cut into tiles that can be computed in any order and anywhere: the outcome of a cell depends on
 * the cell alone. Cells are numbered row by row from the top left; the first tiles hold every eighth cell of every eighth row, so that the whole map
 * is seen coarsely at once, and each further round halves the distance.
 */
public final class Survey {
    /** How many states of its orbit a cell of a bifurcation diagram keeps. */
    public static final int ORBIT = 240;
    /** Cells of a tile: enough lanes for a batch, few enough to be known soon. */
    public static final int TILE = 1024;
    private static final int COARSEST = 8;

    /** Starts descents, a lane for each start x[·][l], at rate[l] and, unless null, with momentum[l] in the place of the rule's own. */
    public interface Starter {
        Descent start(double[][] x, double[] rate, double[] momentum);
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
    private final int tile;
    private final int[] order;
    private final double[] across;
    private final double[] up;
    /** That of a flight that has ended, for the next one: it is large. */
    private Look spare;

    public Survey(Plan plan) {
        this(plan, TILE);
    }

    Survey(Plan plan, int tile) {
        this.plan = plan;
        this.tile = tile;
        order = order(plan.width(), plan.height());
        across = values(plan.across());
        up = plan.up() == null ? new double[0] : values(plan.up());
    }

    private static double[] values(Scale scale) {
        double[] values = new double[scale.count()];
        for (int k = 0; k < values.length; k++) {
            values[k] = scale.value(k);
        }
        return values;
    }

    /** All cells, coarse rounds first. */
    static int[] order(int width, int height) {
        int[] order = new int[width * height];
        int count = 0;
        for (int stride = COARSEST; stride >= 1; stride /= 2) {
            for (int j = 0; j < height; j += stride) {
                for (int i = 0; i < width; i += stride) {
                    boolean known = stride < COARSEST && i % (2 * stride) == 0 && j % (2 * stride) == 0;
                    if (!known) {
                        order[count++] = j * width + i;
                    }
                }
            }
        }
        return order;
    }

    public Plan plan() {
        return plan;
    }

    public int tiles() {
        return (order.length + tile - 1) / tile;
    }

    /** How many tiles show the whole map coarsely. */
    public int coarseTiles() {
        int cells = ((plan.width() + COARSEST - 1) / COARSEST) * ((plan.height() + COARSEST - 1) / COARSEST);
        return (cells + tile - 1) / tile;
    }

    /** The descents of a tile, about to start. */
    public Flight flight(int number) {
        int[] cells = new int[cells(number)];
        System.arraycopy(order, number * tile, cells, 0, cells.length);
        return new Flight(this, number, cells);
    }

    Look takeLook() {
        Look look = spare == null ? new Look(plan.start().length, tile) : spare;
        spare = null;
        return look;
    }

    void giveBack(Look look) {
        spare = look;
    }

    /** A whole tile. */
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

    /** How many cells a tile has. */
    public int cells(int number) {
        return Math.min(tile, order.length - number * tile);
    }

    /** The cell that has a place in a tile. */
    public int cell(int number, int place) {
        return order[number * tile + place];
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

    /** Starts the descents of cells; each {@code twins} neighbouring lanes are of one cell, {@code apart} · (1 + |x₀|) beside each other. */
    Descent start(int[] cells, int count, int twins, double apart) {
        double[][] x = new double[plan.start().length][count * twins];
        double[] rate = new double[count * twins];
        double[] momentum = hasMomentum() ? new double[count * twins] : null;
        for (int l = 0; l < rate.length; l++) {
            int cell = cells[l / twins];
            rate[l] = rate(cell);
            for (int i = 0; i < x.length; i++) {
                double start = start(cell, i);
                x[i][l] = start + l % twins * apart * (1 + Math.abs(start));
            }
            if (momentum != null) {
                momentum[l] = momentum(cell);
            }
        }
        return plan.starter().start(x, rate, momentum);
    }

    /** Lets plain descents of cells go on from other points, x[i][l]. */
    Descent goOn(int[] cells, double[][] x) {
        double[] rate = new double[x[0].length];
        for (int l = 0; l < rate.length; l++) {
            rate[l] = rate(cells[l]);
        }
        return plan.starter().start(x, rate, null);
    }
}
