/**
 * The loop: an objective, an optimizer and schedules from a start give trajectories, and each trajectory a verdict with its reason.
 * Knows no text, no picture and no page.
 */
package descentlab.descent;
