package descentlab.expression;

/** An operation over lanes: r[l] = p[l] ∘ q[l] for l from 0 to n − 1. With one operand q is not read. r may be p or q. */
interface Kernel {
    void apply(double[] r, double[] p, double[] q, int n);
}
