package descentlab.scene;

/**
 * A picture in pixels. What a pen makes of it may be kept as long as it is drawn, so it must not change once it has been: a picture that has grown is
 * another bitmap, even of the same array.
 *
 * @param pixels  0xRRGGBB, row by row from the top left
 * @param columns how many pixels there are across
 */
public record Bitmap(int[] pixels, int columns) {
    public int rows() {
        return pixels.length / columns;
    }
}
