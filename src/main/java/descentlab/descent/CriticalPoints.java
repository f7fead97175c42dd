package descentlab.descent;

import descentlab.descent.CriticalPoint.Kind;
import descentlab.objective.Objective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the minima, maxima and saddles of a function of x and y in a rectangle: Newton's method for a gradient of 0 from each node of a grid, and a
 * search by halving steps from the grid's lowest nodes, which also ends in kinks. All starts are lanes of one batch. Of points nearer to each other
 * than a node's distance some may be missed.
 */
public final class CriticalPoints {
    private static final int NODES = 28;
    private static final int NEWTON_STEPS = 24;
    private static final int SEARCH_STEPS = 120;
    /** The search is over where its steps are so small a part of the rectangle. */
    private static final double FOUND = 1e-11;
    /** After so many of Newton's steps those lanes are given up that have come to the same point as another, or have left for good. */
    private static final int SOME_STEPS = 8;
    /** The gradient that counts as none, in parts of the largest on the grid. */
    private static final double FLAT = 1e-9;
    /** Points nearer than this, in parts of the rectangle, are one. */
    private static final double SAME = 1e-3;
    /** The last of Newton's steps, in parts of the rectangle: on a plateau the gradient vanishes too, but the steps are long. */
    private static final double SETTLED = 1e-4;
    private static final int CIRCLE = 64;
    private static final double NEAREST = 1e-3;
    /** A value so many times those around it is at a pole, and a curvature so many times that of the values around it is at a kink: it says nothing. */
    private static final double POLE = 1e6;
    private static final double KINK = 100;
    /** What the slope at a point may make of the differences to the values nearest around it: beside a cliff every slope counts as none. */
    private static final double LEVEL = 0.01;
    private static final double ROUNDING = 1e-14;
    /** Decimal places, in the magnitude of the rectangle, to which a lowest point is rounded where that is lower still: at a kink at 0 it is at 0. */
    private static final double PLACES = 1e9;

    private final Objective objective;
    private final double left;
    private final double bottom;
    private final double width;
    private final double height;
    private final double[] cosines = new double[CIRCLE];
    private final List<CriticalPoint> found = new ArrayList<>();

    private CriticalPoints(Objective objective, double left, double right, double bottom, double top) {
        this.objective = objective;
        this.left = left;
        this.bottom = bottom;
        width = right - left;
        height = top - bottom;
        for (int k = 0; k < CIRCLE; k++) {
            cosines[k] = Math.cos(2 * Math.PI * k / CIRCLE);
        }
    }

    /** Those in the rectangle, minima first, the lowest first. */
    public static List<CriticalPoint> find(Objective objective, double left, double right, double bottom, double top) {
        CriticalPoints points = new CriticalPoints(objective, left, right, bottom, top);
        double[][] grid = points.grid();
        double[] loss = new double[NODES * NODES];
        double[][] gradient = new double[2][NODES * NODES];
        objective.gradient(grid, loss, gradient, NODES * NODES);
        points.search(grid, loss);
        points.newton(grid, points.largest(gradient));
        points.found.sort((a, b) -> a.kind() != b.kind() ? a.kind().compareTo(b.kind()) : Double.compare(a.loss(), b.loss()));
        return points.found;
    }

    /** Nodes in the middles of equal parts; a little off centre, where a symmetric function would send Newton's steps to and fro. */
    private double[][] grid() {
        double[][] grid = new double[2][NODES * NODES];
        for (int j = 0; j < NODES; j++) {
            for (int i = 0; i < NODES; i++) {
                grid[0][j * NODES + i] = left + width * (i + 0.513) / NODES;
                grid[1][j * NODES + i] = bottom + height * (j + 0.487) / NODES;
            }
        }
        return grid;
    }

    private double largest(double[][] gradient) {
        double largest = 0;
        for (double[] part : gradient) {
            for (double g : part) {
                largest = Math.abs(g) < Double.POSITIVE_INFINITY ? Math.max(largest, Math.abs(g)) : largest;
            }
        }
        return largest;
    }

    /** From each node that is not above its neighbours to the lowest of the points around, halving the distance where that is the middle. */
    private void search(double[][] grid, double[] loss) {
        int count = 0;
        double[][] x = new double[2][NODES * NODES];
        for (int k = 0; k < loss.length; k++) {
            if (isLowest(loss, k)) {
                x[0][count] = grid[0][k];
                x[1][count++] = grid[1][k];
            }
        }
        double[] step = new double[count];
        Arrays.fill(step, 1.0 / NODES);
        double[][] around = new double[2][9 * count];
        double[] values = new double[9 * count];
        double longest = 1;
        for (int t = 0; t < SEARCH_STEPS && longest > FOUND; t++) {
            for (int k = 0; k < 9 * count; k++) {
                around[0][k] = x[0][k / 9] + (k % 3 - 1) * step[k / 9] * width;
                around[1][k] = x[1][k / 9] + (k % 9 / 3 - 1) * step[k / 9] * height;
            }
            objective.loss(around, values, 9 * count);
            longest = 0;
            for (int c = 0; c < count; c++) {
                int best = 9 * c + 4;
                for (int k = 9 * c; k < 9 * c + 9; k++) {
                    best = values[k] < values[best] ? k : best;
                }
                step[c] *= best == 9 * c + 4 ? 0.5 : 1;
                longest = Math.max(longest, step[c]);
                x[0][c] = around[0][best];
                x[1][c] = around[1][best];
            }
        }
        polish(x, count);
    }

