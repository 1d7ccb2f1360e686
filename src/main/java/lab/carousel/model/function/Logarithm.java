package lab.carousel.model.function;

/**
 * ln(1 + x) from additions, multiplications and divisions, which IEEE 754 fixes to the last bit: the same number as {@link
 * StrictMath#log1p}, which Java 17 calls outside the virtual machine, but several times faster. After Sun Microsystems'
 * fdlibm 5.3 (1993), {@code s_log1p.c}, which may be used, copied, modified and distributed freely.
 */
public final class Logarithm {

    /** ln 2 in two parts; the first has so few digits that a whole multiple of it is exact. */
    public static final double LN2_HIGH = 6.93147180369123816490e-01;

    public static final double LN2_LOW = 1.90821492927058770002e-10;
    private static final double P1 = 6.666666666666735130e-01;
    private static final double P2 = 3.999999999940941908e-01;
    private static final double P3 = 2.857142874366239149e-01;
    private static final double P4 = 2.222219843214978396e-01;
    private static final double P5 = 1.818357216161805012e-01;
    private static final double P6 = 1.531383769920937332e-01;
    private static final double P7 = 1.479819860511658591e-01;

    /** Bits of the high half of a double, as in the original. */
    static final int SQRT2_MINUS_1 = 0x3FDA827A;

    private static final int TINY = 0x3C900000;
    private static final int SMALL = 0x3E200000;
    private static final int INFINITE = 0x7FF00000;
    private static final int ONE_LOST = 0x43400000;
    private static final int MANTISSA = 0x000FFFFF;
    private static final int ONE = 0x3FF00000;
    private static final int HALF = 0x3FE00000;
    private static final int SQRT2_MANTISSA = 0x6A09E;

    private Logarithm() {}

    /** ln(1 + x) for x of 0 or more; NaN for NaN. */
    public static double ofOnePlus(double x) {
        int high = high(x);
        if (high >= INFINITE || high < TINY) {
            return x;
        }
        if (high < SMALL) {
            return x - x * x * 0.5;
        }
        if (high < SQRT2_MINUS_1) {
            double s = x / (2.0 + x);
            double half = 0.5 * x * x;
            return x - (half - s * (half + series(s * s)));
        }
        return ofLarge(x, high);
    }

    /** ln(1 + x) = k ln 2 + ln(1 + f), where 1 + x = 2^k (1 + f) and 1 + f lies between the roots of 1/2 and 2. */
    private static double ofLarge(double x, int high) {
        double u = high < ONE_LOST ? 1.0 + x : x;
        int mantissa = high(u);
        int k = (mantissa >> 20) - 1023;
        double lost = high < ONE_LOST ? (k > 0 ? 1.0 - (u - x) : x - (u - 1.0)) / u : 0;
        mantissa &= MANTISSA;
        double f;
        if (mantissa < SQRT2_MANTISSA) {
            f = withHigh(u, mantissa | ONE) - 1.0;
        } else {
            k++;
            f = withHigh(u, mantissa | HALF) - 1.0;
            mantissa = (0x00100000 - mantissa) >> 2;
        }
        double half = 0.5 * f * f;
        if (mantissa == 0) {
            if (f == 0) {
                return k * LN2_HIGH + (lost + k * LN2_LOW);
            }
            double r = half * (1.0 - 0.66666666666666666 * f);
            return k * LN2_HIGH - ((r - (k * LN2_LOW + lost)) - f);
        }
        double s = f / (2.0 + f);
        return k * LN2_HIGH - ((half - (s * (half + series(s * s)) + (k * LN2_LOW + lost))) - f);
    }

    /** What the logarithm of (1 + s) / (1 - s) has besides 2 s, divided by s; z = s^2. */
    public static double series(double z) {
        return z * (P1 + z * (P2 + z * (P3 + z * (P4 + z * (P5 + z * (P6 + z * P7))))));
    }

    private static int high(double x) {
        return (int) (Double.doubleToRawLongBits(x) >> 32);
    }

    private static double withHigh(double x, int high) {
        return Double.longBitsToDouble((long) high << 32 | (Double.doubleToRawLongBits(x) & 0xFFFFFFFFL));
    }
}
