package descentlab.objective;

import descentlab.message.Message;
import descentlab.message.Numerals;
import descentlab.parameter.Settings;
import java.util.List;

/**
 * A model, data and a loss as an objective: the coordinates are the parameters, the loss is that over all training examples. Immutable but for the
 * buffers of its evaluations; not for several threads.
 */
public final class Learning implements Problem {
    /** As many parameters as a page can record the steps of. */
    public static final int MOST_PARAMETERS = 5000;
    private static final double DEAD = 1e-9;

    private final Settings data;
    private final Settings model;
    private final Settings criterion;
    private final int batch;
    private final int seed;
    private final Dataset training;
    private final Dataset validation;
    private final Features features;
    private final Network network;
    private final TrainingLoss loss;
    private Network predictor;
    private int predicted;

    /**
     * Settings for which {@link #problem} finds nothing.
     *
     * @param data      of {@link DataSource#ALL}
     * @param model     of {@link Model#ALL}
     * @param criterion of {@link Criterion#ALL}
     * @param batch     examples of a step, or 0 for all
     * @param seed      of the start and of the order of the examples
     */
    public Learning(Settings data, Settings model, Settings criterion, int batch, int seed) {
        this.data = data;
        this.model = model;
        this.criterion = criterion;
        this.batch = batch;
        this.seed = seed;
        DataSource.Split split = DataSource.of(data).examples(data);
        training = split.training();
        validation = split.validation();
        features = new Features(training.inputs(), training.examples(), Model.degree(model), data.flag("standardise"));
        network = network(Math.max(training.examples(), validation.examples()));
        loss = loss(training);
    }

    private Network network(int capacity) {
        return Model.network(model, features.count(), outputs(), capacity);
    }

    private int outputs() {
        return criterion() == Criterion.CROSS_ENTROPY ? training.classes() : 1;
    }

    private TrainingLoss loss(Dataset examples) {
        double[][] inputs = features.of(examples.inputs(), examples.examples());
        return new TrainingLoss(network, criterion(), huber(), criterion.number("l2"), inputs, examples.targets(), examples.examples());
    }

    private double huber() {
        return criterion() == Criterion.HUBER ? criterion.number("delta") : 0;
    }

    /** What of these does not go together, or null. */
    public static Message problem(Settings data, Settings model, Settings criterion) {
        DataSource source = DataSource.of(data);
        if (source.isOwn()) {
            int count = data.numbers("y").size();
            int second = data.numbers("x2").size();
            if (count == 0 && data.number("elsewhere") > 0) {
                return Message.of("learning.elsewhere", Numerals.count((long) data.number("elsewhere")));
            }
            if (count < 2 || data.numbers("x").size() != count || second != 0 && second != count) {
                return Message.of("learning.columns");
            }
            if (count > DataSource.MOST) {
                return Message.of("learning.many", Numerals.count(DataSource.MOST), Numerals.count(count));
            }
        }
        DataSource.Split split = source.examples(data);
        Criterion wanted = Criterion.named(criterion.declaration().name());
        int classes = split.training().classes();
        if (wanted.classifies() && (classes == 0 || wanted == Criterion.BCE && classes > 2)) {
            return Message.of(classes == 0 ? "learning.values" : "learning.classes", wanted.declaration().name());
        }
        if (Model.of(model) == Model.LOGISTIC && !wanted.classifies()) {
            return Message.of("learning.logistic", wanted.declaration().name());
        }
        int inputs = new Features(split.training().inputs(), 1, Model.degree(model), false).count();
        int parameters = Model.network(model, inputs, Math.max(1, classes), 0).dimension();
        return parameters > MOST_PARAMETERS ? Message.of("learning.large", Numerals.count(parameters), Numerals.count(MOST_PARAMETERS)) : null;
    }

    public Settings data() {
        return data;
    }

    public Settings model() {
        return model;
    }

    public Settings loss() {
        return criterion;
    }

    public Criterion criterion() {
        return Criterion.named(criterion.declaration().name());
    }

    /** Examples of a step, or 0 for all. */
    public int batch() {
        return batch;
    }

    public int seed() {
        return seed;
    }

    public Dataset training() {
        return training;
    }

    /** Examples held out; there may be none. */
    public Dataset validation() {
        return validation;
    }

    /** Whether it is the same function, step for step. */
    public boolean isSame(Learning other) {
        return data.equals(other.data) && model.equals(other.model) && criterion.equals(other.criterion) && batch == other.batch && seed == other.seed;
    }

    /** Its layers, for what is shown of them. */
    public Network network() {
        return network;
    }

    public int stepsPerEpoch() {
        return batch == 0 ? 1 : MiniBatches.perEpoch(training.examples(), batch);
    }

    /** The parameters that every run begins with. */
    @Override
    public double[] start() {
        return Initialisation.named(model.word("init")).start(network, seed);
    }

    /** Whether the loss is a convex function of the parameters: the model is linear in them. */
    public boolean isConvex() {
        return network.layers() == 1;
    }

    @Override
    public void accept(Visitor visitor) {
        visitor.learning(this);
    }

