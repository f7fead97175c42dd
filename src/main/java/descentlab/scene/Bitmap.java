package descentlab.scene;

/**
 * A picture in pixels. What a pen makes of it may be kept as long as it is drawn, so it must not change once it has been: a picture that has grown is
 * another bitmap, even of the same array.
 *
 * @param pixels  0xRRGGBB, row by row from the top left
 * @param columns how many pixels there are across
 * @param squares whether a pixel is a square with edges where the picture is enlarged, rather than a point of something smooth
 */
public record Bitmap(int[] pixels, int columns, boolean squares) {
    public Bitmap(int[] pixels, int columns) {
        this(pixels, columns, false);
    }

    public int rows() {
        return pixels.length / columns;
    }
}
