/**
 * An experiment as a value, its text, its results, and what they mean in words; the catalogue of functions.
 * Knows no picture and no page: everything here runs in Node and on the JVM as in a browser.
 */
package descentlab.experiment;
