/**
 * What the program says to people: sentences by key, numbers as text, and the error that a person's input can cause.
 * Knows nothing of functions or descent; every other package may use it.
 */
package descentlab.message;
