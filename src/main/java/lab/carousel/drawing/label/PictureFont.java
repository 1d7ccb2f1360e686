package lab.carousel.drawing.label;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.swing.text.StyleContext;

/**
 * The bundled font Carousel Sans, for pictures. Read from the program itself, so that a picture looks the same on every
 * machine, whatever fonts are installed.
 */
public final class PictureFont {

    public static final String FAMILY = "Carousel Sans";

    /** Read when first needed: reading takes some ten milliseconds, and the window must open without waiting for it. */
    private static final class Files {
        static final Font REGULAR = read("CarouselSans-Regular.ttf", Font.PLAIN);
        static final Font BOLD = read("CarouselSans-Bold.ttf", Font.BOLD);
    }

    private PictureFont() {}

    /** The regular font in a size in points; signs that it does not have come from the fonts of the system. */
    public static Font regular(double size) {
        return Files.REGULAR.deriveFont((float) size);
    }

    public static Font bold(double size) {
        return Files.BOLD.deriveFont((float) size);
    }

    /** Whether a font is the bold one; its style does not tell, because it is a file of its own. */
    public static boolean isBold(Font font) {
        return font.isBold() || font.getFontName(Locale.ROOT).endsWith("Bold");
    }

    /** The measures of a font, before there is anything to draw on. */
    public static FontMetrics metrics(Font font) {
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
        try {
            return graphics.getFontMetrics(font);
        } finally {
            graphics.dispose();
        }
    }

    private static Font read(String file, int style) {
        try (InputStream bytes = PictureFont.class.getResourceAsStream("/lab/carousel/font/" + file)) {
            if (bytes == null) {
                throw new IllegalStateException("the font " + file + " is missing from the program");
            }
            Font font = Font.createFont(Font.TRUETYPE_FONT, bytes);
            GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
            // The one public way to a font of Java's own that looks for what it lacks in others
            return StyleContext.getDefaultStyleContext().getFont(FAMILY, style, 12);
        } catch (IOException problem) {
            throw new UncheckedIOException("the font " + file + " cannot be read", problem);
        } catch (FontFormatException problem) {
            throw new IllegalStateException("the font " + file + " is damaged", problem);
        }
    }
}
