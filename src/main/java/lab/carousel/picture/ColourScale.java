package lab.carousel.picture;

/**
 * Which colour stands for which value: a colour map between two ends. What has a sign is centred on zero.
 *
 * @param map  the colours
 * @param low  the value of the first colour
 * @param high the value of the last one, above {@code low}
 */
public record ColourScale(ColourMap map, double low, double high) {

    /** For h and g. */
    public static final ColourScale SIGNED = symmetric(1);

    /** For gates and probabilities. */
    public static final ColourScale SHARE = new ColourScale(ColourMap.SEQUENTIAL, 0, 1);

    /** A scale centred on zero, from the negative of a bound to the bound. */
    public static ColourScale symmetric(double bound) {
        return new ColourScale(ColourMap.DIVERGING, -bound, bound);
    }

    /** The colour of a value, as 0xAARRGGBB; values beyond the ends have the colour of the nearer one, NaN is grey. */
    public int argb(double value) {
        return map.argb(value, low, high);
    }

    /** The value in the middle. */
    public double middle() {
        return (low + high) / 2;
    }

    /** How the upper end is written, for example "+2" or "1". */
    public String highText() {
        return (low < 0 ? "+" : "") + NumberText.end(high);
    }

    /** How the middle is written, for example "0" or "0.5". */
    public String middleText() {
        return NumberText.end(middle());
    }

    /** How the lower end is written, for example "−2" or "0". */
    public String lowText() {
        return NumberText.end(low);
    }
}
