package descentlab.experiment;

import descentlab.descent.Judge;
import descentlab.descent.Terrain.Minimum;
import descentlab.descent.Trajectory;
import descentlab.descent.Verdict;
import descentlab.descent.Verdict.Chaotic;
import descentlab.descent.Verdict.Converged;
import descentlab.descent.Verdict.Converging;
import descentlab.descent.Verdict.Diverged;
import descentlab.descent.Verdict.LeftDomain;
import descentlab.descent.Verdict.Oscillating;
import descentlab.descent.Verdict.Place;
import descentlab.descent.Verdict.Span;
import descentlab.descent.Verdict.Stuck;
import descentlab.message.Messages;
import descentlab.message.Numerals;
import descentlab.objective.Objective;
import descentlab.optimizer.WeightDecay;
import descentlab.parameter.Settings;
import descentlab.parameter.Value;
import java.util.ArrayList;
import java.util.List;

/** What a run did, in words: the verdict with its reason in numbers, and the arithmetic of one step with the numbers put in. */
public class Explanation {
    /** To how much of a slope what pulls back has to be equal. */
    private static final double BALANCED = 1e-6;
    /** A step no longer than this, in units of 1 + |x|, changes nothing. */
    private static final double SWALLOWED = 1e-15;
    private static final double SETTLED = 1e-8;

    final Messages messages;
    final Experiment experiment;
    final Run run;
    final Trajectory trajectory;

    public Explanation(Messages messages, Experiment experiment, Run run, Trajectory trajectory) {
        this.messages = messages;
        this.experiment = experiment;
        this.run = run;
        this.trajectory = trajectory;
    }

    /** What names the run where there is little room: its rule where that is not plain gradient descent, its rate, and its schedule's name. */
    public String name() {
        StringBuilder name = new StringBuilder(rule()).append("η = ").append(Numerals.brief(run.lr()));
        Settings schedule = run.schedule();
        if (run.isSetByHand()) {
            for (double rate : schedule.numbers("rates")) {
                name.append(" → ").append(Numerals.brief(rate));
            }
        } else if (schedule != null) {
            name.append(", ").append(schedule.declaration().name());
        }
        return name.toString();
    }

    /** The shortest name, for the ends of lines in small pictures: "η = 0.1" or "Adam 0.5". */
    public String label() {
        boolean byHand = run.schedule() == null || run.isSetByHand();
        return rule().isEmpty() ? byHand ? name() : "η = " + Numerals.brief(run.lr()) : run.optimizer().declaration().name() + " " + Numerals.brief(run.lr());
    }

    /** "Adam ", "SGD(momentum=0.9) ", or nothing. */
    private String rule() {
        Run constant = run.withoutSchedule().withClipping(null);
        if (constant.isPlain()) {
            return "";
        }
        Value standard = run.optimizer().declaration().parameter("lr").standard();
        String call = run.optimizer().with("lr", standard).text();
        return (call.endsWith("()") ? call.substring(0, call.length() - 2) : call) + " ";
    }

    /**
     * @param minima of the function in view; may be empty
     * @return the verdict in one or two sentences, plain words first
     */
    public String verdict(Verdict verdict, List<Minimum> minima) {
        String direction = uphill() ? messages.text("verdict.uphill") + " " : "";
        return direction + sentence(verdict) + limit(verdict, minima) + clipping();
    }

    /** In how many steps clipping acted, wherever it did; a run that it kept from diverging must not look as if it had come so by itself. */
    private String clipping() {
        int count = 0;
        int first = -1;
        for (int t = 0; t < trajectory.steps(); t++) {
            if (trajectory.clipped()[t]) {
                first = count++ == 0 ? t : first;
            }
        }
        String steps = Numerals.count(trajectory.steps());
        return run.clipping() == null ? "" : " " + (count == 0 ? messages.text("clipping.none", run.clipping().text())
                : messages.text("clipping.acted", run.clipping().text(), Numerals.count(count), steps, Numerals.count(first)));
    }

