package descentlab.scene;

/**
 * From where a surface is looked at, without perspective: parallels stay parallel and equal heights equal.
 *
 * @param yaw   how far the floor is turned, in radians; 0 has y going away from the eye
 * @param pitch how high the eye stands, from just above the floor to straight above
 */
public record Turn(double yaw, double pitch) {
    public static final Turn STANDARD = new Turn(0.6, 0.7);
    private static final double LOWEST = 0.08;
    /** How high the surface stands over its floor, whose sides are 2. */
    static final double HEIGHT = 0.95;

    /** Turned further; the eye stays above the floor. */
    public Turn by(double yaw, double pitch) {
        return new Turn(this.yaw + yaw, Math.max(LOWEST, Math.min(Math.PI / 2, this.pitch + pitch)));
    }

    /** To the right. */
    double across(double x, double y) {
        return x * Math.cos(yaw) - y * Math.sin(yaw);
    }

    /** Towards the eye. */
    double near(double x, double y) {
        return x * Math.sin(yaw) + y * Math.cos(yaw);
    }

    /** Downwards. */
    double down(double x, double y, double height) {
        return near(x, y) * Math.sin(pitch) - (height - 0.5) * HEIGHT * Math.cos(pitch);
    }
}
