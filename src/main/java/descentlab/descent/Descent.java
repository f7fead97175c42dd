package descentlab.descent;

import descentlab.expression.Leap;
import descentlab.expression.NativeTape;
import descentlab.expression.States;
import descentlab.expression.Update;
import descentlab.objective.Objective;
import descentlab.optimizer.Batch;
import descentlab.optimizer.Clipping;
import descentlab.optimizer.Optimizer;
import descentlab.schedule.Schedule;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * A batch of descents in lockstep: each lane its own start and schedule, all the same objective and update rule. The arrays are the batch's own and
 * change with each {@link #step}; a lane that has become infinite or NaN goes on as such, nothing is clipped.
 */
public final class Descent {
    private final Objective objective;
    private final Clipping clipping;
    private Optimizer optimizer;
    private Schedule[] schedules;
    private int lanes;
    private final double[][] x;
    private final double[][] gradient;
    private final double[][] clipped;
    private final boolean[] acted;
    private final double[] loss;
    private final double[] rate;
    private final double[] momentum;
    private final double ownMomentum;
    private final int[] losses;
    /** Evaluations of f and ∇f by the rule alone, besides those after each step. */
    private final int[] gradients;
    private boolean steady;
    /** Of the rule, once it has been asked for. */
    private Update update;
    private double[] numbers = {};
    private Batch batch;
    private int evaluations;
    private int step;

    /**
     * @param momentum that of the optimizer, for the steps in which a schedule sets none
     * @param clipping of the gradient before the optimizer sees it, or null
     * @param x        the starts, x[i][l]; moved in place. There may be room for more lanes than schedules.
     */
    public Descent(Objective objective, Optimizer optimizer, double momentum, Clipping clipping, Schedule[] schedules, double[][] x) {
        this.objective = objective;
        this.clipping = clipping;
        this.x = x;
        int most = x[0].length;
        gradient = new double[x.length][most];
        clipped = clipping == null ? gradient : new double[x.length][most];
        acted = new boolean[most];
        loss = new double[most];
        rate = new double[most];
        this.momentum = new double[most];
        ownMomentum = momentum;
        losses = new int[most];
        gradients = new int[most];
        begin(optimizer, schedules);
    }

    private void begin(Optimizer optimizer, Schedule[] schedules) {
        this.optimizer = optimizer;
        this.schedules = schedules;
        lanes = schedules.length;
        Arrays.fill(momentum, 0, lanes, ownMomentum);
        boolean cycling = false;
        boolean constant = true;
        for (Schedule schedule : schedules) {
            cycling |= schedule.momentum(0) == schedule.momentum(0);
            constant &= schedule instanceof Schedule.Constant;
        }
        steady = constant;
        objective.turn(0);
        batch = new Batch(objective, x, loss, clipped, rate, momentum, cycling, losses, gradients, lanes);
        if (steady) {
            pace();
        }
        evaluate();
    }

    /**
     * Starts anew where all that was here is over: the same function, clipping and momentum, and as many other lanes as there is room for.
     *
     * @param fresh  starts the same rule on so many lanes, where it has no room for them
     * @param starts x[i][l], which are copied
     */
    public void again(IntFunction<Optimizer> fresh, Schedule[] schedules, double[][] starts) {
        for (int i = 0; i < x.length; i++) {
            System.arraycopy(starts[i], 0, x[i], 0, schedules.length);
        }
        Arrays.fill(losses, 0);
        Arrays.fill(gradients, 0);
        update = null;
        evaluations = 0;
        step = 0;
        begin(optimizer.restart(schedules.length) ? optimizer : fresh.apply(schedules.length), schedules);
    }

    public int lanes() {
        return lanes;
    }

    /** For how many lanes there is room. */
    public int room() {
        return loss.length;
    }

    public int dimension() {
        return x.length;
    }

    /** How many steps have been taken. */
    public int steps() {
        return step;
    }

    public double x(int i, int lane) {
        return x[i][lane];
    }

    public double loss(int lane) {
        return loss[lane];
    }

    public double gradient(int i, int lane) {
        return gradient[i][lane];
    }

    /** The learning rate of the last step. */
    double rate(int lane) {
        return rate[lane];
    }

    /** Whether clipping changed the gradient that the last step used. */
    boolean wasClipped(int lane) {
        return acted[lane];
    }

    /** How often f alone has been evaluated. */
    int losses(int lane) {
        return losses[lane];
    }

    /** How often f and ∇f have been. */
    public int gradients(int lane) {
        return evaluations + gradients[lane];
    }

    /** The largest |∂f/∂xᵢ|; NaN where one of them is. */
    public double gradientNorm(int lane) {
        double norm = 0;
        for (double[] coordinate : gradient) {
            norm = Math.max(norm, Math.abs(coordinate[lane]));
        }
        return norm;
    }

    /** The largest |xᵢ|. */
    public double largest(int lane) {
        double largest = 0;
        for (double[] coordinate : x) {
            largest = Math.max(largest, Math.abs(coordinate[lane]));
        }
        return largest;
    }

    public double[] point(int lane) {
        double[] point = new double[x.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = x[i][lane];
        }
        return point;
    }

    /** Whether the lane's point, loss and gradient are all finite. */
    public boolean finite(int lane) {
        double sum = loss[lane] - loss[lane];
        for (int i = 0; i < x.length; i++) {
            sum += x[i][lane] - x[i][lane] + (gradient[i][lane] - gradient[i][lane]);
        }
        return sum == 0;
    }

    /** Writes the lanes that are not {@link #finite}, rising. @return how many there are */
    public int broken(int[] lanesOf) {
        int count = 0;
        for (int l = isSurelyFinite() ? lanes : 0; l < lanes; l++) {
            if (!finite(l)) {
                lanesOf[count++] = l;
            }
        }
        return count;
    }

    /** Whether all lanes are: where values are so large that their sum overflows it is not sure. */
    private boolean isSurelyFinite() {
        double nothing = 0;
        for (int i = 0; i < x.length; i++) {
            double[] coordinate = x[i];
            double[] slope = gradient[i];
            for (int l = 0; l < lanes; l++) {
                nothing += 0 * (loss[l] + coordinate[l] + slope[l]);
            }
        }
        return nothing == 0;
    }

    public void step() {
        if (!steady) {
            pace();
        }
        if (clipping != null) {
            clip();
        }
        objective.turn(step);
        optimizer.step(batch);
        step++;
        objective.turn(step);
        evaluate();
    }

    /** Rates, and momenta where schedules cycle them, of the step to come. */
    private void pace() {
        for (int l = 0; l < lanes; l++) {
            rate[l] = schedules[l].rate(step, loss[l]);
        }
        for (int l = 0; l < lanes && batch.cycling(); l++) {
            double cycled = schedules[l].momentum(step);
            momentum[l] = cycled == cycled ? cycled : ownMomentum;
        }
    }

    /** Whether rate and momentum never change. */
    public boolean isSteady() {
        return steady;
    }

    /** Whether it is gradient descent and nothing else, so that what a lane does from here on depends on where it stands alone. */
    public boolean isPlain() {
        return steady && !batch.cycling() && clipping == null && optimizer.isPlain();
    }

    /** Whether many steps can be taken at once: nothing but the rule, which is written in lines, changes from one to the next. */
    public boolean canLeap() {
        if (update == null) {
            update = optimizer.update();
        }
        return steady && !batch.cycling() && clipping == null && update != null;
    }

    /**
     * Takes many steps, at once where the function has code for it and one by one else, with the same results.
     *
     * @param tolerance the largest |∂f/∂xᵢ| at rest
     * @param rested    rested[l] becomes for how many of the last of these steps lane l has been at rest; or null
     * @param states    what becomes the states after the steps, where these are {@link States#COUNT}; or null
     */
    public void leap(int count, double tolerance, double[] rested, States states) {
        NativeTape code = canLeap() && count <= Leap.MOST ? objective.code(lanes, count) : null;
        if (code == null) {
            walk(count, tolerance, rested, states);
            return;
        }
        code.leap(update, new Leap(x, rate, loss, gradient, optimizer.memory(), ahead(count), lanes, count, tolerance, rested, states));
        step += count;
        evaluations += count;
    }

    /** The numbers of so many steps to come. */
    private double[] ahead(int count) {
        int each = update.numbers().size();
        if (numbers.length < each * Leap.MOST) {
            numbers = new double[each * Leap.MOST];
        }
        for (int k = 0; k < count && each > 0; k++) {
            optimizer.ahead(numbers, each * k);
        }
        return numbers;
    }

    private void walk(int count, double tolerance, double[] rested, States states) {
        if (rested != null) {
            Arrays.fill(rested, 0, lanes, 0);
        }
        for (int k = 0; k < count; k++) {
            step();
            for (int l = 0; l < lanes && rested != null; l++) {
                rested[l] = gradientNorm(l) <= tolerance ? rested[l] + 1 : 0;
            }
            for (int i = 0; i < x.length && states != null; i++) {
                copyX(i, states.values()[k][i]);
            }
        }
        if (states != null) {
            states.measure(lanes);
        }
    }

    /**
     * Goes on without some lanes; those at the end take their places.
     *
     * @see Batch#drop
     */
    public void drop(int[] ended, int count) {
        Batch.drop(ended, count, lanes, x);
        Batch.drop(ended, count, lanes, gradient);
        Batch.drop(ended, count, lanes, loss, rate, momentum);
        for (int k = count - 1; k >= 0; k--) {
            int last = lanes - count + k;
            schedules[ended[k]] = schedules[last];
            losses[ended[k]] = losses[last];
            gradients[ended[k]] = gradients[last];
        }
        optimizer.drop(ended, count, lanes);
        lanes -= count;
        batch = batch.withLanes(lanes);
    }

    /**
     * Notes since which step each lane has been at rest: since[l] stays where |∂f/∂xᵢ| ≤ tolerance for all i, and is the step to come where not.
     *
     * @return whether all lanes are {@link #finite} for sure: where values are so large that their sum overflows it is not
     */
    public boolean noteRest(int[] since, double tolerance) {
        int next = step + 1;
        double nothing = 0;
        for (int i = 0; i < x.length; i++) {
            double[] coordinate = x[i];
            double[] slope = gradient[i];
            for (int l = 0; l < lanes; l++) {
                double g = slope[l];
                if (!(Math.abs(g) <= tolerance)) {
                    since[l] = next;
                }
                nothing += 0 * (loss[l] + coordinate[l] + g);
            }
        }
        return nothing == 0;
    }

    /** Copies coordinate i of all lanes. */
    public void copyX(int i, double[] to) {
        System.arraycopy(x[i], 0, to, 0, lanes);
    }

    private void evaluate() {
        objective.gradient(x, loss, gradient, lanes);
        evaluations++;
    }

    private void clip() {
        for (int i = 0; i < x.length; i++) {
            System.arraycopy(gradient[i], 0, clipped[i], 0, lanes);
        }
        for (int l = 0; l < lanes; l++) {
            acted[l] = clipping.clip(clipped, l);
        }
    }

    /** Takes {@code steps} steps and records every state of each lane, the present one first. */
    public Trajectory[] record(int steps) {
        Trajectory[] recorded = new Trajectory[lanes];
        Notebook[] notebooks = new Notebook[lanes];
        for (int l = 0; l < lanes; l++) {
            notebooks[l] = new Notebook(x.length, steps);
            notebooks[l].note(this, l);
        }
        for (int k = 0; k < steps; k++) {
            step();
            for (int l = 0; l < lanes; l++) {
                notebooks[l].note(this, l);
            }
        }
        for (int l = 0; l < lanes; l++) {
            recorded[l] = notebooks[l].trajectory();
        }
        return recorded;
    }
}
