package descentlab.expression;

/**
 * An operation over lanes: r[l] = p[l] ∘ q[l] for l from 0 to n − 1. With one operand q is not read; only what has two results writes s. r and s may
 * be p or q.
 */
interface Kernel {
    void apply(double[] r, double[] s, double[] p, double[] q, int n);
}
