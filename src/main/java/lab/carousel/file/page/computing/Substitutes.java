package lab.carousel.file.page.computing;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.model.function.Activation;
import lab.carousel.model.function.Exponentials;
import lab.carousel.model.function.Logarithm;
import lab.carousel.model.function.Softplus;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * What the translated code calls in place of methods that a browser has not, or that give other digits there; see {@link
 * Translation}. Each has the parameters of the one that it stands for, after its object if that has one.
 *
 * <p>Logarithms and cosine are after Sun Microsystems' fdlibm 5.3 (1993), {@code e_log.c}, {@code s_log1p.c}, {@code
 * s_cos.c}, {@code e_rem_pio2.c}, {@code k_cos.c} and {@code k_sin.c}, which may be used, copied, modified and distributed freely.
 */
public final class Substitutes {

    private static final AtomicReference<@Nullable Speaker> SPEAKER = new AtomicReference<>();

    /** Added to a number that is not large and taken away again, it rounds it to a whole one, at halves to the even one. */
    private static final double ROUNDER = 0x1.8p52;

    private static final double LARGEST_ROUNDED = 0x1.0p51;

    private static final String WHITE_SPACE =
            "[ \\t-\\r\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";

    private Substitutes() {}

    // ---- Numbers
    // ------------------------------------------------------------------------------------------------------------

    public static double rint(double x) {
        return Math.abs(x) < LARGEST_ROUNDED ? copySign(Math.abs(x) + ROUNDER - ROUNDER, x) : x;
    }

    // The bits of a double would be a BigInt, and two fifths of the time of a training would go into those

    public static double copySign(double x, double sign) {
        return sign < 0 || 1 / sign < 0 ? -Math.abs(x) : Math.abs(x);
    }

    private static final int LEAST_POWER = -1_074;
    /** Of two, from the smallest number to the largest. */
    private static final double[] POWERS = powers();

    private static double[] powers() {
        double[] powers = new double[1_024 - LEAST_POWER];
        powers[0] = Double.MIN_VALUE;
        for (int at = 1; at < powers.length; at++) {
            powers[at] = 2 * powers[at - 1];
        }
        return powers;
    }

    /** Half of 2^n; of more than there is, any number. */
    public static double halfOfPower(double n) {
        return POWERS[Math.max(0, Math.min((int) n - 1 - LEAST_POWER, POWERS.length - 1))];
    }

    public static void scale(double[] doublings, double[] y) {
        for (int k = 0; k < doublings.length; k++) {
            y[k] *= halfOfPower(doublings[k] - ROUNDER);
        }
    }

    public static boolean scaleIfFew(double[] doublings, double[] y) {
        boolean areFew = true;
        for (int k = 0; k < doublings.length; k++) {
            double n = doublings[k] - ROUNDER;
            areFew &= Math.abs(n) <= Exponentials.MOST_DOUBLINGS;
            y[k] *= halfOfPower(n);
        }
        return areFew;
    }

    public static void joinTanh(double[] x, double[] small, double[] y, int from, int to) {
        for (int k = from; k < to; k++) {
            y[k] = copySign(Math.abs(x[k]) < Activation.SMALL ? small[k] : 1 - 2 * y[k], x[k]);
        }
    }

    public static boolean areNear(double[] x) {
        for (double value : x) {
            if (!(Math.abs(value) <= Softplus.FAR)) {
                return false;
            }
        }
        return true;
    }

    public static boolean areClear(double[] x) {
        for (double value : x) {
            if (Math.abs(value) < Softplus.NEAR) {
                return false;
            }
        }
        return true;
    }

    public static long round(double x) {
        double below = Math.floor(x);
        return (long) (x - below < 0.5 ? below : below + 1);
    }

    public static long multiplyHigh(long x, long y) {
        long low = (x & 0xFFFFFFFFL) * (y & 0xFFFFFFFFL);
        long middle = (x >> 32) * (y & 0xFFFFFFFFL) + (low >>> 32);
        long other = (x & 0xFFFFFFFFL) * (y >> 32) + (middle & 0xFFFFFFFFL);
        return (x >> 32) * (y >> 32) + (middle >> 32) + (other >> 32);
    }

    /** Of the order of two arrays. */
    public static int compare(int[] one, int[] other) {
        int at = 0;
        while (at < one.length && at < other.length && one[at] == other[at]) {
            at++;
        }
        return at < one.length && at < other.length
                ? Integer.compare(one[at], other[at])
                : Integer.compare(one.length, other.length);
    }

    /** Where nobody changes it. */
    public static <K, V> SortedMap<K, V> unmodifiableSortedMap(SortedMap<K, V> map) {
        return map;
    }

    public static <T> Stream<T> distinct(Stream<T> values) {
        Set<T> different = new LinkedHashSet<>();
        values.forEach(different::add);
        return different.stream();
    }