    private static boolean isLowest(double[] loss, int k) {
        int column = k % NODES;
        boolean lowest = loss[k] == loss[k];
        for (int dj = -1; dj <= 1; dj++) {
            for (int di = -1; di <= 1; di++) {
                int i = column + di;
                int other = k + dj * NODES + di;
                lowest &= i < 0 || i >= NODES || other < 0 || other >= loss.length || !(loss[other] < loss[k]);
            }
        }
        return lowest;
    }

    /** Lowest points that the search has found are made exact by Newton's steps, where these do not lead up from them. */
    private void polish(double[][] x, int count) {
        double[][] exact = {x[0].clone(), x[1].clone()};
        double[][] gradient = new double[2][count];
        double[][] hessian = new double[4][count];
        for (int t = 0; t < NEWTON_STEPS; t++) {
            step(exact, count, gradient, hessian);
        }
        double[][] round = {rounded(x[0], width), rounded(x[1], height)};
        double[] loss = new double[count];
        double[] exactLoss = new double[count];
        double[] roundLoss = new double[count];
        objective.loss(x, loss, count);
        objective.loss(exact, exactLoss, count);
        objective.loss(round, roundLoss, count);
        for (int c = 0; c < count; c++) {
            double[][] better = exactLoss[c] <= loss[c] ? exact : x;
            double[][] best = roundLoss[c] < Math.min(exactLoss[c], loss[c]) ? round : better;
            add(best[0][c], best[1][c], Kind.MINIMUM);
        }
    }

    private static double[] rounded(double[] x, double span) {
        double unit = PLACES / Math.pow(10, Math.floor(Math.log(span) / Math.log(10)));
        double[] rounded = new double[x.length];
        for (int c = 0; c < x.length; c++) {
            rounded[c] = Math.floor(x[c] * unit + 0.5) / unit;
        }
        return rounded;
    }

    private void newton(double[][] start, double largest) {
        int lanes = NODES * NODES / 2;
        double[][] x = new double[2][lanes];
        double[][] gradient = new double[2][lanes];
        double[][] hessian = new double[4][lanes];
        for (int l = 0; l < lanes; l++) {
            // The black squares of a chessboard.
            int node = 2 * l + (2 * l / NODES) % 2;
            x[0][l] = start[0][node];
            x[1][l] = start[1][node];
        }
        double[][] before = x;
        for (int t = 0; t < NEWTON_STEPS; t++) {
            lanes = t == SOME_STEPS ? different(x, lanes) : lanes;
            before = new double[][] {x[0].clone(), x[1].clone()};
            step(x, lanes, gradient, hessian);
        }
        objective.gradient(x, new double[lanes], gradient, lanes);
        for (int l = 0; l < lanes; l++) {
            boolean flat = Math.abs(gradient[0][l]) + Math.abs(gradient[1][l]) <= FLAT * largest;
            boolean settled = Math.abs(x[0][l] - before[0][l]) < SETTLED * width && Math.abs(x[1][l] - before[1][l]) < SETTLED * height;
            if (flat && settled) {
                add(x[0][l], x[1][l], null);
            }
        }
    }

    /** Moves the points that differ from all before them to the front, and says how many these are; points further out than the rectangle is wide are none. */
    private int different(double[][] x, int lanes) {
        int kept = 0;
        for (int l = 0; l < lanes; l++) {
            boolean different = Math.abs(x[0][l] - left - width / 2) < 1.5 * width && Math.abs(x[1][l] - bottom - height / 2) < 1.5 * height;
            for (int k = 0; k < kept && different; k++) {
                different = Math.abs(x[0][l] - x[0][k]) > SAME * width || Math.abs(x[1][l] - x[1][k]) > SAME * height;
            }
            if (different) {
                x[0][kept] = x[0][l];
                x[1][kept++] = x[1][l];
            }
        }
        return kept;
    }

    /** x ← x − H⁻¹∇f in every lane, no further than a few nodes at once. */
    private void step(double[][] x, int lanes, double[][] gradient, double[][] hessian) {
        objective.gradient(x, new double[lanes], gradient, lanes);
        objective.hessian(x, hessian, lanes);
        for (int l = 0; l < lanes; l++) {
            double a = hessian[0][l];
            double b = hessian[1][l];
            double c = hessian[3][l];
            double determinant = a * c - b * b;
            double dx = (c * gradient[0][l] - b * gradient[1][l]) / determinant;
            double dy = (a * gradient[1][l] - b * gradient[0][l]) / determinant;
            double far = Math.max(Math.abs(dx) / width, Math.abs(dy) / height) * NODES / 3;
            if (determinant != 0 && far < Double.POSITIVE_INFINITY) {
                x[0][l] -= dx / Math.max(1, far);
                x[1][l] -= dy / Math.max(1, far);
            }
        }
    }

