/**
 * Learning-rate schedules: the rate of each step of a run. One class a schedule.
 * Knows no objective and no optimizer: the loss of each step is handed in.
 */
package descentlab.schedule;
