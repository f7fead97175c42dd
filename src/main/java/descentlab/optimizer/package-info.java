/**
 * Update rules: given where a run stands and the gradient there, the next point. One class a rule, over lanes.
 * Knows no schedule and no loop: the learning rate of each lane and step is handed in. A rule may ask the objective for other points (line searches).
 */
package descentlab.optimizer;
