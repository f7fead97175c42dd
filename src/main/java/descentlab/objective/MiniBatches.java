package descentlab.objective;

/**
 * The training loss of a step over some of the examples only: each epoch takes all of them once, in an order that the seed and the epoch set, so that
 * all runs see the same batches; the last batch of an epoch is smaller where they do not come out even, as a torch.utils.data.DataLoader has it.
 */
final class MiniBatches implements Objective {
    private final Dataset data;
    private final int size;
    private final int seed;
    private final double[][] inputs;
    private final double[][] targets;
    private final TrainingLoss loss;
    private final int[] order;
    private int epoch = -1;
    private int step = -1;

    MiniBatches(Network network, Criterion criterion, double huber, double l2, Dataset data, int size, int seed) {
        this.data = data;
        this.size = size;
        this.seed = seed;
        inputs = new double[data.inputs().length][size];
        targets = new double[data.targets().length][size];
        loss = new TrainingLoss(network, criterion, huber, l2, inputs, targets, size);
        order = new int[data.examples()];
        turn(0);
    }

    /** How many steps an epoch has. */
    static int perEpoch(int examples, int size) {
        return (examples + size - 1) / size;
    }

    @Override
    public void turn(int step) {
        if (step != this.step) {
            this.step = step;
            int perEpoch = perEpoch(order.length, size);
            shuffle(step / perEpoch);
            int from = step % perEpoch * size;
            int count = Math.min(size, order.length - from);
            gather(data.inputs(), inputs, from, count);
            gather(data.targets(), targets, from, count);
            loss.restrictTo(count);
        }
    }

    /** The order of an epoch (Fisher and Yates). */
    private void shuffle(int wanted) {
        if (wanted == epoch) {
            return;
        }
        epoch = wanted;
        RandomNumbers numbers = new RandomNumbers(seed, epoch);
        for (int e = 0; e < order.length; e++) {
            order[e] = e;
        }
        for (int e = order.length - 1; e > 0; e--) {
            int other = numbers.below(e + 1);
            int kept = order[e];
            order[e] = order[other];
            order[other] = kept;
        }
    }

    private void gather(double[][] from, double[][] to, int first, int count) {
        for (int i = 0; i < from.length; i++) {
            for (int e = 0; e < count; e++) {
                to[i][e] = from[i][order[first + e]];
            }
        }
    }

    @Override
    public int dimension() {
        return loss.dimension();
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
}
