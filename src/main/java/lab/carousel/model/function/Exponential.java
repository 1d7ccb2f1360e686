package lab.carousel.model.function;

/**
 * e^x from additions, multiplications and one division, which IEEE 754 fixes to the last bit: the same number on every
 * machine and Java version, unlike {@link Math#exp}, and several times faster than {@link StrictMath#exp}. After Moshier,
 * Cephes Mathematical Library 2.8 (2000), {@code exp.c}: e^x = 2^n e^r with |r| at most ln 2 / 2, and e^r by a rational
 * function. The error is below 1 unit in the last place.
 */
public final class Exponential {

    private static final double LOG2_E = 1.4426950408889634073599;
    /** ln 2 in two parts; the first has so few digits that n times it is exact. */
    private static final double LN2_HIGH = 6.93145751953125E-1;

    private static final double LN2_LOW = 1.42860682030941723212E-6;
    /** Beyond these the result is infinite, or below 3.4e-308 and taken as 0. */
    private static final double LARGEST = 709.78;

    private static final double SMALLEST = -708;
    /** The exponent that stands for half of 1 in a double. */
    static final int HALF_BIAS = 1022;

    static final int MANTISSA_BITS = 52;

    private Exponential() {}

    /** e^x; NaN for NaN. */
    public static double of(double x) {
        if (!(x <= LARGEST)) {
            return x > LARGEST ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        if (x < SMALLEST) {
            return 0;
        }
        double n = doublings(x);
        return twice(rest(x, n)) * halfOfPower(n);
    }

    /** Half of 2^n. */
    private static double halfOfPower(double n) {
        return Double.longBitsToDouble(((long) n + HALF_BIAS) << MANTISSA_BITS);
    }

    /** The n of which e^x is 2^n e^r. */
    static double doublings(double x) {
        return Math.rint(LOG2_E * x);
    }

    /** The r of which e^x is 2^n e^r. */
    static double rest(double x, double n) {
        return x - n * LN2_HIGH - n * LN2_LOW;
    }

    /** Twice e^r. Times half of 2^n it is e^x; half, because 2^1024 is no double although 0.9 times that is one. */
    static double twice(double r) {
        double square = r * r;
        double p = r * ((1.26177193074810590878E-4 * square + 3.02994407707441961300E-2) * square + 1);
        double q =
                ((3.00198505138664455042E-6 * square + 2.52448340349684104192E-3) * square + 2.27265548208155028766E-1)
                                * square
                        + 2;
        double power = 1 + 2 * (p / (q - p));
        return 2 * power;
    }
}
