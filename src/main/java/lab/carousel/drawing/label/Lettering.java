package lab.carousel.drawing.label;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;

/**
 * Writes words in the font and colour that graphics have, cut where they have no room. Places are in points, and a
 * baseline is where letters stand.
 *
 * @param graphics written on
 */
public record Lettering(Graphics2D graphics) {

    /** With less room nothing could be read. */
    private static final double NARROWEST = 6;

    /** How wide words are. */
    public double width(String words) {
        return metrics().stringWidth(words);
    }

    private FontMetrics metrics() {
        return graphics.getFontMetrics();
    }

    /** As much of the words as fits into a width. */
    public String fitted(String words, double room) {
        return FittedText.of(words, room, metrics()::stringWidth);
    }

    /** Writes words that begin at a place. */
    public void from(String words, double left, double baseline, double room) {
        write(fitted(words, room), left, baseline);
    }

    /** Writes words that end at a place. */
    public void upTo(String words, double right, double baseline, double room) {
        String fitted = fitted(words, room);
        write(fitted, right - width(fitted), baseline);
    }

    /** Writes words around a place; a first character for which there is no room, as for an emoji, is made narrower. */
    public void around(String words, double middle, double baseline, double room) {
        String fitted = fitted(words, room);
        if (fitted.isEmpty() && room >= NARROWEST) {
            squeeze(FittedText.first(words), middle, baseline, room);
        } else {
            write(fitted, middle - width(fitted) / 2, baseline);
        }
    }

    /** Writes words around a place, narrower if they have not enough room. */
    public void squeeze(String words, double middle, double baseline, double room) {
        double width = width(words);
        AffineTransform before = graphics.getTransform();
        graphics.translate(middle, 0);
        if (width > room) {
            graphics.scale(room / width, 1);
        }
        write(words, -width / 2, baseline);
        graphics.setTransform(before);
    }

    private void write(String words, double left, double baseline) {
        if (!words.isEmpty()) {
            graphics.drawString(words, (float) left, (float) baseline);
        }
    }
}
