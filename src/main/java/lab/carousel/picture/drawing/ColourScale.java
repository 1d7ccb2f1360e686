package lab.carousel.picture.drawing;

import java.awt.Color;
import lab.carousel.picture.ColourMap;

/**
 * The colours of a range of values, the same as in the heatmap.
 *
 * @param map  diverging for values with a sign, sequential for others
 * @param low  the value of the first colour
 * @param high the value of the last one, above {@code low}
 */
public record ColourScale(ColourMap map, double low, double high) {

    /** For gates and probabilities: 0 to 1. */
    public static final ColourScale SHARE = new ColourScale(ColourMap.SEQUENTIAL, 0, 1);
    /** For h and g: -1 to 1. */
    public static final ColourScale SIGNED = signed(1);

    private static final double[] LADDER = {1, 2, 5, 10};

    /** Centred on zero, from {@code -high} to {@code high}. */
    public static ColourScale signed(double high) {
        return new ColourScale(ColourMap.DIVERGING, -high, high);
    }

    /** From 0 to a value. */
    public static ColourScale upTo(double high) {
        return new ColourScale(ColourMap.SEQUENTIAL, 0, high);
    }

    /**
     * The least of 1, 2, 5 times a power of ten that is not below a size, so that a scale does not change with every
     * value; 1 for 0 and for what is no number.
     */
    public static double round(double size) {
        if (!(size > 0) || Double.isInfinite(size)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(size)));
        for (double step : LADDER) {
            if (step * power >= size * (1 - 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** The colour of a value. */
    public Color colour(double value) {
        return new Color(map.argb(value, low, high));
    }
}