    /** The verdict in a few words, for a list: "converged in 15 steps". */
    public String outcome(Verdict verdict) {
        if (verdict instanceof Converged converged) {
            return messages.text(converged.step() == 1 ? "outcome.converged.one" : "outcome.converged", Numerals.count(converged.step()));
        } else if (verdict instanceof Converging converging) {
            return messages.text("outcome." + manner(converging), Numerals.count(converging.step()));
        } else if (verdict instanceof Oscillating oscillating) {
            return oscillating.period() == 0 ? messages.text("outcome.oscillating.long")
                    : messages.text("outcome.oscillating", Numerals.count(oscillating.period()), Numerals.brief(oscillating.amplitude()));
        } else if (verdict instanceof Diverged diverged) {
            return messages.text("outcome.diverged", Numerals.brief(diverged.growth()));
        } else if (verdict instanceof Stuck stuck) {
            return messages.text(isPulledBack(stuck) ? "outcome.unmoved" : switch (stuck.place()) {
                case PLATEAU -> isSaddle(stuck.point()) ? "outcome.saddle" : "outcome.plateau";
                case TOP -> "outcome.top";
                case KINK -> isHopping(stuck) ? "outcome.kink" : "outcome.kink.ahead";
                case UNMOVED -> "outcome.unmoved";
            });
        }
        return verdict instanceof LeftDomain left ? messages.text("outcome.domain", Numerals.count(left.step())) : messages.text("outcome.chaotic");
    }

    private boolean uphill() {
        return run.lr() < 0 && !run.optimizer().flag("maximize");
    }

    String sentence(Verdict verdict) {
        if (verdict instanceof Converged converged) {
            return converged(converged);
        } else if (verdict instanceof Converging converging) {
            return converging(converging);
        } else if (verdict instanceof Oscillating oscillating) {
            return oscillating(oscillating);
        } else if (verdict instanceof Chaotic chaotic) {
            return text("verdict.chaotic", end(chaotic.span(), chaotic.span().low()), end(chaotic.span(), chaotic.span().high()),
                    Numerals.brief(chaotic.apart()), Numerals.count(chaotic.steps()));
        } else if (verdict instanceof Diverged diverged) {
            return diverged(diverged);
        } else if (verdict instanceof Stuck stuck) {
            return stuck(stuck);
        }
        LeftDomain left = (LeftDomain) verdict;
        String point = point(left.point());
        return left.step() == 0 ? messages.text("verdict.start", point) : text("verdict.domain", Numerals.count(left.step()), point);
    }

    private String converged(Converged verdict) {
        boolean flat = isFlat(verdict);
        if (!flat && run.lr() == 0) {
            return text("verdict.zero", point(verdict.point()));
        }
        String key = !flat ? "verdict.converged.still" : verdict.step() == 0 ? "verdict.converged.start" : verdict.step() == 1 ? "verdict.converged.one"
                : "verdict.converged";
        String ringing = verdict.ringing() && verdict.step() > 2 ? " " + messages.text("verdict.ringing") : "";
        String steep = Numerals.brief(flat ? experiment.tolerance() : steepest(verdict.point())[1]);
        return text(key, point(verdict.point()), Numerals.fine(verdict.loss()), Numerals.count(verdict.step()), steep) + ringing;
    }

    /** Whether the slope is as small as the tolerance where it has come to; else it only does not move any more. */
    boolean isFlat(Converged verdict) {
        return Math.abs(steepest(verdict.point())[1]) <= experiment.tolerance();
    }

    private String converging(Converging verdict) {
        String now = point(trajectory, trajectory.steps());
        String steps = Numerals.count(trajectory.steps());
        if (verdict.step() < 0) {
            return text("verdict." + manner(verdict), now, steps, Numerals.count(Judge.HORIZON));
        }
        String ringing = verdict.ringing() ? " " + messages.text("verdict.ringing") : "";
        return text("verdict." + manner(verdict), now, steps, point(verdict.point()), Numerals.count(verdict.step())) + ringing;
    }

    /** How a run is on its way, as the end of its messages' keys; open where the horizon does not show the end. */
    private static String manner(Converging verdict) {
        if (verdict.step() < 0) {
            return verdict.ringing() ? "ringing.open" : "crawling.open";
        }
        return verdict.slow() && !verdict.ringing() ? "crawling" : "converging";
    }

    private String oscillating(Oscillating verdict) {
        String low = end(verdict.span(), verdict.span().low());
        String high = end(verdict.span(), verdict.span().high());
        String amplitude = Numerals.brief(verdict.amplitude());
        return verdict.period() > 0 ? text("verdict.oscillating", Numerals.count(verdict.period()), low, high, amplitude)
                : text("verdict.oscillating.long", low, high, amplitude);
    }

    /** "x = 2", an end of the span. */
    String end(Span span, double value) {
        return (span.coordinate() == 0 ? "x = " : "y = ") + Numerals.fine(value);
    }

    private String diverged(Diverged verdict) {
        String last = point(verdict.point());
        String at = Numerals.count(verdict.last());
        String downhill = verdict.downhill() ? " " + messages.text("verdict.downhill") : "";
        if (verdict.firstBad() >= 0 && verdict.firstBad() <= trajectory.steps()) {
            String singular = dividesByZero(verdict.point()) ? " " + messages.text("verdict.singular") : "";
            return text("verdict.diverged", Numerals.count(verdict.firstBad()), last, at) + downhill + singular;
        }
        String growth = Numerals.brief(verdict.growth());
        return (verdict.firstBad() < 0 ? text("verdict.diverging", last, at, growth)
                : text("verdict.diverging.until", last, at, growth, Numerals.count(verdict.firstBad()))) + downhill;
    }