    public static IntStream distinct(IntStream values) {
        return distinct(values.boxed()).mapToInt(Integer::intValue);
    }

    public static double log(double x) {
        int high = high(x);
        if (!(x > 0) || high >= 0x7FF00000) {
            return x == 0 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
        }
        if (high < 0x00100000) {
            return log(x * 0x1.0p54) - 54 * Math.log(2); // no logarithm here is taken of so small a number
        }
        int carry = ((high & 0xFFFFF) + 0x95F64) & 0x100000;
        int k = (high >> 20) - 1023 + (carry >> 20);
        high &= 0xFFFFF;
        double f = withHigh(x, high | (carry ^ 0x3FF00000)) - 1.0;
        if ((0xFFFFF & (2 + high)) < 3) {
            double r = f * f * (0.5 - 0.33333333333333333 * f);
            return k == 0 ? f - r : k * Logarithm.LN2_HIGH - ((r - k * Logarithm.LN2_LOW) - f);
        }
        double s = f / (2.0 + f);
        double z = s * s;
        double w = z * z;
        double even = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
        double odd = z
                * (6.666666666666735130e-01
                        + w
                                * (2.857142874366239149e-01
                                        + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
        double r = odd + even;
        if (((high - 0x6147A) | (0x6B851 - high)) > 0) {
            double half = 0.5 * f * f;
            return k == 0
                    ? f - (half - s * (half + r))
                    : k * Logarithm.LN2_HIGH - ((half - (s * (half + r) + k * Logarithm.LN2_LOW)) - f);
        }
        return k == 0 ? f - s * (f - r) : k * Logarithm.LN2_HIGH - ((s * (f - r) - k * Logarithm.LN2_LOW) - f);
    }

    public static double log1p(double x) {
        if (!(x < 0)) {
            return Logarithm.ofOnePlus(x);
        }
        if (!(x > -1)) {
            return x == -1 ? Double.NEGATIVE_INFINITY : Double.NaN;
        }
        int high = high(x);
        int size = high & 0x7FFFFFFF;
        if (size < 0x3E200000) {
            return size < 0x3C900000 ? x : x - x * x * 0.5;
        }
        if (high <= 0xBFD2BEC3) {
            double half = 0.5 * x * x;
            double s = x / (2.0 + x);
            return x - (half - s * (half + Logarithm.series(s * s)));
        }
        double u = 1.0 + x;
        int k = (high(u) >> 20) - 1023;
        double lost = (x - (u - 1.0)) / u;
        int mantissa = high(u) & 0xFFFFF;
        boolean isLow = mantissa < 0x6A09E;
        k += isLow ? 0 : 1;
        double f = withHigh(u, mantissa | (isLow ? 0x3FF00000 : 0x3FE00000)) - 1.0;
        mantissa = isLow ? mantissa : (0x100000 - mantissa) >> 2;
        double half = 0.5 * f * f;
        if (mantissa == 0) {
            double r = half * (1.0 - 0.66666666666666666 * f);
            return f == 0
                    ? (k == 0 ? 0 : k * Logarithm.LN2_HIGH + (lost + k * Logarithm.LN2_LOW))
                    : k == 0 ? f - r : k * Logarithm.LN2_HIGH - ((r - (k * Logarithm.LN2_LOW + lost)) - f);
        }
        double s = f / (2.0 + f);
        double r = Logarithm.series(s * s);
        return k == 0
                ? f - (half - s * (half + r))
                : k * Logarithm.LN2_HIGH - ((half - (s * (half + r) + (k * Logarithm.LN2_LOW + lost))) - f);
    }

    private static final double[] HALF_PI = {
        1.57079632673412561417e+00, 6.07710050630396597660e-11, 2.02226624871116645580e-21
    };
    private static final double[] HALF_PI_LOW = {
        6.07710050650619224932e-11, 2.02226624879595063154e-21, 8.47842766036889956997e-32
    };
    private static final int[] HIGH_OF_HALF_PIS = {0x3FF921FB, 0x400921FB, 0x4012D97C, 0x401921FB};

    /** The cosine of an angle from 0 to 2 pi. */
    public static double cos(double x) {
        int high = high(x);
        if (high <= 0x3FE921FB) {
            return cosOfSmall(x, 0);
        }
        // x = quarter pi/2 + rest + lost, to more digits the closer it lies to a multiple of pi/2
        int quarter = (int) (x * 6.36619772367581382433e-01 + 0.5);
        double r = x - quarter * HALF_PI[0];
        double w = quarter * HALF_PI_LOW[0];
        double rest = r - w;
        if (quarter > 0 && high == HIGH_OF_HALF_PIS[quarter - 1]) {
            int exponent = high >> 20;
            for (int part = 1; part < 3 && exponent - ((high(rest) >> 20) & 0x7FF) > (part == 1 ? 16 : 49); part++) {
                double before = r;
                w = quarter * HALF_PI[part];
                r = before - w;
                w = quarter * HALF_PI_LOW[part] - ((before - r) - w);
                rest = r - w;
            }
        }
        double lost = (r - rest) - w;
        return switch (quarter & 3) {
            case 0 -> cosOfSmall(rest, lost);
            case 1 -> -sinOfSmall(rest, lost);
            case 2 -> -cosOfSmall(rest, lost);
            default -> sinOfSmall(rest, lost);
        };
    }

    private static double cosOfSmall(double x, double lost) {
        int high = high(x) & 0x7FFFFFFF;
        if (high < 0x3E400000) {
            return 1;
        }
        double z = x * x;
        double low = 2.48015872894767294178e-05
                + z
                        * (-2.75573143513906633035e-07
                                + z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11));
        double r = z * (4.16666666666666019037e-02 + z * (-1.38888888888741095749e-03 + z * low));
        if (high < 0x3FD33333) {
            return 1.0 - (0.5 * z - (z * r - x * lost));
        }
        double quarter = high > 0x3FE90000 ? 0.28125 : withHigh(0, high - 0x200000);
        double half = 0.5 * z - quarter;
        return (1.0 - quarter) - (half - (z * r - x * lost));
    }

    private static double sinOfSmall(double x, double lost) {
        if ((high(x) & 0x7FFFFFFF) < 0x3E400000) {
            return x;
        }
        double z = x * x;
        double v = z * x;
        double low = 2.75573137070700676789e-06 + z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10);
        double r = 8.33333333332248946124e-03 + z * (-1.98412698298579493134e-04 + z * low);
        return x - ((z * (0.5 * lost - v * r) - lost) - v * -1.66666666666666324348e-01);
    }

