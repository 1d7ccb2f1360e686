package lab.carousel.drawing.export;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.swing.text.StyleContext;
import lab.carousel.drawing.font.PictureFont;

/** The bundled font as Java2D draws it, read from the program itself: a picture looks the same whatever fonts are installed. */
public final class PixelFonts {

    /** Read when first needed: reading takes some ten milliseconds, and the window must open without waiting for it. */
    private static final class Files {
        static final Font REGULAR = read("CarouselSans-Regular.ttf", Font.PLAIN);
        static final Font BOLD = read("CarouselSans-Bold.ttf", Font.BOLD);
    }

    private PixelFonts() {}

    /** The font in its size; signs that it does not have come from the fonts of the system. */
    public static Font of(PictureFont font) {
        return (font.isBold() ? Files.BOLD : Files.REGULAR).deriveFont((float) font.size());
    }

    private static Font read(String file, int style) {
        try (InputStream bytes = PixelFonts.class.getResourceAsStream("/lab/carousel/font/" + file)) {
            if (bytes == null) {
                throw new IllegalStateException("the font " + file + " is missing from the program");
            }
            Font font = Font.createFont(Font.TRUETYPE_FONT, bytes);
            GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
            // The one public way to a font of Java's own that looks for what it lacks in others
            return StyleContext.getDefaultStyleContext().getFont(PictureFont.FAMILY, style, 12);
        } catch (IOException problem) {
            throw new UncheckedIOException("the font " + file + " cannot be read", problem);
        } catch (FontFormatException problem) {
            throw new IllegalStateException("the font " + file + " is damaged", problem);
        }
    }
}
