package descentlab.scene;

/** Arrowheads. */
final class Arrows {
    private static final double LENGTH = 7;
    private static final double HALF_WIDTH = 3;
    private static final double EDGE = 8;

    private Arrows() {
    }

    /** A head whose tip is at (x1, y1), on a line from (x0, y0). */
    static void head(Pen pen, double x0, double y0, double x1, double y1, int colour, double alpha) {
        double length = Math.sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
        double ux = (x1 - x0) / length;
        double uy = (y1 - y0) / length;
        double backX = x1 - LENGTH * ux;
        double backY = y1 - LENGTH * uy;
        pen.polygon(new double[] {x1, backX - HALF_WIDTH * uy, backX + HALF_WIDTH * uy},
            new double[] {y1, backY + HALF_WIDTH * ux, backY - HALF_WIDTH * ux}, 0, 3, colour, alpha);
    }

    /** A triangle with its tip at (x, y) on the edge of a picture, pointing out of it. */
    static void out(Pen pen, double x, double y, Side side, int colour, double alpha) {
        double backX = x - EDGE * side.dx;
        double backY = y - EDGE * side.dy;
        double half = EDGE * 0.55;
        pen.polygon(new double[] {x, backX + half * side.dy, backX - half * side.dy},
            new double[] {y, backY + half * side.dx, backY - half * side.dx}, 0, 3, colour, alpha);
    }

    /** The sides of a picture. */
    enum Side {
        RIGHT(1, 0, "→"), LEFT(-1, 0, "←"), TOP(0, -1, "↑"), BOTTOM(0, 1, "↓");

        final int dx;
        final int dy;
        final String arrow;

        Side(int dx, int dy, String arrow) {
            this.dx = dx;
            this.dy = dy;
            this.arrow = arrow;
        }

        /** The text with the arrow at the end that is nearer to this side. */
        String pointing(String text) {
            return this == LEFT ? arrow + " " + text : text + " " + arrow;
        }
    }
}
