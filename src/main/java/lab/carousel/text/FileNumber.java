package lab.carousel.text;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in files: the fewest digits from which the same double is read back, and of those the nearest, as {@link
 * Double#toString} writes them from Java 19 on, on every Java version and in every locale.
 *
 * <p>The algorithm is Schubfach (Raffaello Giulietti, "The Schubfach way to render doubles", 2021), with the names of
 * the article: a double is c times 2 to the power of q, the digits sought are d times 10 to the power of k.
 */
public final class FileNumber {

    private static final int PRECISION = 53;
    private static final long C_MIN = 1L << (PRECISION - 1);
    private static final int Q_MIN = Double.MIN_EXPONENT - PRECISION + 1;
    /** Below this a subnormal number gets a second digit. */
    private static final long C_TINY = 3;

    private static final long MASK_63 = (1L << 63) - 1;
    /** Numbers from 1e-3 to 1e7 are written without an exponent. */
    private static final int MOST_ZEROS = 2;

    private static final int MOST_PLAIN_DIGITS = 7;

    private FileNumber() {}

    public static String text(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return Double.toString(value);
        }
        return (value < 0 ? "-" : "") + positive(Math.abs(value));
    }

    private static String positive(double value) {
        long bits = Double.doubleToRawLongBits(value);
        long fraction = bits & C_MIN - 1;
        int exponent = (int) (bits >>> (PRECISION - 1));
        if (exponent == 0) {
            return fraction < C_TINY ? shortest(Q_MIN, 10 * fraction, -1) : shortest(Q_MIN, fraction, 0);
        }
        long c = C_MIN | fraction;
        int q = Q_MIN + exponent - 1;
        boolean isSmallWhole = q <= 0 && q > -PRECISION && c >> -q << -q == c;
        return isSmallWhole ? written(c >> -q, 0) : shortest(q, c, 0);
    }

    private static String shortest(int q, long c, int dk) {
        int out = (int) c & 1;
        long cb = c << 2;
        boolean isEven = c != C_MIN || q == Q_MIN;
        // below a power of two doubles are twice as dense
        long cbl = cb - (isEven ? 2 : 1);
        int k = isEven ? floorLog10OfPowerOf2(q) : floorLog10OfThreeQuartersOfPowerOf2(q);
        int h = q + floorLog2OfPowerOf10(-k) + 2;
        Power power = Power.of(k);
        long g1 = power.high;
        long g0 = power.low;
        long vb = roundedToOdd(g1, g0, cb << h);
        long lower = roundedToOdd(g1, g0, cbl << h) + out;
        long upper = roundedToOdd(g1, g0, (cb + 2) << h) - out;
        long s = vb >> 2;
        if (s >= 100) {
            long tens = s / 10 * 10;
            boolean below = lower <= tens << 2;
            boolean above = (tens + 10) << 2 <= upper;
            if (below != above) {
                return written(below ? tens : tens + 10, k + dk);
            }
        }
        boolean below = lower <= s << 2;
        boolean above = (s + 1) << 2 <= upper;
        if (below != above) {
            return written(below ? s : s + 1, k + dk);
        }
        long half = vb - ((2 * s + 1) << 1);
        return written(half < 0 || (half == 0 && (s & 1) == 0) ? s : s + 1, k + dk);
    }

    /** g times cp, times 2 to the power of -127; the last bit tells whether anything was cut off. */
    private static long roundedToOdd(long g1, long g0, long cp) {
        long x1 = Math.multiplyHigh(g0, cp);
        long y0 = g1 * cp;
        long y1 = Math.multiplyHigh(g1, cp);
        long z = (y0 >>> 1) + x1;
        long w = y1 + (z >>> 63);
        return w | ((z & MASK_63) + MASK_63) >>> 63;
    }

    private static int floorLog10OfPowerOf2(int e) {
        return (int) ((e * 661_971_961_083L) >> 41);
    }

    private static int floorLog10OfThreeQuartersOfPowerOf2(int e) {
        return (int) ((e * 661_971_961_083L - 274_743_187_321L) >> 41);
    }

    private static int floorLog2OfPowerOf10(int e) {
        return (int) ((e * 913_124_641_741L) >> 38);
    }

    /** Digits times a power of ten, in Java's form. */
    private static String written(long number, int exponent) {
        String all = Long.toString(number);
        int point = all.length() + exponent;
        int end = all.length();
        while (end > 1 && all.charAt(end - 1) == '0') {
            end--;
        }
        String digits = all.substring(0, end);
        if (point > MOST_PLAIN_DIGITS || point < -MOST_ZEROS) {
            return digits.charAt(0) + "." + (end == 1 ? "0" : digits.substring(1)) + "E" + (point - 1);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        return end <= point
                ? digits + "0".repeat(point - end) + ".0"
                : digits.substring(0, point) + "." + digits.substring(point);
    }

    /** A power of ten with 126 bits, rounded up, in two halves. */
    private record Power(long high, long low) {

        private static final int K_MIN = -324;
        private static final int K_MAX = 292;
        /** Cache of the powers used, a few of the hundreds; two threads may compute the same one. */
        private static final @Nullable Power[] KNOWN = new Power[K_MAX - K_MIN + 1];

        /** Ten to the power of -k. */
        static Power of(int k) {
            Power known = KNOWN[k - K_MIN];
            if (known == null) {
                known = computed(k);
                KNOWN[k - K_MIN] = known;
            }
            return known;
        }

        private static Power computed(int k) {
            int r = floorLog2OfPowerOf10(-k) - 125;
            BigInteger ten = BigInteger.TEN.pow(Math.abs(k));
            BigInteger beta = k <= 0
                    ? (r <= 0 ? ten.shiftLeft(-r) : ten.shiftRight(r))
                    : BigInteger.ONE.shiftLeft(-r).divide(ten);
            BigInteger g = beta.add(BigInteger.ONE);
            return new Power(g.shiftRight(63).longValueExact(), g.longValue() & MASK_63);
        }
    }
}
