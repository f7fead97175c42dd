package descentlab.scene;

import descentlab.scene.Lettering.Align;
import java.util.ArrayList;
import java.util.List;

/** Finds places for labels near what they name, off each other and, as far as there is room, off the line of the function. */
final class Labels {
    private static final double HEIGHT = 15;
    private static final double PADDING = 3;
    private static final double[] DISTANCES = {0, 14, 30, 48, 70};
    /** Where the label may lie as seen from its point, the most natural place first. */
    private static final double[][] DIRECTIONS = {{1, -0.6}, {-1, -0.6}, {1, 0.6}, {-1, 0.6}, {0, -1}, {0, 1}, {1, 0}, {-1, 0}};
    /** Pixels of distance that one overlapped label, or one covered point of a line, outweighs. */
    private static final double OVERLAP = 1000;
    private static final double COVERED = 5;
    private static final double MOST_COVERED = 100;
    /** From this distance on a leader ties the label to its point. */
    private static final double LEADER = 20;
    /** A line that is steeper is no worse a place for a label. */
    private static final double STEEPEST = 2;

    private final Pen pen;
    private final Frame bounds;
    private final Points line;
    private final List<Frame> taken = new ArrayList<>();

    /** @param line the points that labels should not cover */
    Labels(Pen pen, Frame bounds, Points line) {
        this.pen = pen;
        this.bounds = bounds;
        this.line = line;
    }

    void reserve(Frame frame) {
        taken.add(frame);
    }

    /** Reserves the surroundings of a point. */
    void reserve(double x, double y, double radius) {
        taken.add(new Frame(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /** Keeps labels off a straight line, as far as there is room. */
    void avoid(double x0, double y0, double x1, double y1) {
        int parts = 1 + (int) ((Math.abs(x1 - x0) + Math.abs(y1 - y0)) / Graph.SPACING);
        for (int i = 0; i <= parts; i++) {
            line.add(x0 + (x1 - x0) * i / parts, y0 + (y1 - y0) * i / parts);
        }
    }

    /** Draws the text at the right or left edge, as near to the height y as there is room, and says at which height it stands. */
    double placeAtEdge(String text, boolean right, double y, double clearance, Lettering lettering) {
        double width = pen.textWidth(text, lettering.size(), lettering.weight()) + 2 * PADDING;
        double left = right ? bounds.right() - clearance - width : bounds.left() + clearance;
        Frame best = null;
        double bestCost = Double.POSITIVE_INFINITY;
        for (int i = 0; i * HEIGHT < bounds.height(); i++) {
            double top = bounds.top() + i * HEIGHT;
            Frame frame = new Frame(left, top, width, HEIGHT);
            double cost = cost(frame) + Math.abs(top + HEIGHT / 2 - y);
            if (best == null || cost < bestCost) {
                best = frame;
                bestCost = cost;
            }
        }
        double middle = best.top() + HEIGHT / 2;
        draw(text, right ? best.right() : best.left(), middle, best, lettering);
        return middle;
    }

    /** Draws the text as near to the point as there is room, at least {@code clearance} away. */
    void place(String text, double x, double y, double clearance, Lettering lettering) {
        Frame best = best(text, x, y, clearance, lettering);
        draw(text, x, y, best, lettering);
    }

    /** As {@link #place}, but leaves the text out where it would cover another label. */
    void placeIfFree(String text, double x, double y, double clearance, Lettering lettering) {
        Frame best = best(text, x, y, clearance, lettering);
        if (cost(best) < OVERLAP) {
            draw(text, x, y, best, lettering);
        }
    }

    /**
     * Draws the text on a line made of separate pieces, its middle on the point where the line runs most nearly level and nearest to the middle of the
     * bounds; not where it would cover another label or leave the bounds.
     *
     * @param pieces two points each
     * @param trials how many points are tried at most
     */
    void placeOnIfFree(String text, Points pieces, int trials, Lettering lettering) {
        double width = pen.textWidth(text, lettering.size(), lettering.weight()) + 2 * PADDING;
        int every = 2 * (1 + pieces.count / (2 * trials));
        Frame best = null;
        double bestCost = Double.POSITIVE_INFINITY;
        for (int i = 0; i + 1 < pieces.count; i += every) {
            double steep = Math.abs(pieces.ys[i + 1] - pieces.ys[i]) / (0.1 + Math.abs(pieces.xs[i + 1] - pieces.xs[i]));
            double cost = Math.min(steep, STEEPEST) + Math.abs(pieces.xs[i] - bounds.left() - bounds.width() / 2) / bounds.width();
            Frame frame = new Frame(pieces.xs[i] - width / 2, pieces.ys[i] - HEIGHT / 2, width, HEIGHT);
            boolean inside = bounds.contains(frame.left(), frame.top()) && bounds.contains(frame.right(), frame.bottom());
            if (cost < bestCost && inside && cost(frame) < OVERLAP) {
                best = frame;
                bestCost = cost;
            }
        }
        if (best != null) {
            draw(text, best.left() + width / 2, best.top() + HEIGHT / 2, best, lettering);
        }
    }

    private void draw(String text, double x, double y, Frame frame, Lettering lettering) {
        taken.add(frame);
        double nearX = Math.max(frame.left(), Math.min(x, frame.right()));
        double nearY = Math.max(frame.top(), Math.min(y, frame.bottom()));
        double distance = Math.sqrt((nearX - x) * (nearX - x) + (nearY - y) * (nearY - y));
        if (distance > LEADER) {
            pen.segments(new double[] {x, nearX}, new double[] {y, nearY}, 0, 2, Stroke.solid(lettering.colour(), 0.5, 1));
        }
        pen.text(text, frame.left() + PADDING, frame.bottom() - 4, lettering.aligned(Align.LEFT));
    }

    private Frame best(String text, double x, double y, double clearance, Lettering lettering) {
        double width = pen.textWidth(text, lettering.size(), lettering.weight()) + 2 * PADDING;
        Frame best = null;
        double bestCost = Double.POSITIVE_INFINITY;
        for (double distance : DISTANCES) {
            for (int i = 0; i < DIRECTIONS.length; i++) {
                Frame frame = beside(x, y, width, clearance + distance, DIRECTIONS[i]);
                double cost = cost(frame) + distance + i;
                if (cost < bestCost) {
                    best = frame;
                    bestCost = cost;
                }
            }
        }
        return best;
    }

    /** The label's frame at a distance from the point, moved into the bounds. */
    private Frame beside(double x, double y, double width, double distance, double[] direction) {
        double centreX = x + direction[0] * (distance + width / 2);
        double centreY = y + direction[1] * (distance + HEIGHT / 2);
        double left = Math.max(bounds.left(), Math.min(centreX - width / 2, bounds.right() - width));
        double top = Math.max(bounds.top(), Math.min(centreY - HEIGHT / 2, bounds.bottom() - HEIGHT));
        return new Frame(left, top, width, HEIGHT);
    }

    private double cost(Frame frame) {
        double cost = 0;
        for (Frame other : taken) {
            cost += frame.overlaps(other) ? OVERLAP : 0;
        }
        double covered = 0;
        for (int i = 0; i < line.count && covered < MOST_COVERED; i++) {
            covered += frame.contains(line.xs[i], line.ys[i]) ? COVERED : 0;
        }
        return cost + covered;
    }
}
