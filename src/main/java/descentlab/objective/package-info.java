/**
 * What is descended: functions that give loss, gradient and Hessian for many points at once.
 * Knows no optimizer, and of steps only the plainest, which it can take where it computes.
 */
package descentlab.objective;
