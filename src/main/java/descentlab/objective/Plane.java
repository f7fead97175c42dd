package descentlab.objective;

import java.util.ArrayList;
import java.util.List;

/**
 * An objective restricted to the plane through a point along two directions, as a function of the two coordinates in it.
 *
 * @param origin     the point at (0, 0)
 * @param directions directions[0] and [1], of the objective's dimension
 */
public record Plane(Objective objective, double[] origin, double[][] directions) implements Objective {
    /**
     * Two random directions, each layer's weights of each unit as long as the unit's weights are at the origin, so that the scale of the weights, which
     * a network is free to choose, does not set how sharp the picture looks; biases stand still. Source: Li et al., Visualizing the loss landscape of
     * neural nets, 2018 (filter normalisation).
     */
    public static Plane random(Objective objective, Network network, double[] origin, int seed) {
        double[][] directions = new double[2][origin.length];
        for (int d = 0; d < 2; d++) {
            RandomNumbers numbers = new RandomNumbers(seed, d);
            for (int[] filter : filters(network)) {
                double square = 0;
                double length = 0;
                for (int i = filter[0]; i < filter[1]; i++) {
                    directions[d][i] = numbers.normal();
                    square += directions[d][i] * directions[d][i];
                    length += origin[i] * origin[i];
                }
                for (int i = filter[0]; i < filter[1]; i++) {
                    directions[d][i] *= Math.sqrt(length / square);
                }
            }
        }
        return new Plane(objective, origin, directions);
    }

    /** The weights of each unit, from one index to another. */
    private static List<int[]> filters(Network network) {
        List<int[]> filters = new ArrayList<>();
        for (int k = 0; k < network.layers(); k++) {
            for (int j = 0; j < network.units(k); j++) {
                int from = network.firstWeight(k) + j * network.inputs(k);
                filters.add(new int[] {from, from + network.inputs(k)});
            }
        }
        return filters;
    }

    /** The coordinates in the plane of the point in it that is nearest to another. */
    public double[] project(double[] point) {
        double[] p = directions[0];
        double[] q = directions[1];
        double pp = 0;
        double pq = 0;
        double qq = 0;
        double px = 0;
        double qx = 0;
        for (int i = 0; i < point.length; i++) {
            double x = point[i] - origin[i];
            pp += p[i] * p[i];
            pq += p[i] * q[i];
            qq += q[i] * q[i];
            px += p[i] * x;
            qx += q[i] * x;
        }
        double determinant = pp * qq - pq * pq;
        return new double[] {(qq * px - pq * qx) / determinant, (pp * qx - pq * px) / determinant};
    }

    @Override
    public int dimension() {
        return 2;
    }

    private double[][] points(double[][] x, int lanes) {
        double[][] points = new double[origin.length][lanes];
        for (int i = 0; i < origin.length; i++) {
            for (int l = 0; l < lanes; l++) {
                points[i][l] = origin[i] + x[0][l] * directions[0][i] + x[1][l] * directions[1][i];
            }
        }
        return points;
    }

    @Override
    public void loss(double[][] x, double[] loss, int lanes) {
        objective.loss(points(x, lanes), loss, lanes);
    }

    @Override
    public void gradient(double[][] x, double[] loss, double[][] gradient, int lanes) {
        double[][] whole = new double[origin.length][lanes];
        objective.gradient(points(x, lanes), loss, whole, lanes);
        for (int d = 0; d < 2; d++) {
            for (int l = 0; l < lanes; l++) {
                double sum = 0;
                for (int i = 0; i < origin.length; i++) {
                    sum += whole[i][l] * directions[d][i];
                }
                gradient[d][l] = sum;
            }
        }
    }

    @Override
    public void hessian(double[][] x, double[][] hessian, int lanes) {
        Differences.hessian(this, x, hessian, lanes);
    }
}
