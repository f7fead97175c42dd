/**
 * Formulas: text to syntax tree, symbolic derivative, flat tape that evaluates many points at once, and typeset form; errors with a position and a
 * hint. Knows nothing of losses, optimizers or steps.
 */
package descentlab.expression;
