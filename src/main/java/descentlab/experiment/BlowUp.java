package descentlab.experiment;

import descentlab.descent.Trajectory;
import descentlab.descent.Verdict;
import descentlab.message.Messages;
import descentlab.message.Numerals;
import descentlab.objective.Learning;
import descentlab.objective.Network;

/**
 * Where a run that learns first met a number that is not finite, and why.
 *
 * @param step   the first state with one
 * @param place  WEIGHT: a parameter; LOSS: the loss of finite outputs; OUTPUT: what the model says; GRADIENT: the slope alone
 * @param layer  of the parameter, from 0, or −1
 * @param before the size of the largest parameter one step before, of its gradient, and of the step between them
 */
public record BlowUp(int step, Place place, int layer, double before, double gradient, double rate) {
    /** In the order in which they are looked at. */
    public enum Place { WEIGHT, OUTPUT, LOSS, GRADIENT }

    /** Null where all numbers of the run are finite. @param verdict of the run, which knows the first state where they are not */
    public static BlowUp of(Learning learning, Trajectory run, Verdict verdict) {
        int t = verdict instanceof Verdict.Diverged diverged ? diverged.firstBad() : verdict instanceof Verdict.LeftDomain left ? left.step() : -1;
        if (t < 0 || t > run.steps()) {
            return null;
        }
        int weight = firstNotFinite(run.x(), t);
        boolean loss = run.loss()[t] - run.loss()[t] != 0;
        Place place = weight >= 0 ? Place.WEIGHT : !loss ? Place.GRADIENT : finiteOutputs(learning, run.point(t)) ? Place.LOSS : Place.OUTPUT;
        int from = Math.max(0, t - 1);
        return new BlowUp(t, place, weight < 0 ? -1 : layer(learning.network(), weight), largest(run.x(), from), largest(run.gradient(), from),
                t == 0 ? 0 : run.rate()[from]);
    }

    private static int firstNotFinite(double[][] values, int t) {
        for (int i = 0; i < values.length; i++) {
            if (values[i][t] - values[i][t] != 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean finiteOutputs(Learning learning, double[] parameters) {
        double sum = 0;
        for (double[] output : learning.predict(parameters, learning.training().inputs(), learning.training().examples())) {
            for (double value : output) {
                sum += value - value;
            }
        }
        return sum == 0;
    }

    private static int layer(Network network, int parameter) {
        int layer = 0;
        while (layer + 1 < network.layers() && network.firstWeight(layer + 1) <= parameter) {
            layer++;
        }
        return layer;
    }

    private static double largest(double[][] values, int t) {
        double largest = 0;
        for (double[] value : values) {
            largest = Math.max(largest, Math.abs(value[t]));
        }
        return largest;
    }

    /** "The first number that is not finite …": where it arose, and the arithmetic that led there. */
    public String text(Messages messages) {
        return messages.text("blowup." + place, Numerals.count(step), layer < 0 ? "" : Numerals.count(layer + 1)) + " "
                + messages.text("blowup.why", Numerals.count(Math.max(0, step - 1)), Numerals.brief(before), Numerals.brief(gradient),
                Numerals.brief(rate), Numerals.brief(rate * gradient));
    }
}