    /** @param only the kind that counts, or null for any */
    private void add(double x, double y, Kind only) {
        boolean inside = x >= left && x <= left + width && y >= bottom && y <= bottom + height;
        for (CriticalPoint other : found) {
            inside &= Math.abs(other.x() - x) > SAME * width || Math.abs(other.y() - y) > SAME * height;
        }
        if (!inside) {
            return;
        }
        double[] around = circle(x, y, NEAREST);
        Kind kind = kind(x, y, around);
        if (kind == null || only != null && kind != only) {
            return;
        }
        double[] loss = new double[1];
        double[][] gradient = new double[2][1];
        double[][] hessian = new double[4][1];
        objective.gradient(new double[][] {{x}, {y}}, loss, gradient, 1);
        objective.hessian(new double[][] {{x}, {y}}, hessian, 1);
        double[] eigenvalues = Curvature.eigenvalues(hessian[0][0], hessian[1][0], hessian[3][0]);
        double beside = height(around);
        boolean pole = Math.abs(loss[0]) > POLE * (1 + Math.abs(beside));
        boolean kink = Math.abs(eigenvalues[1]) * NEAREST * NEAREST * (width * width + height * height) > KINK * Math.abs(beside);
        double slope = NEAREST * (Math.abs(gradient[0][0]) * width + Math.abs(gradient[1][0]) * height);
        boolean level = only != null || slope <= LEVEL * rise(around) + ROUNDING * Math.abs(loss[0]);
        if (!pole && level) {
            found.add(new CriticalPoint(x, y, loss[0], kind, kink ? Double.NaN : eigenvalues[0], kink ? Double.NaN : eigenvalues[1]));
        }
    }

    /** How far values on a circle are from that at its middle, on the mean. */
    private static double height(double[] circle) {
        double loss = circle[CIRCLE];
        double sum = 0;
        for (int k = 0; k < CIRCLE; k++) {
            sum += Math.abs(circle[k] - (Math.abs(circle[k]) * POLE < Math.abs(loss) ? 0 : loss));
        }
        return sum / CIRCLE;
    }

    /** How far values on a circle rise above that at its middle, on the mean, or fall below, whichever is less; where one is nothing, the other. */
    private static double rise(double[] circle) {
        double loss = circle[CIRCLE];
        double up = 0;
        double down = 0;
        int ups = 0;
        for (int k = 0; k < CIRCLE; k++) {
            up += Math.max(0, circle[k] - loss);
            down += Math.max(0, loss - circle[k]);
            ups += circle[k] > loss ? 1 : 0;
        }
        double rise = ups == 0 ? Double.POSITIVE_INFINITY : up / ups;
        double fall = ups == CIRCLE ? Double.POSITIVE_INFINITY : down / (CIRCLE - ups);
        return fall > 0 ? Math.min(rise, fall) : rise;
    }

    /** The values on a circle around a point, and last at the point itself. */
    private double[] circle(double x, double y, double reach) {
        double[][] around = new double[2][CIRCLE + 1];
        for (int k = 0; k < CIRCLE; k++) {
            around[0][k] = x + reach * width * cosines[k];
            around[1][k] = y + reach * height * cosines[(k + CIRCLE / 4) % CIRCLE];
        }
        around[0][CIRCLE] = x;
        around[1][CIRCLE] = y;
        double[] loss = new double[CIRCLE + 1];
        objective.loss(around, loss, CIRCLE + 1);
        return loss;
    }

    /**
     * By the values on a circle around it: all higher, all lower, or both; null on a plane or in a valley whose floor is level.
     *
     * @param nearest the smallest circle; larger ones are tried where rounding hides what it shows
     */
    private Kind kind(double x, double y, double[] nearest) {
        Kind kind = kind(nearest);
        for (double reach = 3 * NEAREST; reach < 0.02 && kind == null; reach *= 3) {
            kind = kind(circle(x, y, reach));
        }
        return kind;
    }

    private static Kind kind(double[] circle) {
        double largest = 0;
        for (double value : circle) {
            largest = Math.abs(value) < Double.POSITIVE_INFINITY ? Math.max(largest, Math.abs(value)) : largest;
        }
        double here = circle[CIRCLE];
        int above = 0;
        int below = 0;
        for (int k = 0; k < CIRCLE; k++) {
            above += circle[k] > here + ROUNDING * largest ? 1 : 0;
            below += circle[k] < here - ROUNDING * largest ? 1 : 0;
        }
        return above > 0 && below > 0 ? Kind.SADDLE : above == CIRCLE ? Kind.MINIMUM : below == CIRCLE ? Kind.MAXIMUM : null;
    }
}
