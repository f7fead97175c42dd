package descentlab.scene;

/**
 * The shape of a run's points; run i has shape i. All but the round ones are polygons around (0, 0) with about the area of a circle of radius 1,
 * y downwards.
 */
public enum Mark {
    CIRCLE,
    SQUARE(-0.88, -0.88, 0.88, -0.88, 0.88, 0.88, -0.88, 0.88),
    TRIANGLE(0, -1.4, 1.3, 0.9, -1.3, 0.9),
    DIAMOND(0, -1.35, 1.2, 0, 0, 1.35, -1.2, 0),
    CROSS(-0.7, -1.25, 0, -0.55, 0.7, -1.25, 1.25, -0.7, 0.55, 0, 1.25, 0.7, 0.7, 1.25, 0, 0.55, -0.7, 1.25, -1.25, 0.7, -0.55, 0, -1.25, -0.7),
    PLUS(-0.4, -1.4, 0.4, -1.4, 0.4, -0.4, 1.4, -0.4, 1.4, 0.4, 0.4, 0.4, 0.4, 1.4, -0.4, 1.4, -0.4, 0.4, -1.4, 0.4, -1.4, -0.4, -0.4, -0.4),
    DOWN_TRIANGLE(0, 1.4, 1.3, -0.9, -1.3, -0.9),
    RING;

    /** Line width of a {@link #RING}, in parts of its radius. */
    public static final double RING_WIDTH = 0.55;
    private static final Mark[] ALL = values();

    private final double[] corners;

    Mark(double... corners) {
        this.corners = corners;
    }

    public static Mark of(int style) {
        return ALL[Math.floorMod(style, ALL.length)];
    }

    /** x and y of each corner in turn; none for the round shapes, {@link #CIRCLE} (filled) and {@link #RING} (a line of {@link #RING_WIDTH}). */
    public double[] corners() {
        return corners;
    }
}
