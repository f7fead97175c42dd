package descentlab.optimizer;

/**
 * The line search that torch.optim.LBFGS calls strong_wolfe: first it brackets a step length t with f(t) ≤ f(0) + c₁·t·f′(0) and |f′(t)| ≤ c₂·|f′(0)|,
 * then it narrows the bracket by cubic interpolation.
 * Source: conventions of PyTorch; Nocedal and Wright, Numerical Optimization, 2006, algorithms 3.5 and 3.6, and equation 3.59.
 */
final class StrongWolfe {
    private static final double C1 = 1e-4;
    private static final double C2 = 0.9;
    private static final double NARROW = 1e-9;
    private static final int MOST = 25;

    /** A point tried: its step length, loss, gradient, and slope along the line. */
    private record Trial(double t, double f, double[] g, double slope) {
    }

    private final Line line;
    private final Trial start;
    private Trial low;
    private Trial high;
    private Trial found;
    /** Whether low stands in the bracket's first place; it decides which of two equal losses is the low one. */
    private boolean lowFirst;
    private int tries;

    StrongWolfe(Line line, double loss, double[] gradient, double slope) {
        this.line = line;
        start = new Trial(0, loss, gradient, slope);
    }

    double loss() {
        return found.f;
    }

    double[] gradient() {
        return found.g;
    }

    /** @param first the step length tried first */
    double length(double first) {
        bracket(at(first));
        if (found == null) {
            narrow();
        }
        return found.t;
    }

    private Trial at(double t) {
        double f = line.evaluate(t);
        double[] g = line.gradient();
        return new Trial(t, f, g, Line.dot(g, line.direction()));
    }

    private boolean isTooHigh(Trial trial) {
        return trial.f > start.f + C1 * trial.t * start.slope;
    }

    private boolean isFlat(Trial trial) {
        return Math.abs(trial.slope) <= -C2 * start.slope;
    }

    private void bracket(Trial first) {
        Trial before = start;
        Trial now = first;
        while (tries < MOST) {
            if (isTooHigh(now) || tries > 1 && now.f >= before.f) {
                order(before, now);
                return;
            }
            if (isFlat(now)) {
                found = now;
                return;
            }
            if (now.slope >= 0) {
                order(before, now);
                return;
            }
            double t = minimum(before, now, now.t + 0.01 * (now.t - before.t), now.t * 10);
            before = now;
            now = at(t);
            tries++;
        }
        order(start, now);
        found = low;
    }

    private void order(Trial first, Trial second) {
        lowFirst = first.f <= second.f;
        low = lowFirst ? first : second;
        high = lowFirst ? second : first;
    }

    private void narrow() {
        boolean slow = false;
        boolean done = false;
        while (!done && tries < MOST && !(Math.abs(high.t - low.t) * Line.largest(line.direction()) < NARROW)) {
            double left = Math.min(low.t, high.t);
            double right = Math.max(low.t, high.t);
            double t = minimum(low, high, left, right);
            double margin = 0.1 * (right - left);
            boolean near = Math.min(right - t, t - left) < margin;
            boolean pushed = near && (slow || t >= right || t <= left);
            if (pushed) {
                t = Math.abs(t - right) < Math.abs(t - left) ? right - margin : left + margin;
            }
            slow = near && !pushed;
            done = take(at(t));
            tries++;
        }
        found = low;
    }

    /** Puts a trial inside the bracket in the place of one of its ends; says whether it satisfies the conditions. */
    private boolean take(Trial trial) {
        if (isTooHigh(trial) || trial.f >= low.f) {
            order(lowFirst ? low : trial, lowFirst ? trial : low);
            return false;
        }
        boolean done = isFlat(trial);
        if (!done && trial.slope * (high.t - low.t) >= 0) {
            high = low;
        }
        low = trial;
        return done;
    }

    /** Where the cubic through two trials has its minimum, within bounds. */
    private static double minimum(Trial one, Trial other, double least, double most) {
        Trial a = one.t <= other.t ? one : other;
        Trial b = a == one ? other : one;
        double d1 = a.slope + b.slope - 3 * (a.f - b.f) / (a.t - b.t);
        double square = d1 * d1 - a.slope * b.slope;
        if (!(square >= 0)) {
            return (least + most) / 2;
        }
        double d2 = Math.sqrt(square);
        return Math.min(Math.max(b.t - (b.t - a.t) * ((b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2)), least), most);
    }
}
