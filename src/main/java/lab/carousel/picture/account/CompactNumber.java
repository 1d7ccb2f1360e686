package lab.carousel.picture.account;

import java.util.Locale;

/** Numbers in a diagram: three decimals, and fewer before larger numbers, so that each fits into its place. */
final class CompactNumber {

    private static final int DECIMALS = 3;
    private static final double TOO_LARGE = 99_999;

    private CompactNumber() {}

    static String of(double value) {
        double size = Math.abs(value);
        if (size >= TOO_LARGE && Double.isFinite(value)) {
            return (value < 0 ? "−" : "") + String.format(Locale.ROOT, "%.0e", size);
        }
        int decimals = DECIMALS;
        for (double limit = 9.9995; size >= limit && decimals > 0; limit *= 10) {
            decimals--;
        }
        return decimals > 0 ? new Digits(decimals).text(value) : (value < 0 ? "−" : "") + Math.round(size);
    }
}
