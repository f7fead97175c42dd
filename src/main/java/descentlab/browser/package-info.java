/**
 * The page: canvas, controls, animation clock, address, frame, downloads. Elements are found by their id in the HTML; all words come from the
 * messages. The only package that knows TeaVM; it computes nothing that another package could.
 */
package descentlab.browser;
