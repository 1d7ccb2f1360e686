package lab.carousel.picture;

/**
 * Turns a value into a colour by a table of {@value #SIZE} colours. Both tables are straight or circular paths through
 * OKLab (Ottosson, "A perceptual color space for image processing", 2020), in which equal distances look equally large;
 * their lightness alone orders the values, so colour-blind people and grey prints lose nothing of the order.
 */
public final class ColourMap {

    /** The number of colours in a table. */
    public static final int SIZE = 256;

    /** For values without a sign, such as gates and probabilities: dark violet, blue, green, yellow. */
    public static final ColourMap SEQUENTIAL = sequential();

    /** For values with a sign, centred on zero: blue below, a neutral light grey at zero, orange above. */
    public static final ColourMap DIVERGING = diverging();

    /** For values that are no number. */
    private static final int NO_NUMBER = 0xff808080;

    private final int[] table;

    private ColourMap(int[] table) {
        this.table = table;
    }

    /**
     * The colour of a value.
     *
     * @param value values outside the range get the colour of its nearest end, NaN a grey
     * @param low   the value of the first colour
     * @param high  the value of the last colour, above {@code low}; with the diverging map {@code -low}
     * @return opaque, as 0xAARRGGBB
     */
    public int argb(double value, double low, double high) {
        return Double.isNaN(value) ? NO_NUMBER : table[rowOf(value, low, high)];
    }

    /** The colour of a row of the table, 0 to {@value #SIZE} - 1, as 0xAARRGGBB. */
    public int row(int row) {
        return table[row];
    }

    private static int rowOf(double value, double low, double high) {
        double share = (value - low) / (high - low);
        return (int) Math.max(0, Math.min(SIZE - 1, Math.floor(share * SIZE)));
    }

    /** Lightness 0.27 to 0.93 and hue 290 to 105 degrees in equal steps; all these hues have the chroma 0.094. */
    private static ColourMap sequential() {
        int[] table = new int[SIZE];
        for (int row = 0; row < SIZE; row++) {
            double share = row / (SIZE - 1.0);
            table[row] = oklab(0.27 + 0.66 * share, 0.094, 290 - 185 * share);
        }
        return new ColourMap(table);
    }

    /**
     * From lightness 0.95 without colour to lightness 0.50 in blue (hue 255) and orange (hue 47). Even in number, the
     * table has two rows beside zero; they are almost alike.
     */
    private static ColourMap diverging() {
        int[] table = new int[SIZE];
        for (int row = 0; row < SIZE; row++) {
            double signed = (2 * row - (SIZE - 1)) / (SIZE - 1.0);
            double share = Math.abs(signed);
            table[row] = oklab(0.95 - 0.45 * share, 0.139 * share, signed < 0 ? 255 : 47);
        }
        return new ColourMap(table);
    }

    /** From OKLab in polar form (lightness 0 to 1, chroma, hue in degrees) to sRGB. */
    private static int oklab(double lightness, double chroma, double hue) {
        double a = chroma * StrictMath.cos(StrictMath.toRadians(hue));
        double b = chroma * StrictMath.sin(StrictMath.toRadians(hue));
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        int red = channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
        int green = channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
        int blue = channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
        return 0xff000000 | red << 16 | green << 8 | blue;
    }

    private static double cube(double value) {
        return value * value * value;
    }

    /** The sRGB transfer function (IEC 61966-2-1), rounded to 0 to 255. */
    private static int channel(double linear) {
        double inside = Math.max(0, Math.min(1, linear));
        double encoded = inside <= 0.0031308 ? 12.92 * inside : 1.055 * StrictMath.pow(inside, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * encoded);
    }
}
