package descentlab.objective;

import descentlab.expression.Elementary;
import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a model's outputs are from the targets: the losses of torch.nn with reduction='mean', in its order of arguments. {@code l2} adds l2/2·Σw²
 * over the weights without the biases, whose gradient is that of PyTorch's weight_decay.
 * Source: documentation of torch.nn.MSELoss, L1Loss, HuberLoss, BCEWithLogitsLoss and CrossEntropyLoss.
 */
public enum Criterion {
    MSE("MSELoss", Criterion::squared),
    L1("L1Loss", Criterion::absolute),
    HUBER("HuberLoss", Criterion::huber, Parameter.number("delta", 1, Range.POSITIVE)),
    BCE("BCEWithLogitsLoss", Criterion::logistic),
    CROSS_ENTROPY("CrossEntropyLoss", Criterion::softmax);

    public static final List<Declaration> ALL = declarations();

    private final Declaration declaration;
    private final Kernel kernel;

    Criterion(String name, Kernel kernel, Parameter... own) {
        List<Parameter> parameters = new ArrayList<>(List.of(own));
        parameters.add(Parameter.number("l2", 0, Range.NOT_NEGATIVE));
        declaration = new Declaration(name, List.copyOf(parameters));
        this.kernel = kernel;
    }

    private static List<Declaration> declarations() {
        List<Declaration> all = new ArrayList<>();
        for (Criterion each : values()) {
            all.add(each.declaration);
        }
        return List.copyOf(all);
    }

    /** Over n examples and all outputs; rows are outputs, columns examples. */
    private interface Kernel {
        double apply(double[][] outputs, double[][] targets, double[][] delta, int n, double parameter);
    }

    public Declaration declaration() {
        return declaration;
    }

    /** The criterion of PyTorch's name, or null. */
    public static Criterion named(String name) {
        for (Criterion each : values()) {
            if (each.declaration.name().equals(name)) {
                return each;
            }
        }
        return null;
    }

    /** Whether the targets are classes: 0 or 1 of one output, or the number of the right one of several outputs. */
    public boolean classifies() {
        return this == BCE || this == CROSS_ENTROPY;
    }

    /**
     * The mean loss over n examples, and delta = ∂loss/∂outputs.
     *
     * @param outputs   outputs[k][e] of example e; one row of targets for each, but for CROSS_ENTROPY, whose one row holds the number of the class
     * @param parameter HUBER's delta
     */
    double apply(double[][] outputs, double[][] targets, double[][] delta, int n, double parameter) {
        return kernel.apply(outputs, targets, delta, n, parameter);
    }

    private static double squared(double[][] outputs, double[][] targets, double[][] delta, int n, double parameter) {
        double sum = 0;
        double count = (double) n * outputs.length;
        for (int k = 0; k < outputs.length; k++) {
            double[] z = outputs[k];
            double[] y = targets[k];
            double[] d = delta[k];
            for (int e = 0; e < n; e++) {
                double difference = z[e] - y[e];
                sum += difference * difference;
                d[e] = 2 / count * difference;
            }
        }
        return sum / count;
    }

    private static double absolute(double[][] outputs, double[][] targets, double[][] delta, int n, double parameter) {
        double sum = 0;
        double count = (double) n * outputs.length;
        for (int k = 0; k < outputs.length; k++) {
            for (int e = 0; e < n; e++) {
                double difference = outputs[k][e] - targets[k][e];
                sum += Math.abs(difference);
                delta[k][e] = (difference > 0 ? 1 : difference < 0 ? -1 : difference) / count;
            }
        }
        return sum / count;
    }

    /** Half the square near 0, a straight line from ±parameter on. */
    private static double huber(double[][] outputs, double[][] targets, double[][] delta, int n, double parameter) {
        double sum = 0;
        double count = (double) n * outputs.length;
        for (int k = 0; k < outputs.length; k++) {
            for (int e = 0; e < n; e++) {
                double difference = outputs[k][e] - targets[k][e];
                double size = Math.abs(difference);
                sum += size < parameter ? 0.5 * difference * difference : parameter * (size - 0.5 * parameter);
                delta[k][e] = (size < parameter ? difference : difference > 0 ? parameter : difference < 0 ? -parameter : difference) / count;
            }
        }
        return sum / count;
    }

    /** max(z, 0) − z·y + ln(1 + e^−|z|), which neither overflows nor loses digits. */
    private static double logistic(double[][] outputs, double[][] targets, double[][] delta, int n, double parameter) {
        Exponential exponential = Exponential.SHARED;
        double sum = 0;
        double count = (double) n * outputs.length;
        for (int k = 0; k < outputs.length; k++) {
            double[] z = outputs[k];
            double[] y = targets[k];
            double[] d = delta[k];
            for (int e = 0; e < n; e++) {
                double small = exponential.exp(z[e] < 0 ? z[e] : -z[e]);
                double sigmoid = (z[e] < 0 ? small : 1) / (1 + small);
                sum += (z[e] < 0 ? 0 : z[e]) - z[e] * y[e] + Elementary.log1p(small);
                d[e] = (sigmoid - y[e]) / count;
            }
        }
        return sum / count;
    }

    /** ln Σ e^z − z of the right class; the greatest output is taken off first, so that nothing overflows. */
    private static double softmax(double[][] outputs, double[][] targets, double[][] delta, int n, double parameter) {
        Exponential exponential = Exponential.SHARED;
        double loss = 0;
        for (int e = 0; e < n; e++) {
            double most = outputs[0][e];
            for (double[] z : outputs) {
                most = z[e] > most || z[e] != z[e] ? z[e] : most;
            }
            double sum = 0;
            for (int k = 0; k < outputs.length; k++) {
                delta[k][e] = exponential.exp(outputs[k][e] - most);
                sum += delta[k][e];
            }
            int right = (int) targets[0][e];
            loss += Math.log(sum) + most - outputs[right][e];
            for (int k = 0; k < outputs.length; k++) {
                delta[k][e] = (delta[k][e] / sum - (k == right ? 1 : 0)) / n;
            }
        }
        return loss / n;
    }
}
