package descentlab.experiment;

import descentlab.message.Numerals;
import descentlab.parameter.Settings;

/** L-BFGS in NumPy and Java, which is no list of update lines: the functions that a program needs besides its loop. See Lbfgs and StrongWolfe for the sources. */
final class LbfgsCode {
    private static final String NUMPY = """
        pairs, memory = [], {}

        def lbfgs(x, loss, g, lr):
            evaluations = 1
            for k in range(1, MAX_ITER + 1):
                if np.max(np.abs(g)) <= TOLERANCE_GRAD:
                    return x
                first = not memory
                if not first:
                    s, y = memory["t"] * memory["d"], g - memory["g"]
                    if y @ s > 1e-10:
                        pairs.append((s, y))
                        del pairs[:-HISTORY]
                d, alphas = -g, []
                for s, y in reversed(pairs):
                    alphas.append((s @ d) / (y @ s))
                    d = d - alphas[-1] * y
                if pairs:
                    s, y = pairs[-1]
                    d = d * ((y @ s) / (y @ y))
                for (s, y), alpha in zip(pairs, reversed(alphas)):
                    d = d + (alpha - (y @ d) / (y @ s)) * s
                t, before, slope = lr * min(1.0, 1.0 / np.sum(np.abs(g))) if first else lr, loss, g @ d
                memory.update(d=d, g=g, t=t)
                if slope > -TOLERANCE_CHANGE:
                    return x
        MOVE
                memory["t"] = t
                if np.max(np.abs(g)) <= TOLERANCE_GRAD or evaluations >= MAX_EVAL:
                    return x
                if np.max(np.abs(t * d)) <= TOLERANCE_CHANGE or abs(loss - before) < TOLERANCE_CHANGE:
                    return x
            return x

        """;
    private static final String NUMPY_PLAIN = """
                x = x + t * d
                if k < MAX_ITER:
                    loss, g, evaluations = f(x), gradient(x), evaluations + 1
        """;
    private static final String NUMPY_SEARCH = """
                t, loss, g, tried = strong_wolfe(x, d, t, loss, g, slope)
                x, evaluations = x + t * d, evaluations + tried
        """;
    private static final String NUMPY_WOLFE = """
        def cubic_minimum(a, b, least, most):
            if a[0] > b[0]:
                a, b = b, a
            d1 = a[3] + b[3] - 3 * (a[1] - b[1]) / (a[0] - b[0])
            square = d1 * d1 - a[3] * b[3]
            if not square >= 0:
                return (least + most) / 2
            d2 = np.sqrt(square)
            return min(max(b[0] - (b[0] - a[0]) * ((b[3] + d2 - d1) / (b[3] - a[3] + 2 * d2)), least), most)

        def strong_wolfe(x, d, t, loss, g, slope):
            def at(t):
                g = gradient(x + t * d)
                return t, f(x + t * d), g, g @ d
            def too_high(trial):
                return trial[1] > loss + 1e-4 * trial[0] * slope
            def flat(trial):
                return abs(trial[3]) <= -0.9 * slope
            start = before = (0.0, loss, g, slope)
            now, tries, ends = at(t), 0, None
            while tries < 25:
                if too_high(now) or tries > 1 and now[1] >= before[1]:
                    ends = [before, now]
                    break
                if flat(now):
                    return *now[:3], tries + 1
                if now[3] >= 0:
                    ends = [before, now]
                    break
                t = cubic_minimum(before, now, now[0] + 0.01 * (now[0] - before[0]), now[0] * 10)
                before, now, tries = now, at(t), tries + 1
            if ends is None:
                low = start if start[1] <= now[1] else now
                return *low[:3], tries + 1
            evaluations, slow, done = tries + 1, False, False
            low = 0 if ends[0][1] <= ends[1][1] else 1
            while not done and tries < 25 and not abs(ends[1][0] - ends[0][0]) * np.max(np.abs(d)) < 1e-9:
                left, right = min(ends[0][0], ends[1][0]), max(ends[0][0], ends[1][0])
                t, margin = cubic_minimum(ends[low], ends[1 - low], left, right), 0.1 * (right - left)
                near = min(right - t, t - left) < margin
                pushed = near and (slow or t >= right or t <= left)
                if pushed:
                    t = right - margin if abs(t - right) < abs(t - left) else left + margin
                slow = near and not pushed
                now, tries, evaluations = at(t), tries + 1, evaluations + 1
                if too_high(now) or now[1] >= ends[low][1]:
                    ends[1 - low] = now
                    low = 0 if ends[0][1] <= ends[1][1] else 1
                else:
                    done = flat(now)
                    if not done and now[3] * (ends[1 - low][0] - ends[low][0]) >= 0:
                        ends[1 - low] = ends[low]
                    ends[low] = now
            return *ends[low][:3], evaluations

        """;
    private static final String JAVA = """
            static final java.util.List<double[][]> PAIRS = new java.util.ArrayList<>();
            static double[] direction, gradientBefore;
            static double length;

            static double dot(double[] a, double[] b) {
                double sum = 0;
                for (int i = 0; i < a.length; i++) {
                    sum += a[i] * b[i];
                }
                return sum;
            }

            /** a + t·b. */
            static double[] sum(double[] a, double t, double[] b) {
                double[] sum = a.clone();
                for (int i = 0; i < a.length; i++) {
                    sum[i] += t * b[i];
                }
                return sum;
            }

            static double largest(double[] a) {
                double largest = 0;
                for (double each : a) {
                    largest = Math.max(largest, Math.abs(each));
                }
                return largest;
            }

            static double[] lbfgs(double[] x, double loss, double[] g, double lr) {
                int evaluations = 1;
                for (int k = 1; k <= MAX_ITER; k++) {
                    if (largest(g) <= TOLERANCE_GRAD) {
                        return x;
                    }
                    double[] zero = new double[x.length];
                    boolean first = direction == null;
                    if (!first) {
                        double[] s = sum(zero, length, direction);
                        double[] y = sum(g, -1, gradientBefore);
                        if (dot(y, s) > 1e-10) {
                            PAIRS.add(new double[][] {s, y});
                            if (PAIRS.size() > HISTORY) {
                                PAIRS.remove(0);
                            }
                        }
                    }
                    double[] d = sum(zero, -1, g);
                    double[] alpha = new double[PAIRS.size()];
                    for (int p = alpha.length - 1; p >= 0; p--) {
                        double[] s = PAIRS.get(p)[0], y = PAIRS.get(p)[1];
                        alpha[p] = dot(s, d) / dot(y, s);
                        d = sum(d, -alpha[p], y);
                    }
                    if (alpha.length > 0) {
                        double[] s = PAIRS.get(alpha.length - 1)[0], y = PAIRS.get(alpha.length - 1)[1];
                        d = sum(zero, dot(y, s) / dot(y, y), d);
                    }
                    for (int p = 0; p < alpha.length; p++) {
                        double[] s = PAIRS.get(p)[0], y = PAIRS.get(p)[1];
                        d = sum(d, alpha[p] - dot(y, d) / dot(y, s), s);
                    }
                    double absolute = 0;
                    for (double each : g) {
                        absolute += Math.abs(each);
                    }
                    double t = first ? lr * Math.min(1, 1 / absolute) : lr;
                    double before = loss, slope = dot(g, d);
                    direction = d;
                    gradientBefore = g;
                    length = t;
                    if (slope > -TOLERANCE_CHANGE) {
                        return x;
                    }
        MOVE
                    length = t;
                    if (largest(g) <= TOLERANCE_GRAD || evaluations >= MAX_EVAL
                            || Math.abs(t) * largest(d) <= TOLERANCE_CHANGE || Math.abs(loss - before) < TOLERANCE_CHANGE) {
                        return x;
                    }
                }
                return x;
            }

        """;
    private static final String JAVA_PLAIN = """
                    x = sum(x, t, d);
                    if (k < MAX_ITER) {
                        loss = f(x);
                        g = gradient(x);
                        evaluations++;
                    }
        """;
    private static final String JAVA_SEARCH = """
                    tries = 0;
                    Trial found = strongWolfe(x, d, t, new Trial(0, loss, g, slope));
                    t = found.t;
                    loss = found.f;
                    g = found.g;
                    x = sum(x, t, d);
                    evaluations += tries;
        """;
    private static final String JAVA_WOLFE = """
            record Trial(double t, double f, double[] g, double slope) {
                boolean tooHigh(Trial start) {
                    return f > start.f + 1e-4 * t * start.slope;
                }

                boolean flat(Trial start) {
                    return Math.abs(slope) <= -0.9 * start.slope;
                }
            }

            static int tries;

            static Trial at(double[] x, double[] d, double t) {
                tries++;
                double[] g = gradient(sum(x, t, d));
                return new Trial(t, f(sum(x, t, d)), g, dot(g, d));
            }

            static double cubicMinimum(Trial one, Trial other, double least, double most) {
                Trial a = one.t <= other.t ? one : other, b = a == one ? other : one;
                double d1 = a.slope + b.slope - 3 * (a.f - b.f) / (a.t - b.t);
                double square = d1 * d1 - a.slope * b.slope;
                if (!(square >= 0)) {
                    return (least + most) / 2;
                }
                double d2 = Math.sqrt(square);
                return Math.min(Math.max(b.t - (b.t - a.t) * ((b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2)), least), most);
            }

            static Trial strongWolfe(double[] x, double[] d, double first, Trial start) {
                Trial before = start, now = at(x, d, first);
                Trial[] ends = null;
                while (tries <= 25 && ends == null) {
                    if (now.tooHigh(start) || tries > 2 && now.f >= before.f) {
                        ends = new Trial[] {before, now};
                    } else if (now.flat(start)) {
                        return now;
                    } else if (now.slope >= 0) {
                        ends = new Trial[] {before, now};
                    } else {
                        double t = cubicMinimum(before, now, now.t + 0.01 * (now.t - before.t), now.t * 10);
                        before = now;
                        now = at(x, d, t);
                    }
                }
                if (ends == null) {
                    return start.f <= now.f ? start : now;
                }
                boolean slow = false, done = false;
                int low = ends[0].f <= ends[1].f ? 0 : 1;
                while (!done && tries <= 25 && !(Math.abs(ends[1].t - ends[0].t) * largest(d) < 1e-9)) {
                    double left = Math.min(ends[0].t, ends[1].t), right = Math.max(ends[0].t, ends[1].t);
                    double t = cubicMinimum(ends[low], ends[1 - low], left, right), margin = 0.1 * (right - left);
                    boolean near = Math.min(right - t, t - left) < margin;
                    boolean pushed = near && (slow || t >= right || t <= left);
                    if (pushed) {
                        t = Math.abs(t - right) < Math.abs(t - left) ? right - margin : left + margin;
                    }
                    slow = near && !pushed;
                    now = at(x, d, t);
                    if (now.tooHigh(start) || now.f >= ends[low].f) {
                        ends[1 - low] = now;
                        low = ends[0].f <= ends[1].f ? 0 : 1;
                    } else {
                        done = now.flat(start);
                        if (!done && now.slope * (ends[1 - low].t - ends[low].t) >= 0) {
                            ends[1 - low] = ends[low];
                        }
                        ends[low] = now;
                    }
                }
                return ends[low];
            }

        """;

    private LbfgsCode() {
    }

    /** The function {@code lbfgs(x, loss, g, lr)}, which returns the next point, and what it calls. */
    static String functions(Settings settings, boolean java) {
        boolean searching = settings.word("line_search_fn").equals("strong_wolfe");
        String move = java ? searching ? JAVA_SEARCH : JAVA_PLAIN : searching ? NUMPY_SEARCH : NUMPY_PLAIN;
        double iterations = settings.number("max_iter");
        double evaluations = settings.given("max_eval") ? settings.number("max_eval") : Math.floor(iterations * 5 / 4);
        return (searching ? java ? JAVA_WOLFE : NUMPY_WOLFE : "") + (java ? JAVA : NUMPY)
            .replace("MOVE\n", move)
            .replace("MAX_ITER", Numerals.exact(iterations))
            .replace("MAX_EVAL", Numerals.exact(evaluations))
            .replace("TOLERANCE_GRAD", Numerals.exact(settings.number("tolerance_grad")))
            .replace("TOLERANCE_CHANGE", Numerals.exact(settings.number("tolerance_change")))
            .replace("HISTORY", Numerals.exact(settings.number("history_size")));
    }
}
