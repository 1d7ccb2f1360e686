package lab.carousel.model.verdict;

import java.util.Arrays;
import lab.carousel.model.function.Activation;

/** Upper bounds of losses ln(1 + exp(-d)) that take no exponential, and of the d that have a loss. */
final class LossBound {

    private static final int PER_UNIT = 16;
    private static final int LARGEST = 40;
    /** Far more than what rounding makes of a loss, and hardly more than the loss. */
    static final double MARGIN = 1e-9;

    /** Far more than what rounding makes of a difference, so small that hardly ever another one lies between. */
    private static final double MARGIN_OF_DIFFERENCE = 1e-13;

    private static final double[] TABLE = new double[PER_UNIT * LARGEST + 1];

    static {
        Arrays.setAll(TABLE, place -> Activation.softplus((double) -place / PER_UNIT));
    }

    private LossBound() {}

    /** At least ln(1 + exp(-d)); NaN for NaN. */
    static double of(double d) {
        int place = (int) Math.min(PER_UNIT * Math.abs(d), TABLE.length - 1);
        return (Math.max(-d, 0) + TABLE[place]) * (1 + MARGIN);
    }

    /** At least the sum of two losses, ln(1 + e^-d) being at most ln 2 - d/2 + d^2/8. */
    static double ofPair(double d, double otherD) {
        return (2 * TABLE[0] - (d + otherD) / 2 + (d * d + otherD * otherD) / 8) * (1 + MARGIN);
    }

    /** At least each d with a loss ln(1 + exp(-d)) of so much or more, and hardly more than these. */
    static double largestDifference(double loss) {
        double d = loss > 0 ? -Math.log(Math.expm1(loss)) : Double.POSITIVE_INFINITY;
        return d + MARGIN_OF_DIFFERENCE * (1 + Math.abs(d));
    }
}
