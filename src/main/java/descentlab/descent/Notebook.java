package descentlab.descent;

/**
 * The states of one run as they become known: noted from a descent, or taken from a notebook elsewhere in stretches of numbers. It begins empty; state t
 * is known from the moment that {@link #steps} is at least t.
 */
public final class Notebook {
    /** Numbers of a state that belong to the run and not to a coordinate: loss, rate, whether it was clipped, evaluations of two kinds. */
    private static final int OWN = 5;
    /** States that there is room for at first; where they are not enough there is room for all: most runs of a drag are short, or given up soon. */
    private static final int FIRST_ROOM = 1000;

    private final int dimension;
    private final int most;
    private Trajectory room;
    /** Room for all, of which the coordinates below {@code ready} are there. */
    private Trajectory whole;
    private int ready;
    private int steps = -1;
    /** Up to here no state has been looked at for numbers that are not finite. */
    private int sound;

    /** With room for all steps. @param most as many can be noted */
    Notebook(int dimension, int most) {
        this(dimension, most, most);
    }

    private Notebook(int dimension, int most, int first) {
        this.dimension = dimension;
        this.most = most;
        room = room(first, new double[dimension][], new double[dimension][]);
        for (int i = 0; i < dimension; i++) {
            makeRoom(room, i);
        }
    }

    /** With room for the first steps; before it is filled further, room has to be made. */
    public static Notebook growing(int dimension, int most) {
        return new Notebook(dimension, most, Math.min(FIRST_ROOM, most));
    }

    private static Trajectory room(int most, double[][] x, double[][] gradient) {
        return new Trajectory(most, x, new double[most + 1], gradient, new double[most], new boolean[most], new int[most + 1], new int[most + 1]);
    }

    private static void makeRoom(Trajectory room, int i) {
        room.x()[i] = new double[room.steps() + 1];
        room.gradient()[i] = new double[room.steps() + 1];
    }

    /** Makes a little of the room for all steps: to make it at once can take longer than a page may be silent. @return whether there is more to make */
    public boolean prepare() {
        if (room.steps() == most) {
            return false;
        }
        whole = whole == null ? room(most, new double[dimension][], new double[dimension][]) : whole;
        if (ready < dimension) {
            makeRoom(whole, ready++);
        }
        return ready < dimension;
    }

    /** Makes room for so many steps, if there is none yet. */
    public void reach(int steps) {
        if (steps <= room.steps()) {
            return;
        }
        boolean more = true;
        while (more) {
            more = prepare();
        }
        for (int i = 0; i < dimension; i++) {
            System.arraycopy(room.x()[i], 0, whole.x()[i], 0, this.steps + 1);
            System.arraycopy(room.gradient()[i], 0, whole.gradient()[i], 0, this.steps + 1);
        }
        System.arraycopy(room.loss(), 0, whole.loss(), 0, this.steps + 1);
        System.arraycopy(room.rate(), 0, whole.rate(), 0, Math.max(0, this.steps));
        System.arraycopy(room.clipped(), 0, whole.clipped(), 0, Math.max(0, this.steps));
        System.arraycopy(room.losses(), 0, whole.losses(), 0, this.steps + 1);
        System.arraycopy(room.gradients(), 0, whole.gradients(), 0, this.steps + 1);
        room = whole;
    }

    /** The last state that is known, or −1. */
    public int steps() {
        return steps;
    }

    /** Notes the state that a lane of a descent stands in, and how it came there from the one before. */
    public void note(Descent descent, int lane) {
        if (steps >= 0) {
            room.rate()[steps] = descent.rate(lane);
            room.clipped()[steps] = descent.wasClipped(lane);
        }
        steps++;
        room.loss()[steps] = descent.loss(lane);
        room.losses()[steps] = descent.losses(lane);
        room.gradients()[steps] = descent.gradients(lane);
        for (int i = 0; i < dimension; i++) {
            room.x()[i][steps] = descent.x(i, lane);
            room.gradient()[i][steps] = descent.gradient(i, lane);
        }
    }

    /** What is known, as a trajectory. Its arrays are this notebook's own: a look at a long run costs nothing. */
    public Trajectory trajectory() {
        return steps == room.steps() ? room : new Trajectory(steps, room.x(), room.loss(), room.gradient(), room.rate(), room.clipped(), room.losses(),
                room.gradients());
    }

    /** The first state that is known whose point, loss or gradient is not finite; −1 where all are. No state is looked at twice. */
    public int broken() {
        int end = broken(room.loss(), steps + 1);
        for (int i = 0; i < dimension; i++) {
            end = broken(room.gradient()[i], broken(room.x()[i], end));
        }
        sound = Math.min(end, steps);
        return end <= steps ? end : -1;
    }

    private int broken(double[] values, int end) {
        int t = sound;
        while (t < end && values[t] - values[t] == 0) {
            t++;
        }
        return t;
    }

    /** Another with room for so many steps, at least as many as are known, which stand in it. */
    public Notebook extended(int most) {
        Notebook extended = growing(dimension, most);
        double[] stretch = new double[size(steps + 1)];
        write(-1, stretch, 0);
        extended.take(stretch, 0, -1, steps + 1);
        return extended;
    }

    /** How many numbers a stretch of so many states has. */
    public int size(int states) {
        return states * (2 * dimension + OWN);
    }

    /** Writes all states after one as numbers one after the other, {@link #size} of them: each quantity of all states, then the next. */
    public void write(int after, double[] stretch, int from) {
        int count = steps - after;
        int at = from;
        for (int i = 0; i < dimension; i++) {
            System.arraycopy(room.x()[i], after + 1, stretch, at, count);
            System.arraycopy(room.gradient()[i], after + 1, stretch, at + count, count);
            at += 2 * count;
        }
        System.arraycopy(room.loss(), after + 1, stretch, at, count);
        for (int k = 0; k < count; k++) {
            int t = after + 1 + k;
            stretch[at + count + k] = t == 0 ? 0 : room.rate()[t - 1];
            stretch[at + 2 * count + k] = t > 0 && room.clipped()[t - 1] ? 1 : 0;
            stretch[at + 3 * count + k] = room.losses()[t];
            stretch[at + 4 * count + k] = room.gradients()[t];
        }
    }

    /**
     * Takes what {@link #write} of another notebook of the same run wrote; what is known already stays.
     *
     * @param at    where in the numbers it begins
     * @param after the state that it follows on, at most the last one known
     * @param count how many states it has
     */
    public void take(double[] numbers, int at, int after, int count) {
        int skip = steps - after;
        int fresh = count - skip;
        if (fresh <= 0) {
            return;
        }
        reach(steps + fresh);
        int from = at + skip;
        for (int i = 0; i < dimension; i++) {
            System.arraycopy(numbers, from, room.x()[i], steps + 1, fresh);
            System.arraycopy(numbers, from + count, room.gradient()[i], steps + 1, fresh);
            from += 2 * count;
        }
        System.arraycopy(numbers, from, room.loss(), steps + 1, fresh);
        for (int k = 0; k < fresh; k++) {
            int t = steps + 1 + k;
            if (t > 0) {
                room.rate()[t - 1] = numbers[from + count + k];
                room.clipped()[t - 1] = numbers[from + 2 * count + k] != 0;
            }
            room.losses()[t] = (int) numbers[from + 3 * count + k];
            room.gradients()[t] = (int) numbers[from + 4 * count + k];
        }
        steps += fresh;
    }
}