    /** The bits of sign, exponent and the beginning of the mantissa. */
    private static int high(double x) {
        return (int) (Double.doubleToRawLongBits(x) >> 32);
    }

    private static double withHigh(double x, int high) {
        return Double.longBitsToDouble((long) high << 32 | (Double.doubleToRawLongBits(x) & 0xFFFFFFFFL));
    }

    /** One after the other: there is one thread. */
    public static <E> Stream<E> parallelStream(Collection<E> elements) {
        return elements.stream();
    }

    // ---- Texts
    // --------------------------------------------------------------------------------------------------------------

    /** What writes words and numbers in the language that is spoken: the page's own scripts. */
    interface Writer {

        /**
         * @param language its code
         * @param values   numbers and texts
         */
        String word(String language, String key, List<Object> values);

        String number(String language, double value, int least, int most);
    }

    private record Speaker(String language, Writer writer) {}

    static void speak(String code, Writer writer) {
        SPEAKER.set(new Speaker(code, writer));
    }

    private static Speaker speaker() {
        return Objects.requireNonNull(SPEAKER.get());
    }

    public static String systemLanguage() {
        return speaker().language;
    }

    /** The writer has them; but for its marks nobody asks for those of a language. */
    public static Optional<Map<String, String>> texts(String code, String bundle) {
        String mark = "language.decimal";
        return Optional.of(Map.of(mark, speaker().writer.word(code, mark, List.of())));
    }

    public static String text(Message message, Language spoken) {
        List<Object> values = message.arguments().stream()
                .map(value -> value instanceof Message within ? text(within, spoken) : value)
                .toList();
        return message.key().isEmpty()
                ? (String) values.get(0)
                : speaker().writer.word(spoken.code(), message.key(), values);
    }

    public static String format(double value, int least, int most) {
        return speaker().writer.number(Language.current().code(), value, least, most);
    }

    /** In place of the fewest digits as files write them, the fewest digits. */
    public static String text(double value) {
        return Double.toString(value);
    }

    /** Numbers are known there by their kinds alone. */
    public static Pattern compile(String pattern) {
        return Pattern.compile(pattern.replace("\\p{N}", "\\p{Nd}\\p{Nl}\\p{No}"));
    }

    public static Pattern compile(String pattern, int flags) {
        boolean isWide = (flags & Pattern.UNICODE_CHARACTER_CLASS) != 0;
        return Pattern.compile(isWide ? wide(pattern) : pattern, flags & ~Pattern.UNICODE_CHARACTER_CLASS);
    }

    public static String[] split(String text, String pattern) {
        return text.split(pattern.startsWith("(?U)") ? wide(pattern.substring("(?U)".length())) : pattern);
    }

    /** A pattern whose white space is all that Unicode has. */
    private static String wide(String pattern) {
        return pattern.replace("\\s", WHITE_SPACE);
    }
}
