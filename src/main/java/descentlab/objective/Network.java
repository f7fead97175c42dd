package descentlab.objective;

/**
 * Layers of units, each layer fully connected to the one before, with an activation in the hidden ones; a linear model is one layer. Its parameters
 * stand in one vector in the order of PyTorch's Module.parameters(): weights row by row, biases, layer after layer. Not for several threads: it keeps
 * what it computes for up to {@code capacity} examples.
 */
public final class Network {
    private final Activation activation;
    private final Layer[] layers;

    /** @param sizes units of each layer, the inputs first and the outputs last */
    public Network(int[] sizes, Activation activation, boolean biased, int capacity) {
        this.activation = activation;
        layers = new Layer[sizes.length - 1];
        int weights = 0;
        for (int k = 0; k < layers.length; k++) {
            layers[k] = new Layer(sizes[k], sizes[k + 1], weights, biased, capacity);
            weights = layers[k].end();
        }
    }

    /** The number of parameters. */
    public int dimension() {
        return top().end();
    }

    public int layers() {
        return layers.length;
    }

    /** Where the weights of a layer begin among the parameters; its biases, if it has any, come after them. */
    public int firstWeight(int layer) {
        return layers[layer].weights;
    }

    public int weights(int layer) {
        return layers[layer].inputs * layers[layer].outputs;
    }

    public int inputs(int layer) {
        return layers[layer].inputs;
    }

    public int units(int layer) {
        return layers[layer].outputs;
    }

    private Layer top() {
        return layers[layers.length - 1];
    }

    /** The outputs for n examples, outputs[k][e]; the array is the network's own and changes with the next call. */
    public double[][] forward(double[] parameters, double[][] inputs, int n) {
        double[][] below = inputs;
        for (Layer layer : layers) {
            layer.forward(parameters, below, n);
            if (layer != top()) {
                for (int j = 0; j < layer.outputs; j++) {
                    activation.apply(layer.z[j], layer.a[j], n);
                }
            }
            below = layer.a;
        }
        return top().z;
    }

    /** What the units of a hidden layer made of the examples of the last {@link #forward}: [unit][example]. */
    public double[][] activations(int layer) {
        return layers[layer].a;
    }

    /** Where ∂loss/∂outputs has to be put before {@link #backward}. */
    double[][] outputDelta() {
        return top().delta;
    }

    /** The gradient, for the parameters, inputs and n of the last {@link #forward}. */
    void backward(double[] parameters, double[][] inputs, int n, double[] gradient) {
        for (int k = layers.length - 1; k >= 0; k--) {
            Layer layer = layers[k];
            Layer below = k == 0 ? null : layers[k - 1];
            layer.gradient(gradient, k == 0 ? inputs : below.a, n);
            if (k > 0) {
                layer.backward(parameters, below.delta, n);
                for (int j = 0; j < below.outputs; j++) {
                    activation.applyBack(below.z[j], below.a[j], below.delta[j], n);
                }
            }
        }
    }
}
