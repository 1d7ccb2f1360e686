package lab.carousel.drawing;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;

/**
 * A drawing with a title above it, as a picture for a slide.
 *
 * @param title    what it shows
 * @param subtitle of which network; may be empty; takes more lines if it is long
 * @param drawing  below them
 * @param palette  its colours
 * @param width    of the whole picture, in points
 * @param height   of the whole picture, in points
 */
public record DrawnPicture(String title, String subtitle, Drawing drawing, Palette palette, int width, int height)
        implements Picture {

    private static final int GAP = 8;

    /** The width of a slide, in points. */
    public static final int SLIDE_WIDTH = 960;
    /** The height of a slide, in points. */
    public static final int SLIDE_HEIGHT = 540;

    /** A picture that fills a slide. */
    public static DrawnPicture slide(String title, String subtitle, Drawing drawing, Palette palette) {
        return new DrawnPicture(title, subtitle, drawing, palette, SLIDE_WIDTH, SLIDE_HEIGHT);
    }

    /** Where the drawing stands in the picture, in points. */
    public Rectangle2D room() {
        double top = (double) head().bottom() + GAP;
        return new Rectangle2D.Double(
                PictureHead.MARGIN, top, width - 2.0 * PictureHead.MARGIN, height - top - PictureHead.MARGIN);
    }

    private PictureHead head() {
        return PictureHead.wrapped(title, subtitle, width);
    }

    @Override
    public void draw(Graphics2D graphics) {
        head().draw(graphics, this, palette);
        Rectangle2D room = room();
        AffineTransform before = graphics.getTransform();
        graphics.translate(room.getX(), room.getY());
        drawing.draw(graphics, room.getWidth(), room.getHeight(), palette);
        graphics.setTransform(before);
    }

    @Override
    public String csv() {
        return drawing.csv();
    }
}
