package lab.carousel.drawing.colour;

import java.awt.Color;

/** How well a colour can be told from what is behind it, as the Web Content Accessibility Guidelines 2.2 measure it. */
public final class ContrastRatio {

    private static final int STEPS = 100;

    private ContrastRatio() {}

    /** From 1, the same colour, to 21, black and white. */
    public static double of(Color one, Color other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    /** Black or white, whichever can be read better on a colour. */
    public static Color ink(Color ground) {
        return of(ground, Color.BLACK) >= of(ground, Color.WHITE) ? Color.BLACK : Color.WHITE;
    }

    /**
     * The colour that is nearest to a given one and has at least some contrast with a background.
     *
     * @param ink   the colour with the largest contrast: the given one is moved towards it as far as needed
     * @param least the contrast that is needed, no more than that of the ink
     */
    static Color atLeast(double least, Color colour, Color background, Color ink) {
        Color moved = colour;
        for (int step = 1; of(moved, background) < least && step <= STEPS; step++) {
            moved = new Color(Oklab.between(colour.getRGB(), ink.getRGB(), step / (double) STEPS));
        }
        return moved;
    }

    private static double luminance(Color colour) {
        return 0.2126 * Oklab.linear(colour.getRed())
                + 0.7152 * Oklab.linear(colour.getGreen())
                + 0.0722 * Oklab.linear(colour.getBlue());
    }
}
