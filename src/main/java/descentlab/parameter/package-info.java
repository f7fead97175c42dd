/**
 * Hyperparameters as data: what an optimizer or a schedule can be given, within which range, and what it was given.
 * Text, checks and controls all derive from these declarations. Knows no optimizer and no schedule.
 */
package descentlab.parameter;
