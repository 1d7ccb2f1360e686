package lab.carousel.picture;

import java.awt.Color;
import java.util.List;

/**
 * The colours of charts and heatmaps, the same on the screen and in exported pictures. The series are those of Okabe and
 * Ito (2008), which colour-blind people can tell apart.
 *
 * @param background behind everything
 * @param text       for titles and values
 * @param muted      for axes and secondary text
 * @param grid       for grid lines
 * @param accent     for what matters most
 * @param right      for what is predicted right
 * @param wrong      for what is predicted wrong
 * @param series     for the lines of a chart, in this order
 */
public record Palette(
        Color background,
        Color text,
        Color muted,
        Color grid,
        Color accent,
        Color right,
        Color wrong,
        List<Color> series) {

    /** For a light window, and for slides. */
    public static final Palette LIGHT = new Palette(
            Color.WHITE,
            new Color(0x1f2328),
            new Color(0x59636e),
            new Color(0xe3e7eb),
            new Color(0x0969da),
            new Color(0x0072b2),
            new Color(0xc44a00),
            List.of(
                    new Color(0x0072b2),
                    new Color(0xd55e00),
                    new Color(0x009e73),
                    new Color(0xcc79a7),
                    new Color(0xe69f00),
                    new Color(0x56b4e9)));

    /** For a dark window. */
    public static final Palette DARK = new Palette(
            new Color(0x0d1117),
            new Color(0xe6edf3),
            new Color(0x9198a1),
            new Color(0x2a313a),
            new Color(0x4493f8),
            new Color(0x56b4e9),
            new Color(0xff8f40),
            List.of(
                    new Color(0x56b4e9),
                    new Color(0xff8f40),
                    new Color(0x2fc79c),
                    new Color(0xe09cc4),
                    new Color(0xf0c04a),
                    new Color(0x4d9be6)));
}
