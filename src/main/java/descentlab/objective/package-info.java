/**
 * What is descended: functions that give loss, gradient and Hessian for many points at once.
 * Knows no optimizer and no steps.
 */
package descentlab.objective;
