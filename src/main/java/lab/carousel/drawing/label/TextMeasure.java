package lab.carousel.drawing.label;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** How wide text is before there is anything to draw it on, and text that runs upwards. */
public final class TextMeasure {

    private TextMeasure() {}

    /** The measures of a font. */
    public static FontMetrics of(Font font) {
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
        try {
            return graphics.getFontMetrics(font);
        } finally {
            graphics.dispose();
        }
    }

    /** Draws the name of an axis along it, its middle at a height. */
    public static void drawUpwards(Graphics2D graphics, String text, double x, double middle) {
        AffineTransform before = graphics.getTransform();
        graphics.rotate(-Math.PI / 2, x, middle);
        graphics.drawString(text, (float) (x - graphics.getFontMetrics().stringWidth(text) / 2.0), (float) middle);
        graphics.setTransform(before);
    }
}
