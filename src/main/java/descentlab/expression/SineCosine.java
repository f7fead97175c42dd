package descentlab.expression;

/**
 * Sine and cosine of one argument together, for lanes: no branch but for huge arguments, within 1 unit in the last place, and the same bits on every
 * platform, which Math.sin does not promise. The argument is brought to |r| ≤ π/4 by Cody and Waite's subtraction of a multiple of π/2 in three
 * parts, or of five beyond {@link #NEAR}, where r has a tail; on r stand two polynomials, minimax by Remez's algorithm. Beyond {@link #LARGEST}, Math
 * does it. {@link Elementals} writes the same, operation by operation, as WebAssembly.
 * TeaVM 0.15 writes a + (b + c) as a + b + c in JavaScript, which rounds differently: in these formulas no sum or difference is added from the right.
 * Source: Muller, Elementary Functions, 3rd ed., 2016, sections 3.2 and 11.2.
 */
final class SineCosine {
    /** Of arguments up to this the multiples of π/2 times the first two parts are exact: those have 37 bits, which leaves 16 for the multiple. */
    static final double NEAR = 1e5;
    /** Of arguments up to this the multiples times the first four of five parts are: those have 22 bits, which leaves 31. */
    static final double LARGEST = 0x1p30;
    static final double TWO_OVER_PI = 0.6366197723675814;
    static final double HALF_PI_1 = 0x1.921fb5444p+0;
    static final double HALF_PI_2 = 0x1.68c234c4cp-39;
    static final double HALF_PI_3 = 0x1.98a2e03707345p-77;
    static final double FAR_1 = 0x1.921fb0p+0;
    static final double FAR_2 = 0x1.5110b0p-22;
    static final double FAR_3 = 0x1.184698p-44;
    static final double FAR_4 = 0x1.319880p-69;
    static final double FAR_5 = 0x1.1701b839a2520p-88;
    /** Added and subtracted again, it rounds to a whole number, whose last bits are those of the sum. */
    static final double ROUNDER = 0x1.8p52;
    /** sin r = r − r³·(S0 + S1·r² + …) */
    static final double S0 = 0.16666666666666632;
    static final double S1 = -0.008333333333322486;
    static final double S2 = 0.00019841269829853146;
    static final double S3 = -2.755731370490313e-06;
    static final double S4 = 2.5050759851903413e-08;
    static final double S5 = -1.589688368257983e-10;
    /** cos r = 1 − r²/2 + r⁴·(C0 + C1·r² + …) */
    static final double C0 = 0.0416666666666666;
    static final double C1 = -0.001388888888887447;
    static final double C2 = 2.4801587289666878e-05;
    static final double C3 = -2.75573143992479e-07;
    static final double C4 = 2.0875728990304837e-09;
    static final double C5 = -1.1359917044871437e-11;

    private SineCosine() {
    }

    /** Either result may take the place of x. */
    static void of(double[] sines, double[] cosines, double[] x, int n) {
        for (int l = 0; l < n; l++) {
            double a = x[l];
            if (Math.abs(a) > LARGEST) {
                sines[l] = Math.sin(a);
                cosines[l] = Math.cos(a);
                continue;
            }
            double multiple = a * TWO_OVER_PI + ROUNDER - ROUNDER;
            boolean near = Math.abs(a) <= NEAR;
            double rest = near ? a : a - multiple * FAR_1 - multiple * FAR_2;
            double first = multiple * (near ? HALF_PI_1 : FAR_3);
            double head = rest - first;
            double second = multiple * (near ? HALF_PI_2 : FAR_4);
            double r = head - second;
            double less = second - (head - r) + multiple * (near ? HALF_PI_3 : FAR_5) - (rest - head - first);
            double r2 = r * r;
            double r4 = r2 * r2;
            double sine = r - (less + r2 * r * (S0 + r2 * S1 + r4 * (S2 + r2 * S3 + r4 * (S4 + r2 * S5))));
            double half = 0.5 * r2;
            double cosine = 1 - (half - (r4 * (C0 + r2 * C1 + r4 * (C2 + r2 * C3 + r4 * (C4 + r2 * C5))) + r * less));
            int quadrant = (int) multiple;
            boolean odd = (quadrant & 1) != 0;
            double s = odd ? cosine : sine;
            double c = odd ? sine : cosine;
            sines[l] = (quadrant & 2) == 0 ? s : -s;
            cosines[l] = (quadrant + 1 & 2) == 0 ? c : -c;
        }
    }
}
