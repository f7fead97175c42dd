package descentlab.scene;

/** How a line is drawn. @param dash length of the dashes and of the gaps between them, 0 for a solid line */
public record Stroke(int colour, double alpha, double width, double dash) {
    public static Stroke solid(int colour, double alpha, double width) {
        return new Stroke(colour, alpha, width, 0);
    }
}
