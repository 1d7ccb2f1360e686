package lab.carousel.picture.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import lab.carousel.picture.Palette;
import lab.carousel.picture.Picture;
import lab.carousel.picture.PictureFont;

/**
 * A drawing with a title above it, as a picture for a slide.
 *
 * @param title    what it shows
 * @param subtitle of which network; may be empty
 * @param drawing  below them
 * @param palette  its colours
 * @param width    of the whole picture, in points
 * @param height   of the whole picture, in points
 */
public record DrawnPicture(String title, String subtitle, Drawing drawing, Palette palette, int width, int height)
        implements Picture {

    private static final int MARGIN = 16;
    private static final int TITLE = 24;
    private static final int SUBTITLE = 20;
    private static final int GAP = 8;

    @Override
    public void draw(Graphics2D graphics) {
        graphics.setColor(palette.background());
        graphics.fill(new Rectangle2D.Double(0, 0, width, height));
        int top = MARGIN + TITLE;
        write(graphics, title, true, palette.text(), top - 6);
        if (!subtitle.isEmpty()) {
            top += SUBTITLE;
            write(graphics, subtitle, false, palette.muted(), top - 6);
        }
        top += GAP;
        AffineTransform before = graphics.getTransform();
        graphics.translate(MARGIN, top);
        drawing.draw(graphics, width - 2.0 * MARGIN, height - (double) top - MARGIN, palette);
        graphics.setTransform(before);
    }

    private static void write(Graphics2D graphics, String words, boolean bold, Color colour, int baseline) {
        graphics.setFont(bold ? PictureFont.bold(16) : PictureFont.regular(12));
        graphics.setColor(colour);
        graphics.drawString(words, MARGIN, baseline);
    }

    @Override
    public String csv() {
        return drawing.csv();
    }
}
