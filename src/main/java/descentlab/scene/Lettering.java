package descentlab.scene;

/**
 * How a text is drawn.
 *
 * @param size   in pixels
 * @param weight 400 or 600, as in CSS
 * @param halo   colour of a seam around the letters, {@link #HALO} wide on each side, which keeps them legible on lines; −1 for none
 */
public record Lettering(int colour, double size, int weight, Align align, int halo) {
    public static final double HALO = 2;

    /** Which part of the text stands at the place given. */
    public enum Align { LEFT, CENTRE, RIGHT }

    public Lettering aligned(Align other) {
        return new Lettering(colour, size, weight, other, halo);
    }
}
