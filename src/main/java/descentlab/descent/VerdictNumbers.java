package descentlab.descent;

import descentlab.descent.Verdict.Chaotic;
import descentlab.descent.Verdict.Converged;
import descentlab.descent.Verdict.Converging;
import descentlab.descent.Verdict.Diverged;
import descentlab.descent.Verdict.Learning;
import descentlab.descent.Verdict.LeftDomain;
import descentlab.descent.Verdict.Oscillating;
import descentlab.descent.Verdict.Place;
import descentlab.descent.Verdict.Span;
import descentlab.descent.Verdict.Stuck;
import descentlab.descent.Verdict.Trend;
import java.util.Arrays;

/** A verdict as numbers one after the other, to be sent from where it was found: which kind, what it says, and last its point. */
public final class VerdictNumbers {
    private VerdictNumbers() {
    }

    public static double[] of(Verdict verdict) {
        if (verdict instanceof Converged rest) {
            return with(rest.point(), 0, rest.step(), rest.loss(), number(rest.ringing()));
        } else if (verdict instanceof Converging way) {
            return with(way.point(), 1, way.step(), number(way.slow()), number(way.ringing()));
        } else if (verdict instanceof Oscillating cycle) {
            return new double[] {2, cycle.period(), cycle.span().coordinate(), cycle.span().low(), cycle.span().high()};
        } else if (verdict instanceof Chaotic chaos) {
            return new double[] {3, chaos.span().coordinate(), chaos.span().low(), chaos.span().high(), chaos.apart(), chaos.steps()};
        } else if (verdict instanceof Diverged gone) {
            return with(gone.point(), 4, gone.firstBad(), gone.last(), gone.growth(), number(gone.downhill()));
        } else if (verdict instanceof Stuck stuck) {
            return with(stuck.point(), 5, stuck.step(), stuck.place().ordinal());
        } else if (verdict instanceof Learning course) {
            return new double[] {6, course.first(), course.last(), course.rising(), course.trend().ordinal()};
        }
        LeftDomain left = (LeftDomain) verdict;
        return with(left.point(), 7, left.step());
    }

    private static double number(boolean flag) {
        return flag ? 1 : 0;
    }

    private static double[] with(double[] point, double... numbers) {
        double[] both = Arrays.copyOf(numbers, numbers.length + point.length);
        System.arraycopy(point, 0, both, numbers.length, point.length);
        return both;
    }

    /** The verdict that {@link #of} wrote. */
    public static Verdict verdict(double[] n) {
        return switch ((int) n[0]) {
            case 0 -> new Converged((int) n[1], from(n, 4), n[2], n[3] > 0);
            case 1 -> new Converging((int) n[1], from(n, 4), n[2] > 0, n[3] > 0);
            case 2 -> new Oscillating((int) n[1], new Span((int) n[2], n[3], n[4]));
            case 3 -> new Chaotic(new Span((int) n[1], n[2], n[3]), n[4], (int) n[5]);
            case 4 -> new Diverged((int) n[1], (int) n[2], from(n, 5), n[3], n[4] > 0);
            case 5 -> new Stuck((int) n[1], from(n, 3), Place.values()[(int) n[2]]);
            case 6 -> new Learning(n[1], n[2], n[3], Trend.values()[(int) n[4]]);
            default -> new LeftDomain((int) n[1], from(n, 2));
        };
    }

    private static double[] from(double[] numbers, int at) {
        return Arrays.copyOfRange(numbers, at, numbers.length);
    }
}
