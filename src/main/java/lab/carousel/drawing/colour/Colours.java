package lab.carousel.drawing.colour;

/**
 * Three sets of colours, all of which colour-blind people can tell apart, for a light and a dark window. Published colours
 * that are too light for thin lines on white are darkened to a contrast of 3, in OKLab; the order is the one in which
 * neighbours differ most under protanopia, deuteranopia and tritanopia.
 */
public enum Colours {

    /** Okabe and Ito, "Color Universal Design" (2008). */
    OKABE_ITO(Palette.LIGHT, Palette.DARK),

    /** The "vibrant" scheme of Paul Tol, "Colour Schemes" (SRON/EPS/TN/09-002, issue 3.2, 2021), and his maps. */
    TOL(
            Palette.LIGHT.with(
                    0x0077bb,
                    0xcc3311,
                    Palette.lines(0x0077bb, 0xe56f29, 0x009988, 0xee3377, 0x009dce, 0xcc3311),
                    ColourMap.BROWN_TO_YELLOW,
                    ColourMap.BLUE_TO_RED),
            Palette.DARK.with(
                    0x33bbee,
                    0xee7733,
                    Palette.lines(0x0f86cf, 0xee7733, 0x009988, 0xee3377, 0x33bbee, 0xd94426),
                    ColourMap.BROWN_TO_YELLOW,
                    ColourMap.DARK_BLUE_TO_RED)),

    /** The five colours of the IBM Design Library, with the map cividis. */
    IBM(
            Palette.LIGHT.with(
                    0x3f66e0,
                    0xc44a00,
                    Palette.lines(0x638dfd, 0xdc267f, 0xcc8000, 0x785ef0, 0xfa5e00),
                    ColourMap.CIVIDIS,
                    ColourMap.GREEN_TO_PURPLE),
            Palette.DARK.with(
                    0x648fff,
                    0xfe6100,
                    Palette.lines(0x648fff, 0xdc267f, 0xffb000, 0x785ef0, 0xfe6100),
                    ColourMap.CIVIDIS,
                    ColourMap.DARK_GREEN_TO_PURPLE));

    private final Palette light;
    private final Palette dark;

    Colours(Palette light, Palette dark) {
        this.light = light;
        this.dark = dark;
    }

    public Palette palette(boolean isDark) {
        return isDark ? dark : light;
    }
}
