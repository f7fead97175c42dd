/**
 * Pictures of descents, drawn with a {@link descentlab.scene.Pen}: viewport, ticks, palettes, marks and a scene for each picture.
 * Knows no browser; the canvas, the SVG writer and the tests' pen all draw the same.
 */
package descentlab.scene;