    /** Whether Newton's step has no value at a point, since the Hessian there has no inverse. */
    private boolean dividesByZero(double[] point) {
        if (!run.optimizer().declaration().name().equals("Newton")) {
            return false;
        }
        return determinant(point, run.optimizer().number("damping")) == 0;
    }

    /** That of the Hessian with this added to its diagonal; NaN for more than two coordinates, whose Hessian would be as many numbers as their square. */
    private double determinant(double[] point, double added) {
        int n = point.length;
        if (n > 2) {
            return Double.NaN;
        }
        double[][] hessian = new double[n * n][1];
        experiment.function().hessian(Objective.lane(point), hessian, 1);
        double first = hessian[0][0] + added;
        return n == 1 ? first : first * (hessian[3][0] + added) - hessian[1][0] * hessian[2][0];
    }

    private String stuck(Stuck verdict) {
        String point = point(verdict.point());
        if (verdict.place() == Place.KINK) {
            int last = trajectory.steps();
            return isHopping(verdict) ? text("verdict.kink", point) : text("verdict.kink.ahead", point, point(trajectory, last), Numerals.count(last));
        }
        if (verdict.place() == Place.PLATEAU && isSaddle(verdict.point())) {
            String key = verdict.step() > trajectory.steps() ? "verdict.saddle.ahead" : "verdict.saddle";
            return text(key, point(settled(verdict.point())), point(trajectory, trajectory.steps()), Numerals.count(trajectory.steps()));
        }
        String key = switch (verdict.place()) {
            case TOP -> "top";
            case PLATEAU -> isPulledBack(verdict) ? "decay" : "plateau";
            default -> isPulledBack(verdict) ? "decay" : standstill(verdict);
        };
        return text("verdict." + key, point, Numerals.brief(steepest(verdict.point())[1]));
    }

    /** A point that is approached for ever, where it is approached: coordinates that are nearly 0 are 0. */
    private static double[] settled(double[] point) {
        double[] settled = point.clone();
        for (int i = 0; i < settled.length; i++) {
            settled[i] = Math.abs(settled[i]) < SETTLED ? 0 : settled[i];
        }
        return settled;
    }

    /** Whether the run's last step goes over the kink that it will be stuck at. */
    private boolean isHopping(Stuck verdict) {
        double[] x = trajectory.x()[0];
        int last = trajectory.steps();
        return last > 0 && (x[last] - verdict.point()[0]) * (x[last - 1] - verdict.point()[0]) <= 0;
    }

    /** Whether the function bends up along one direction and down along another. */
    private boolean isSaddle(double[] point) {
        return point.length == 2 && determinant(point, 0) < 0;
    }

    /** Why a run stands still on a slope: the end of its message's key. */
    private String standstill(Stuck verdict) {
        double[] steepest = steepest(verdict.point());
        boolean swallowed = Math.abs(run.lr() * steepest[1]) <= SWALLOWED * (1 + Math.abs(steepest[0]));
        return run.lr() == 0 ? "zero" : swallowed ? "unmoved" : run.schedule() != null ? "faded" : "idle";
    }

    /** Whether it rests on a slope, and weight decay λ is what holds it there: λ·xᵢ is as large as ∂f/∂xᵢ. */
    private boolean isPulledBack(Stuck verdict) {
        double[] steepest = steepest(verdict.point());
        double slope = Math.abs(steepest[1]);
        double pull = Math.abs(WeightDecay.of(run.optimizer()) * steepest[0]);
        return slope > experiment.tolerance() && Math.abs(slope - pull) <= BALANCED * slope;
    }

    /** The coordinate of a point along which f is steepest, and the partial derivative along it. */
    private double[] steepest(double[] point) {
        double[][] slopes = new double[point.length][1];
        experiment.function().gradient(Objective.lane(point), new double[1], slopes, 1);
        int steepest = 0;
        for (int i = 0; i < slopes.length; i++) {
            steepest = Math.abs(slopes[i][0]) > Math.abs(slopes[steepest][0]) ? i : steepest;
        }
        return new double[] {point[steepest], slopes[steepest][0]};
    }

