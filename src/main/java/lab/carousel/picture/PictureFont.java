package lab.carousel.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.FontMetrics;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The program's own font for pictures, so that they look the same on every machine. */
final class PictureFont {

    private static final String FAMILY = loaded();

    private PictureFont() {}

    /** The regular face in a size in points. */
    static Font regular(int size) {
        return new Font(FAMILY, Font.PLAIN, size);
    }

    /** The bold face in a size in points. */
    static Font bold(int size) {
        return new Font(FAMILY, Font.BOLD, size);
    }

    /** A text cut so that it fits into a width, with an ellipsis at its end; empty if not even one character fits. */
    static String fitted(String text, FontMetrics metrics, double width) {
        if (metrics.stringWidth(text) <= width) {
            return text;
        }
        for (int length = text.codePointCount(0, text.length()) - 1; length > 0; length--) {
            String cut = text.substring(0, text.offsetByCodePoints(0, length)) + "…";
            if (metrics.stringWidth(cut) <= width) {
                return cut;
            }
        }
        return "";
    }

    /** Makes both faces known to AWT by their family, so that a bold text also says in an SVG that it is bold. */
    private static String loaded() {
        Font regular = face("CarouselSans-Regular.ttf");
        GraphicsEnvironment environment = GraphicsEnvironment.getLocalGraphicsEnvironment();
        environment.registerFont(regular);
        environment.registerFont(face("CarouselSans-Bold.ttf"));
        return regular.getFamily();
    }

    private static Font face(String file) {
        try (InputStream stream = PictureFont.class.getResourceAsStream("/lab/carousel/font/" + file)) {
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (FontFormatException problem) {
            throw new IllegalStateException(file, problem);
        }
    }
}
