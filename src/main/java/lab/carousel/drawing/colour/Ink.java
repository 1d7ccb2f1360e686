package lab.carousel.drawing.colour;

/**
 * What a mark is drawn in: the role of its colour, which each palette fills, or the colour of a value on a scale.
 *
 * @param number of a series, counted from 0
 * @param value  on the scale, for roles of a value
 * @param opacity 0 to 255
 */
public record Ink(Role role, int number, double value, ColourScale scale, int opacity) {

    public enum Role {
        BACKGROUND,
        TEXT,
        MUTED,
        GRID,
        ACCENT,
        RIGHT,
        WRONG,
        /** Of words and lines of what is not there yet, which must be seen all the same. */
        FAINT,
        /** The same in all palettes, for what machines read. */
        BLACK,
        WHITE,
        /** One of the lines of a chart. */
        SERIES,
        /** The colour of a value. */
        VALUE,
        /** Black or white, whichever is read on the colour of a value. */
        ON_VALUE
    }

    public static final Ink BACKGROUND = of(Role.BACKGROUND);
    public static final Ink TEXT = of(Role.TEXT);
    public static final Ink MUTED = of(Role.MUTED);
    public static final Ink GRID = of(Role.GRID);
    public static final Ink ACCENT = of(Role.ACCENT);
    public static final Ink RIGHT = of(Role.RIGHT);
    public static final Ink WRONG = of(Role.WRONG);
    public static final Ink FAINT = of(Role.FAINT);
    public static final Ink BLACK = of(Role.BLACK);
    public static final Ink WHITE = of(Role.WHITE);

    /** So many lines of a chart differ in colour in each palette. */
    public static final int FEWEST_SERIES = 5;

    private static final int OPAQUE = 255;

    private static Ink of(Role role) {
        return new Ink(role, 0, 0, ColourScale.SHARE, OPAQUE);
    }

    /** The colour of a line of a chart, counted from 0; they come again where a palette has no more. */
    public static Ink series(int number) {
        return new Ink(Role.SERIES, number, 0, ColourScale.SHARE, OPAQUE);
    }

    public static Ink ofValue(double value, ColourScale scale) {
        return new Ink(Role.VALUE, 0, value, scale, OPAQUE);
    }

    /** Of what is written on the colour of a value. */
    public static Ink onValue(double value, ColourScale scale) {
        return new Ink(Role.ON_VALUE, 0, value, scale, OPAQUE);
    }

    /** The same as a veil through which the ground is seen: 0 covers nothing, 255 all. */
    public Ink veiled(int newOpacity) {
        return new Ink(role, number, value, scale, newOpacity);
    }
}
