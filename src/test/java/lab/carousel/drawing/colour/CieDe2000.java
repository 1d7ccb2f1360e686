package lab.carousel.drawing.colour;

/** The colour difference CIEDE2000 (Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference Formula", 2005). */
final class CieDe2000 {

    private static final double SEVENTH = Math.pow(25, 7);

    private CieDe2000() {}

    /** Between two colours in CIE L*, a*, b*. */
    static double difference(double[] one, double[] other) {
        double meanChroma = (Math.hypot(one[1], one[2]) + Math.hypot(other[1], other[2])) / 2;
        double stretch = 1 + 0.5 * (1 - share(meanChroma));
        double firstA = one[1] * stretch;
        double secondA = other[1] * stretch;
        double firstChroma = Math.hypot(firstA, one[2]);
        double secondChroma = Math.hypot(secondA, other[2]);
        double firstHue = hue(firstA, one[2]);
        double secondHue = hue(secondA, other[2]);
        boolean grey = firstChroma * secondChroma == 0;
        double hueStep = grey ? 0 : Math.IEEEremainder(secondHue - firstHue, 360);
        double meanHue = grey ? firstHue + secondHue : firstHue + hueStep / 2;
        double lightness = (one[0] + other[0]) / 2;
        double chroma = (firstChroma + secondChroma) / 2;
        double offset = (lightness - 50) * (lightness - 50);
        double t = 1
                - 0.17 * cos(meanHue - 30)
                + 0.24 * cos(2 * meanHue)
                + 0.32 * cos(3 * meanHue + 6)
                - 0.20 * cos(4 * meanHue - 63);
        double dl = (other[0] - one[0]) / (1 + 0.015 * offset / Math.sqrt(20 + offset));
        double dc = (secondChroma - firstChroma) / (1 + 0.045 * chroma);
        double dh = 2
                * Math.sqrt(firstChroma * secondChroma)
                * Math.sin(Math.toRadians(hueStep / 2))
                / (1 + 0.015 * chroma * t);
        double turn = 60 * Math.exp(-Math.pow((((meanHue + 360) % 360) - 275) / 25, 2));
        double rotation = -Math.sin(Math.toRadians(turn)) * 2 * share(chroma);
        return Math.sqrt(dl * dl + dc * dc + dh * dh + rotation * dc * dh);
    }

    private static double share(double chroma) {
        double power = Math.pow(chroma, 7);
        return Math.sqrt(power / (power + SEVENTH));
    }

    private static double hue(double a, double b) {
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
