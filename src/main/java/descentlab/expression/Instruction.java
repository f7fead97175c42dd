package descentlab.expression;

/** Register r becomes the operation of registers p and q, lane by lane; of {@link Operation#SIN}, s becomes the cosine. With one operand q is p. */
record Instruction(Operation operation, int p, int q, int r, int s) {
}
