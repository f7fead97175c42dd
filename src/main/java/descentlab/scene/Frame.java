package descentlab.scene;

/** A rectangle of the picture, in pixels from its top left corner. */
public record Frame(double left, double top, double width, double height) {
    public double right() {
        return left + width;
    }

    public double bottom() {
        return top + height;
    }

    public boolean contains(double x, double y) {
        return x >= left && x <= right() && y >= top && y <= bottom();
    }

    boolean overlaps(Frame other) {
        return left < other.right() && other.left < right() && top < other.bottom() && other.top < bottom();
    }

    /**
     * Cuts a line to the part within the frame, in place (Liang and Barsky 1984); false when no part is.
     *
     * @param line x and y of one end, x and y of the other; not NaN
     */
    boolean cut(double[] line) {
        double x = line[0];
        double y = line[1];
        if (contains(x, y) && contains(line[2], line[3])) {
            return true;
        }
        double dx = line[2] - x;
        double dy = line[3] - y;
        if (dx == 0 && (x < left || x > right()) || dy == 0 && (y < top || y > bottom())) {
            return false;
        }
        // The line is inside the frame from where it has crossed both sides inwards to where it crosses the first outwards.
        double enter = Math.max(0, Math.max(crossing(x, dx, dx > 0 ? left : right()), crossing(y, dy, dy > 0 ? top : bottom())));
        double leave = Math.min(1, Math.min(-crossing(x, -dx, dx > 0 ? right() : left), -crossing(y, -dy, dy > 0 ? bottom() : top)));
        if (enter > leave) {
            return false;
        }
        line[0] = enter > 0 ? x + enter * dx : x;
        line[1] = enter > 0 ? y + enter * dy : y;
        line[2] = leave < 1 ? x + leave * dx : line[2];
        line[3] = leave < 1 ? y + leave * dy : line[3];
        return true;
    }

    /** In parts of the way, where it meets a side; −∞ for a way along the side. */
    private static double crossing(double from, double way, double side) {
        return way == 0 ? Double.NEGATIVE_INFINITY : (side - from) / way;
    }
}
