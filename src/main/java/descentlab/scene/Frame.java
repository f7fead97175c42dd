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

    Frame grown(double by) {
        return new Frame(left - by, top - by, width + 2 * by, height + 2 * by);
    }

    /**
     * Cuts a line to the part within the frame, in place (Liang and Barsky 1984); false when no part is.
     *
     * @param line x and y of one end, x and y of the other; not NaN
     */
    boolean cut(double[] line) {
        double dx = line[2] - line[0];
        double dy = line[3] - line[1];
        double[] along = {-dx, dx, -dy, dy};
        double[] room = {line[0] - left, right() - line[0], line[1] - top, bottom() - line[1]};
        double enter = 0;
        double leave = 1;
        for (int side = 0; side < 4; side++) {
            double t = room[side] / along[side];
            if (along[side] == 0 && room[side] < 0) {
                return false;
            } else if (along[side] < 0) {
                enter = Math.max(enter, t);
            } else if (along[side] > 0) {
                leave = Math.min(leave, t);
            }
        }
        if (enter > leave) {
            return false;
        }
        double x = line[0];
        double y = line[1];
        line[0] = enter > 0 ? x + enter * dx : x;
        line[1] = enter > 0 ? y + enter * dy : y;
        line[2] = leave < 1 ? x + leave * dx : line[2];
        line[3] = leave < 1 ? y + leave * dy : line[3];
        return true;
    }
}
