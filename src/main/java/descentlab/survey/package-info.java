/**
 * Many descents at once: searches and maps over learning rates and starts.
 * Knows no text of an experiment and no picture.
 */
package descentlab.survey;
