package lab.carousel.drawing.colour;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The colours of charts and heatmaps, the same on the screen and in exported pictures. {@link Colours} has those that
 * can be chosen.
 *
 * @param muted      for axes and secondary text
 * @param accent     for what matters most
 * @param right      for what is predicted right
 * @param wrong      for what is predicted wrong
 * @param series     for the lines of a chart, in this order
 * @param sequential for values without a sign
 * @param diverging  for values with a sign
 */
public record Palette(
        Color background,
        Color text,
        Color muted,
        Color grid,
        Color accent,
        Color right,
        Color wrong,
        List<Color> series,
        ColourMap sequential,
        ColourMap diverging) {

    public static final Palette LIGHT = new Palette(
            Color.WHITE,
            new Color(0x1f2328),
            new Color(0x59636e),
            new Color(0xe3e7eb),
            new Color(0x0969da),
            new Color(0x0072b2),
            new Color(0xc44a00),
            lines(0x0072b2, 0xd55e00, 0xca77a5, 0x009e73, 0xc88300, 0x3a9bce),
            ColourMap.SEQUENTIAL,
            ColourMap.DIVERGING);

    public static final Palette DARK = new Palette(
            new Color(0x0d1117),
            new Color(0xe6edf3),
            new Color(0x9198a1),
            new Color(0x2a313a),
            new Color(0x4493f8),
            new Color(0x56b4e9),
            new Color(0xff8f40),
            lines(0x56b4e9, 0xf07820, 0xd995bc, 0x00a57a, 0xf0c04a, 0x2f7fc4),
            ColourMap.SEQUENTIAL,
            ColourMap.DARK_DIVERGING);

    private static final double READABLE = 7;
    /** Of lines and large letters (WCAG 2.2, level AA). */
    private static final double VISIBLE = 3;

    /** The colour of an ink, 0xAARRGGBB. */
    public int argb(Ink ink) {
        int colour =
                switch (ink.role()) {
                    case BACKGROUND -> background.getRGB();
                    case TEXT -> text.getRGB();
                    case MUTED -> muted.getRGB();
                    case GRID -> grid.getRGB();
                    case ACCENT -> accent.getRGB();
                    case RIGHT -> right.getRGB();
                    case WRONG -> wrong.getRGB();
                    case FAINT ->
                        ContrastRatio.atLeast(VISIBLE, grid, background, text).getRGB();
                    case BLACK -> Color.BLACK.getRGB();
                    case WHITE -> Color.WHITE.getRGB();
                    case SERIES -> series.get(ink.number() % series.size()).getRGB();
                    case VALUE -> ink.scale().argb(ink.value(), this);
                    case ON_VALUE ->
                        ContrastRatio.ink(ink.scale().colour(ink.value(), this)).getRGB();
                };
        return (ink.opacity() << 24) | (colour & 0xffffff);
    }

    public Color colour(Ink ink) {
        return new Color(argb(ink), true);
    }

    static List<Color> lines(int... colours) {
        return IntStream.of(colours).mapToObj(Color::new).toList();
    }

    Palette with(int newRight, int newWrong, List<Color> lines, ColourMap shares, ColourMap signed) {
        return new Palette(
                background, text, muted, grid, accent, new Color(newRight), new Color(newWrong), lines, shares, signed);
    }

    /**
     * The same for a room in which everybody must be able to read it: words are black or white, and all other colours in
     * which words or marks are written have a contrast of at least 7 with the background (WCAG 2.2, level AAA).
     */
    public Palette highContrast() {
        Color ground = isDark() ? Color.BLACK : Color.WHITE;
        Color ink = isDark() ? Color.WHITE : Color.BLACK;
        return new Palette(
                ground,
                ink,
                ContrastRatio.atLeast(READABLE + 2, muted, ground, ink),
                ContrastRatio.atLeast(1.6, grid, ground, ink),
                ContrastRatio.atLeast(READABLE, accent, ground, ink),
                ContrastRatio.atLeast(READABLE, right, ground, ink),
                ContrastRatio.atLeast(READABLE, wrong, ground, ink),
                series,
                sequential,
                diverging);
    }

    private boolean isDark() {
        return ContrastRatio.of(background, Color.WHITE) > ContrastRatio.of(background, Color.BLACK);
    }
}