    @Override
    public int dimension() {
        return network.dimension();
    }

    @Override
    public void loss(double[][] x, double[] values, int lanes) {
        loss.loss(x, values, lanes);
    }

    @Override
    public void gradient(double[][] x, double[] values, double[][] gradient, int lanes) {
        loss.gradient(x, values, gradient, lanes);
    }

    @Override
    public void hessian(double[][] x, double[][] hessian, int lanes) {
        loss.hessian(x, hessian, lanes);
    }

    @Override
    public Objective stepwise() {
        boolean all = batch == 0 || batch >= training.examples();
        if (all) {
            return this;
        }
        Dataset seen = new Dataset(features.of(training.inputs(), training.examples()), training.targets(), training.classes());
        return new MiniBatches(network(batch), criterion(), huber(), criterion.number("l2"), seen, batch, seed);
    }

    /** The loss over the examples held out, as a function of the parameters; null where there are none. */
    public Objective validationLoss() {
        return validation.examples() == 0 ? null : loss(validation);
    }

    /**
     * What the model says of inputs: values; or, of classes, the probability of each from the second on.
     *
     * @param inputs inputs[i][e] for n examples
     */
    public double[][] predict(double[] parameters, double[][] inputs, int n) {
        if (predictor == null || predicted < n) {
            predictor = network(n);
            predicted = n;
        }
        double[][] outputs = predictor.forward(parameters, features.of(inputs, n), n);
        if (!criterion().classifies()) {
            return outputs;
        }
        double[][] probabilities = new double[Math.max(1, outputs.length - 1)][n];
        for (int e = 0; e < n; e++) {
            double sum = outputs.length == 1 ? 1 : 0;
            double most = 0;
            for (double[] output : outputs) {
                most = Math.max(most, output[e]);
            }
            sum *= Math.exp(-most);
            for (double[] output : outputs) {
                sum += Math.exp(output[e] - most);
            }
            for (int k = 0; k < probabilities.length; k++) {
                probabilities[k][e] = Math.exp(outputs[outputs.length - probabilities.length + k][e] - most) / sum;
            }
        }
        return probabilities;
    }

    /**
     * One number for each input, to be drawn as a height: the value; the probability of the second of two classes; or the number of the likeliest of
     * several.
     */
    public void say(double[] parameters, double[][] inputs, double[] values, int n) {
        double[][] said = predict(parameters, inputs, n);
        boolean several = criterion().classifies() && said.length > 1;
        for (int e = 0; e < n; e++) {
            values[e] = several ? likeliest(said, e) : said[0][e];
        }
    }

    /** Which part of examples a model with these parameters puts into their class. */
    public double accuracy(double[] parameters, Dataset examples) {
        double[][] probabilities = predict(parameters, examples.inputs(), examples.examples());
        int right = 0;
        for (int e = 0; e < examples.examples(); e++) {
            right += likeliest(probabilities, e) == (int) examples.targets()[0][e] ? 1 : 0;
        }
        return (double) right / examples.examples();
    }

    /** The class of the greatest probability, where those from the second on are given. */
    public static int likeliest(double[][] probabilities, int e) {
        double first = 1;
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < probabilities.length; k++) {
            first -= probabilities[k][e];
            best = probabilities[k][e] > most ? k + 1 : best;
            most = Math.max(most, probabilities[k][e]);
        }
        return first >= most ? 0 : best;
    }

    /**
     * Hidden units that tell the examples hardly apart: those that say the same of all, which no gradient goes through for ReLU; those that are saturated
     * by all; and how many hidden units there are.
     */
    public int[] idleUnits(double[] parameters) {
        int n = training.examples();
        network.forward(parameters, features.of(training.inputs(), n), n);
        int[] idle = new int[3];
        for (int k = 0; k + 1 < network.layers(); k++) {
            for (double[] said : network.activations(k)) {
                double low = Double.POSITIVE_INFINITY;
                double high = Double.NEGATIVE_INFINITY;
                boolean saturated = Activation.isBounded(model.word("activation"));
                for (int e = 0; e < n; e++) {
                    low = Math.min(low, said[e]);
                    high = Math.max(high, said[e]);
                    saturated &= Activation.isSaturated(model.word("activation"), said[e]);
                }
                boolean dead = high - low <= DEAD * Math.max(1, Math.abs(high));
                idle[0] += dead ? 1 : 0;
                idle[1] += saturated && !dead ? 1 : 0;
                idle[2]++;
            }
        }
        return idle;
    }

    /** Whether there are hidden units, and all of them say the same of all examples. */
    public boolean isDead(double[] parameters) {
        int[] idle = idleUnits(parameters);
        return idle[2] > 0 && idle[0] == idle[2];
    }

    /** Names of the coordinates where they are few: w₁, w₂ … and b of one output. */
    public List<String> names() {
        if (network.layers() > 1 || outputs() > 1 || network.dimension() > 4) {
            return List.of();
        }
        return switch (network.dimension()) {
            case 2 -> List.of("w", "b");
            case 3 -> List.of("w₁", "w₂", "b");
            default -> List.of("w₁", "w₂", "w₃", "b");
        };
    }
}
