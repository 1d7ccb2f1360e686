package lab.carousel.drawing.colour;

import java.awt.Color;
import lab.carousel.text.NumberText;
import lab.carousel.text.RoundNumber;

/**
 * Which colour stands for which value, the same in the heatmap and in all other drawings: one of the two colour maps of a
 * palette between two ends. Values with a sign, which reach as far below zero as above, have the diverging one.
 *
 * @param low  the value of the first colour: 0, or {@code -high}
 * @param high the value of the last one, above {@code low}
 */
public record ColourScale(double low, double high) {

    /** For gates and probabilities: 0 to 1. */
    public static final ColourScale SHARE = new ColourScale(0, 1);
    /** For h and g: -1 to 1. */
    public static final ColourScale SIGNED = signed(1);

    /** Close enough together that a scale is never much longer than what it shows. */
    private static final double[] LADDER = {1, 1.5, 2, 3, 4, 5, 6, 8, 10};

    /** Centred on zero, from {@code -high} to {@code high}. */
    public static ColourScale signed(double high) {
        return new ColourScale(-high, high);
    }

    public static ColourScale upTo(double high) {
        return new ColourScale(0, high);
    }

    /**
     * The least of 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten that is not below a size, so that a scale does not change
     * with every value; 1 for 0 and for what is no number.
     */
    public static double round(double size) {
        return size > 0 && !Double.isInfinite(size) ? RoundNumber.atLeast(size, LADDER) : 1;
    }

    public ColourMap map(Palette palette) {
        return isSigned() ? palette.diverging() : palette.sequential();
    }

    public Color colour(double value, Palette palette) {
        return new Color(argb(value, palette));
    }

    /** The colour of a value, as 0xAARRGGBB; beyond the ends that of the nearer one, a grey for NaN. */
    public int argb(double value, Palette palette) {
        return map(palette).argb(value, low, high);
    }

    /** The row of its map that has the colour of a value; -1 for NaN. */
    public int row(double value) {
        return ColourMap.rowOf(value, low, high);
    }

    /** Whether its colours are those of values with a sign. */
    public boolean isSigned() {
        return low < 0;
    }

    /** How the upper end is written, for example "+2" or "1". */
    public String highText() {
        return (low < 0 ? "+" : "") + NumberText.end(high);
    }

    /** How the value in the middle is written, for example "0" or "0.5". */
    public String middleText() {
        return NumberText.end((low + high) / 2);
    }

    /** How the lower end is written, for example "−2" or "0". */
    public String lowText() {
        return NumberText.end(low);
    }
}
