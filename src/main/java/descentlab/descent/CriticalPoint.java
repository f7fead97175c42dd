package descentlab.descent;

import descentlab.descent.Terrain.Minimum;
import java.util.ArrayList;
import java.util.List;

/**
 * A point at which a function of x and y is flat, or a minimum in a kink.
 *
 * @param smallest eigenvalue of the Hessian there; NaN where there is none
 * @param largest  eigenvalue of the Hessian there; NaN where there is none
 */
public record CriticalPoint(double x, double y, double loss, Kind kind, double smallest, double largest) {
    /** What the values around it say it is. */
    public enum Kind { MINIMUM, MAXIMUM, SADDLE }

    /** The minima of a list, in its order. */
    public static List<Minimum> minima(List<CriticalPoint> points) {
        List<Minimum> minima = new ArrayList<>();
        for (CriticalPoint point : points) {
            if (point.kind == Kind.MINIMUM) {
                minima.add(new Minimum(new double[] {point.x, point.y}, point.loss, point.largest, point.smallest));
            }
        }
        return minima;
    }
}