    /** How the rate stands to 2/f″ at the minimum nearest to where the run ended up; said of gradient descent and its heavy-ball momentum, of which it is true. */
    String limit(Verdict verdict, List<Minimum> minima) {
        double momentum = heavyBall();
        if (!isLimited(verdict) || momentum < 0 || uphill()) {
            return "";
        }
        Minimum nearest = null;
        double[] place = place(verdict);
        for (Minimum minimum : minima) {
            boolean real = minimum.curvature() > 0 && minimum.limit() < Double.POSITIVE_INFINITY && (minimum.isStrict() || !experiment.isMap());
            if (real && (nearest == null || minimum.distance(place) < nearest.distance(place))) {
                nearest = minimum;
            }
        }
        if (nearest == null) {
            return "";
        }
        double limit = nearest.limit() * (1 + momentum);
        String key = run.lr() > limit * (1 + 1e-9) ? "above" : run.lr() < limit * (1 - 1e-9) ? "below" : "at";
        double percent = 100 * run.lr() / limit;
        String share = Numerals.brief(percent < 1 ? percent : Math.floor(10 * percent + 0.5) / 10);
        String formula = (momentum == 0 ? "2/" : "2(1 + μ)/") + (trajectory.dimension() > 1 ? "λmax" : "f″");
        return " " + messages.text(limits(nearest) + key, Numerals.brief(limit), point(nearest.point()), share, formula);
    }

    /** Whether it tells of a run that the limit holds for. */
    boolean isLimited(Verdict verdict) {
        return verdict instanceof Converged || verdict instanceof Converging || verdict instanceof Oscillating || verdict instanceof Diverged
                || verdict instanceof Chaotic;
    }

    /** How the keys of the sentences on the limit at a minimum begin. */
    String limits(Minimum minimum) {
        return "limit.";
    }

    /** The momentum of plain gradient descent (0) or heavy-ball momentum, whose limits are 2(1 + μ)/f″ (Polyak, 1964); −1 for other rules. */
    private double heavyBall() {
        double momentum = run.optimizer().declaration().name().equals("SGD") ? run.optimizer().number("momentum") : -1;
        boolean heavyBall = momentum >= 0 && momentum < 1;
        return heavyBall && run.withOptimizer(run.optimizer().with("momentum", new Value.Number(0))).isPlain() ? momentum : -1;
    }

    /** Where the run ended up, or its start. */
    private double[] place(Verdict verdict) {
        return verdict instanceof Converged converged ? converged.point()
                : verdict instanceof Converging converging ? converging.point()
                : verdict instanceof Oscillating oscillating ? around(oscillating.span())
                : verdict instanceof Chaotic chaotic ? around(chaotic.span()) : trajectory.point(0);
    }

    /** The middle of the values of x between which a run goes to and fro; in the plane, where these are not all, the last point. */
    private double[] around(Span span) {
        return trajectory.dimension() > 1 ? trajectory.point(trajectory.steps()) : new double[] {(span.low() + span.high()) / 2};
    }

    /** The step from state t to t + 1 with its numbers, a line for each coordinate: x₃ = x₂ − η·f′(x₂) = 1.6 − 0.1 · (−0.8) = 1.68. */
    public List<String> arithmetic(int t) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < trajectory.dimension(); i++) {
            double from = trajectory.x()[i][t];
            if (from - from == 0) {
                lines.add(arithmetic(t, i));
            }
        }
        return lines;
    }

    private String arithmetic(int t, int i) {
        double from = trajectory.x()[i][t];
        double to = trajectory.x()[i][t + 1];
        String letter = i == 0 ? "x" : "y";
        String next = letter + Numerals.lowered(t + 1);
        String here = letter + Numerals.lowered(t);
        if (!run.withoutSchedule().isPlain()) {
            return next + " = " + here + " + Δ" + letter + " = " + Numerals.fine(from) + signed(to - from) + " = " + Numerals.fine(to);
        }
        String slope = experiment.isMap() ? "∂f/∂" + letter : "f′(" + here + ")";
        return next + " = " + here + " − η·" + slope + " = " + Numerals.fine(from) + " − " + bracketed(trajectory.rate()[t]) + " · "
                + bracketed(trajectory.gradient()[i][t]) + " = " + Numerals.fine(to);
    }

    private static String signed(double value) {
        return value < 0 ? " − " + Numerals.fine(-value) : " + " + Numerals.fine(value);
    }

    private static String bracketed(double value) {
        return value < 0 ? "(" + Numerals.fine(value) + ")" : Numerals.fine(value);
    }

    String text(String key, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = name();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return messages.text(key, all);
    }

    private String point(Trajectory trajectory, int t) {
        return point(trajectory.point(t));
    }

    /** "x = 2" or "(x, y) = (1, 2)". */
    public String point(double[] point) {
        return point.length == 1 ? "x = " + Numerals.fine(point[0]) : "(x, y) = (" + Numerals.fine(point[0]) + ", " + Numerals.fine(point[1]) + ")";
    }
}
