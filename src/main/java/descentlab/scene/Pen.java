package descentlab.scene;

/**
 * What a scene draws with. Lengths are CSS pixels, the origin is the top left corner, colours are 0xRRGGBB, alpha is 0 to 1. Points stand in arrays;
 * those from {@code from} (included) to {@code to} (excluded) are used. All coordinates that a scene passes are finite.
 */
public interface Pen {
    double width();

    double height();

    /** One open line through the points, with round joins. */
    void polyline(double[] xs, double[] ys, int from, int to, Stroke stroke);

    /** Separate lines from each even point to the odd one after it, stroked as one path: where they cross, alpha does not add up. */
    void segments(double[] xs, double[] ys, int from, int to, Stroke stroke);

    /** The closed polygon through the points, filled. */
    void polygon(double[] xs, double[] ys, int from, int to, int colour, double alpha);

    void rectangle(Frame frame, int colour, double alpha);

    /** A picture spread over the frame. */
    void image(Bitmap bitmap, Frame frame);

    /** The same mark at each point, all as one path; {@code radius} is the circle's, the other marks have about its area. */
    void marks(Mark mark, double[] xs, double[] ys, int from, int to, double radius, int colour, double alpha);

    /** From here to {@link #unclip} only what lies in the frame is drawn. Clips do not nest. */
    void clip(Frame frame);

    void unclip();

    /** A line of text whose baseline is at y and which stands at x as the lettering says. */
    void text(String text, double x, double y, Lettering lettering);

    double textWidth(String text, double size, int weight);
}
