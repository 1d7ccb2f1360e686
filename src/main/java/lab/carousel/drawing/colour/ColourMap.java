package lab.carousel.drawing.colour;

import java.util.function.DoubleToIntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Turns a value into a colour by a table of {@value #SIZE} colours. The tables are straight or circular paths through
 * OKLab (Ottosson, "A perceptual color space for image processing", 2020), in which equal distances look equally large,
 * or straight paths in it from each of some published colours to the next one. Lightness alone orders the values, so
 * colour-blind people and grey prints lose nothing of the order.
 */
public final class ColourMap {

    public static final int SIZE = 256;

    /** For values without a sign, such as gates and probabilities: dark violet, blue, green, yellow. */
    public static final ColourMap SEQUENTIAL = sequential();

    /** Cividis: dark blue, grey, yellow (Nuñez, Anderton and Renslow, 2018); looks the same to the colour-blind. */
    public static final ColourMap CIVIDIS =
            through(0x00224e, 0x123570, 0x3b496c, 0x575d6d, 0x707173, 0x8a8779, 0xa69d75, 0xc4b56c, 0xe4cf5b, 0xfee838);

    /** YlOrBr of Brewer in Paul Tol's version (2021), from its dark end: brown, orange, light yellow. */
    public static final ColourMap BROWN_TO_YELLOW =
            through(0x662506, 0x993404, 0xcc4c02, 0xec7014, 0xfb9a29, 0xfec44f, 0xfee391, 0xfff7bc, 0xffffe5);

    /** For values with a sign, centred on zero: blue below, a neutral light grey at zero, orange above. */
    public static final ColourMap DIVERGING = diverging(255, 47);

    /** The same on a dark ground: a neutral dark grey at zero, the ends light. */
    public static final ColourMap DARK_DIVERGING = darkDiverging(255, 47);

    /** The same in the hues of {@link #BLUE_TO_RED}. */
    public static final ColourMap DARK_BLUE_TO_RED = darkDiverging(262, 27);

    /** The same in the hues of {@link #GREEN_TO_PURPLE}. */
    public static final ColourMap DARK_GREEN_TO_PURPLE = darkDiverging(150, 320);

    /** BuRd of Paul Tol (2021): blue below, light grey at zero, red above. */
    public static final ColourMap BLUE_TO_RED =
            through(0x2166ac, 0x4393c3, 0x92c5de, 0xd1e5f0, 0xf7f7f7, 0xfddbc7, 0xf4a582, 0xd6604d, 0xb2182b);

    /** Green below zero, light grey at zero, purple above. */
    public static final ColourMap GREEN_TO_PURPLE = diverging(150, 320);

    private static final int NO_NUMBER = 0xff808080;

    private final Supplier<int[]> maker;
    /** Made when a colour is first asked for: a window needs two of all maps. */
    private volatile int @Nullable [] table;

    private ColourMap(Supplier<int[]> maker) {
        this.maker = maker;
    }

    private int[] table() {
        int[] made = table;
        if (made == null) {
            made = maker.get();
            table = made;
        }
        return made;
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
        int row = rowOf(value, low, high);
        return row < 0 ? NO_NUMBER : table()[row];
    }

    /** The colour of a row of the table, 0 to {@value #SIZE} - 1, as 0xAARRGGBB. */
    public int row(int row) {
        return table()[row];
    }

    /** The row of the table that has the colour of a value; -1 for NaN. */
    static int rowOf(double value, double low, double high) {
        if (Double.isNaN(value)) {
            return -1;
        }
        double share = (value - low) / (high - low);
        return (int) Math.max(0, Math.min(SIZE - 1, Math.floor(share * SIZE)));
    }

    /** With the colour at each share of the way through the table. */
    private static ColourMap of(DoubleToIntFunction colour) {
        return new ColourMap(() -> IntStream.range(0, SIZE)
                .map(row -> colour.applyAsInt(row / (SIZE - 1.0)))
                .toArray());
    }

    /** Lightness 0.27 to 0.93 and hue 290 to 105 degrees in equal steps; all these hues have the chroma 0.094. */
    private static ColourMap sequential() {
        return of(share -> oklab(0.27 + 0.66 * share, 0.094, 290 - 185 * share));
    }

    /** From lightness 0.95 without colour to lightness 0.50 in two hues, in degrees: blue is 255, orange 47. */
    private static ColourMap diverging(double below, double above) {
        return diverging(below, above, 0.95, 0.50, 0.139);
    }

    /** From lightness 0.26, a little above that of a dark ground, to lightness 0.76, the same chroma in sRGB in all hues. */
    private static ColourMap darkDiverging(double below, double above) {
        return diverging(below, above, 0.26, 0.76, 0.125);
    }

    private static ColourMap diverging(double below, double above, double middle, double end, double chroma) {
        return new ColourMap(() -> divergingTable(below, above, middle, end, chroma));
    }

    /** Even in number, the table has two rows beside zero; they are almost alike. */
    private static int[] divergingTable(double below, double above, double middle, double end, double chroma) {
        int[] table = new int[SIZE];
        for (int row = 0; row < SIZE; row++) {
            double signed = (2 * row - (SIZE - 1)) / (SIZE - 1.0);
            double share = Math.abs(signed);
            table[row] = oklab(middle + (end - middle) * share, chroma * share, signed < 0 ? below : above);
        }
        return table;
    }

    /** Through some colours, 0xRRGGBB, at equal distances from each other in the table. */
    private static ColourMap through(int... colours) {
        return of(share -> {
            double place = share * (colours.length - 1);
            int from = Math.min((int) place, colours.length - 2);
            return Oklab.between(colours[from], colours[from + 1], place - from);
        });
    }

    /** From OKLab in polar form (lightness 0 to 1, chroma, hue in degrees) to sRGB. */
    private static int oklab(double lightness, double chroma, double hue) {
        double a = chroma * StrictMath.cos(StrictMath.toRadians(hue));
        double b = chroma * StrictMath.sin(StrictMath.toRadians(hue));
        return Oklab.argb(lightness, a, b);
    }
}
