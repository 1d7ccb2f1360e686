package lab.carousel.text;

/** Round numbers for the edges and ticks of axes. */
public final class RoundNumber {

    private static final double[] STEPS = {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9, 10};
    private static final double[] ONE_TWO_FIVE = {1, 2, 5, 10};
    /** Keeps 0.7 from being rounded up because 7 x 0.1 is not quite 0.7. */
    private static final double SLACK = 1e-9;

    private RoundNumber() {}

    public static double atLeast(double value) {
        return atLeast(value, STEPS);
    }

    /** The least of 1, 2, 5, 10, 20, 50 and so on that is not below a positive value. */
    public static double oneTwoFiveAtLeast(double value) {
        return atLeast(value, ONE_TWO_FIVE);
    }

    /** The largest of 1, 2, 5, 10, 20, 50 and so on that is not above a positive value. */
    public static double oneTwoFiveAtMost(double value) {
        int exponent = exponent(value);
        for (int step = ONE_TWO_FIVE.length - 1; step > 0; step--) {
            if (times(ONE_TWO_FIVE[step], exponent) <= value * (1 + SLACK)) {
                return times(ONE_TWO_FIVE[step], exponent);
            }
        }
        return times(1, exponent);
    }

    /** The least of some numbers, 1 to 10 in rising order, times a power of ten, that is not below a positive value. */
    public static double atLeast(double value, double[] steps) {
        int exponent = exponent(value);
        for (double step : steps) {
            if (times(step, exponent) >= value * (1 - SLACK)) {
                return times(step, exponent);
            }
        }
        return times(10, exponent);
    }

    public static int exponent(double value) {
        return (int) Math.floor(Math.log10(value) + SLACK);
    }

    /** A number times a power of ten, rounded only once: 7 and -1 give the double nearest to 0.7. */
    public static double times(double number, int exponent) {
        return exponent < 0 ? number / Math.pow(10, -exponent) : number * Math.pow(10, exponent);
    }
}
