package descentlab.objective;

import java.util.Arrays;

/**
 * One layer of a network, z = W·a + b, over examples: rows of the arrays are units, columns are examples. The loops run over examples and take eight,
 * four or two units at a time, so that sums stay in registers. W stands row by row in the vector of all parameters, b after it, as in torch.nn.Linear.
 */
final class Layer {
    final int inputs;
    final int outputs;
    /** Where W begins in the vector of parameters. */
    final int weights;
    /** Where b begins, or −1 where there is none. */
    final int biases;
    /** Weighted sums. */
    final double[][] z;
    /** What the activation makes of them. */
    final double[][] a;
    /** ∂loss/∂z. */
    final double[][] delta;

    Layer(int inputs, int outputs, int weights, boolean biased, int capacity) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.weights = weights;
        biases = biased ? weights + inputs * outputs : -1;
        z = new double[outputs][capacity];
        a = new double[outputs][capacity];
        delta = new double[outputs][capacity];
    }

    /** The index after its last parameter. */
    int end() {
        return weights + inputs * outputs + (biases < 0 ? 0 : outputs);
    }

    /** z = W·below + b for n examples. */
    void forward(double[] w, double[][] below, int n) {
        for (int j = 0; j < outputs; j++) {
            int row = weights + j * inputs;
            Arrays.fill(z[j], 0, n, biases < 0 ? 0 : w[biases + j]);
            addRows(z[j], w, row, 1, below, inputs, n);
        }
    }

    /** belowDelta = Wᵀ·delta. */
    void backward(double[] w, double[][] belowDelta, int n) {
        for (int i = 0; i < inputs; i++) {
            Arrays.fill(belowDelta[i], 0, n, 0);
            addRows(belowDelta[i], w, weights + i, inputs, delta, outputs, n);
        }
    }

    /** Adds factor[first + k·stride] · rows[k] to a sum, for all k below count. */
    private static void addRows(double[] sum, double[] factors, int first, int stride, double[][] rows, int count, int n) {
        int k = 0;
        int at = first;
        for (; k + 8 <= count; k += 8) {
            addEight(sum, factors, at, stride, rows, k, n);
            at += 8 * stride;
        }
        for (; k + 4 <= count; k += 4) {
            addFour(sum, factors[at], factors[at + stride], factors[at + 2 * stride], factors[at + 3 * stride], rows[k], rows[k + 1], rows[k + 2],
                    rows[k + 3], n);
            at += 4 * stride;
        }
        if (k + 2 <= count) {
            addTwo(sum, factors[at], factors[at + stride], rows[k], rows[k + 1], n);
            at += 2 * stride;
            k += 2;
        }
        if (k < count) {
            addOne(sum, factors[at], rows[k], n);
        }
    }

    private static void addEight(double[] sum, double[] factors, int at, int stride, double[][] rows, int k, int n) {
        double p = factors[at];
        double q = factors[at + stride];
        double r = factors[at + 2 * stride];
        double s = factors[at + 3 * stride];
        double t = factors[at + 4 * stride];
        double u = factors[at + 5 * stride];
        double v = factors[at + 6 * stride];
        double w = factors[at + 7 * stride];
        double[] a = rows[k];
        double[] b = rows[k + 1];
        double[] c = rows[k + 2];
        double[] d = rows[k + 3];
        double[] f = rows[k + 4];
        double[] g = rows[k + 5];
        double[] h = rows[k + 6];
        double[] i = rows[k + 7];
        for (int e = 0; e < n; e++) {
            sum[e] += p * a[e] + q * b[e] + (r * c[e] + s * d[e]) + (t * f[e] + u * g[e] + (v * h[e] + w * i[e]));
        }
    }

    private static void addTwo(double[] sum, double p, double q, double[] a, double[] b, int n) {
        for (int e = 0; e < n; e++) {
            sum[e] += p * a[e] + q * b[e];
        }
    }

    private static void addFour(double[] sum, double p, double q, double r, double s, double[] a, double[] b, double[] c, double[] d, int n) {
        for (int e = 0; e < n; e++) {
            sum[e] += p * a[e] + q * b[e] + (r * c[e] + s * d[e]);
        }
    }

    private static void addOne(double[] sum, double p, double[] a, int n) {
        for (int e = 0; e < n; e++) {
            sum[e] += p * a[e];
        }
    }

    /** ∂loss/∂W = delta·belowᵀ and ∂loss/∂b = Σ delta over the examples, into their places in the gradient. */
    void gradient(double[] gradient, double[][] below, int n) {
        for (int j = 0; j < outputs; j++) {
            int row = weights + j * inputs;
            int i = 0;
            for (; i + 8 <= inputs; i += 8) {
                dotEight(gradient, row + i, delta[j], below, i, n);
            }
            for (; i + 4 <= inputs; i += 4) {
                dotFour(gradient, row + i, delta[j], below[i], below[i + 1], below[i + 2], below[i + 3], n);
            }
            for (; i < inputs; i++) {
                gradient[row + i] = dot(delta[j], below[i], n);
            }
            if (biases >= 0) {
                gradient[biases + j] = sum(delta[j], n);
            }
        }
    }

    private static void dotEight(double[] results, int at, double[] delta, double[][] rows, int k, int n) {
        double[] a = rows[k];
        double[] b = rows[k + 1];
        double[] c = rows[k + 2];
        double[] d = rows[k + 3];
        double[] f = rows[k + 4];
        double[] g = rows[k + 5];
        double[] h = rows[k + 6];
        double[] i = rows[k + 7];
        double p = 0;
        double q = 0;
        double r = 0;
        double s = 0;
        double t = 0;
        double u = 0;
        double v = 0;
        double w = 0;
        for (int e = 0; e < n; e++) {
            double factor = delta[e];
            p += factor * a[e];
            q += factor * b[e];
            r += factor * c[e];
            s += factor * d[e];
            t += factor * f[e];
            u += factor * g[e];
            v += factor * h[e];
            w += factor * i[e];
        }
        results[at] = p;
        results[at + 1] = q;
        results[at + 2] = r;
        results[at + 3] = s;
        results[at + 4] = t;
        results[at + 5] = u;
        results[at + 6] = v;
        results[at + 7] = w;
    }

    private static void dotFour(double[] results, int at, double[] delta, double[] a, double[] b, double[] c, double[] d, int n) {
        double p = 0;
        double q = 0;
        double r = 0;
        double s = 0;
        for (int e = 0; e < n; e++) {
            double factor = delta[e];
            p += factor * a[e];
            q += factor * b[e];
            r += factor * c[e];
            s += factor * d[e];
        }
        results[at] = p;
        results[at + 1] = q;
        results[at + 2] = r;
        results[at + 3] = s;
    }

    private static double dot(double[] delta, double[] a, int n) {
        double sum = 0;
        for (int e = 0; e < n; e++) {
            sum += delta[e] * a[e];
        }
        return sum;
    }

    private static double sum(double[] values, int n) {
        double sum = 0;
        for (int e = 0; e < n; e++) {
            sum += values[e];
        }
        return sum;
    }
}
