package descentlab.objective;

/**
 * The loss of a network over examples, as a function of its parameters: the coordinates are the parameters, the lanes are runs. The lanes are taken one
 * after the other and the kernels run over the examples, so that a lane's result does not depend on the others.
 */
public final class TrainingLoss implements Objective {
    private final Network network;
    private final Criterion criterion;
    private final double huber;
    private final double l2;
    private final double[][] inputs;
    private final double[][] targets;
    private final double[] parameters;
    private final double[] derivatives;
    private int examples;

    /**
     * @param huber   delta of HUBER
     * @param l2      adds l2/2·Σw² over the weights
     * @param inputs  inputs[i][e] of example e
     * @param targets targets[k][e] for output k, or the class
     */
    public TrainingLoss(Network network, Criterion criterion, double huber, double l2, double[][] inputs, double[][] targets, int examples) {
        this.network = network;
        this.criterion = criterion;
        this.huber = huber;
        this.l2 = l2;
        this.inputs = inputs;
        this.targets = targets;
        this.examples = examples;
        parameters = new double[network.dimension()];
        derivatives = new double[network.dimension()];
    }

    /** From now on over the first n examples only. */
    void restrictTo(int n) {
        examples = n;
    }

    @Override
    public int dimension() {
        return parameters.length;
    }

    @Override
    public void loss(double[][] x, double[] loss, int lanes) {
        for (int l = 0; l < lanes; l++) {
            loss[l] = evaluate(x, l);
        }
    }

    @Override
    public void gradient(double[][] x, double[] loss, double[][] gradient, int lanes) {
        for (int l = 0; l < lanes; l++) {
            loss[l] = evaluate(x, l);
            network.backward(parameters, inputs, examples, derivatives);
            if (l2 > 0) {
                addDecay();
            }
            for (int i = 0; i < derivatives.length; i++) {
                gradient[i][l] = derivatives[i];
            }
        }
    }

    private double evaluate(double[][] x, int lane) {
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = x[i][lane];
        }
        double[][] outputs = network.forward(parameters, inputs, examples);
        double loss = criterion.apply(outputs, targets, network.outputDelta(), examples, huber);
        return l2 > 0 ? loss + penalty() : loss;
    }

    private double penalty() {
        double square = 0;
        for (int k = 0; k < network.layers(); k++) {
            int first = network.firstWeight(k);
            for (int i = first; i < first + network.weights(k); i++) {
                square += parameters[i] * parameters[i];
            }
        }
        return 0.5 * l2 * square;
    }

    private void addDecay() {
        for (int k = 0; k < network.layers(); k++) {
            int first = network.firstWeight(k);
            for (int i = first; i < first + network.weights(k); i++) {
                derivatives[i] += l2 * parameters[i];
            }
        }
    }

    /** By central differences of the gradient. */
    @Override
    public void hessian(double[][] x, double[][] hessian, int lanes) {
        Differences.hessian(this, x, hessian, lanes);
    }
}
