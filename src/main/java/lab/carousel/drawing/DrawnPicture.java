package lab.carousel.drawing;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.drawing.label.TextMeasure;

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

    private static final int MARGIN = 16;
    private static final int TITLE = 24;
    private static final int SUBTITLE = 20;
    private static final int GAP = 8;
    private static final int SMALL = 12;

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
        double top = MARGIN + TITLE + (double) subtitleLines().size() * SUBTITLE + GAP;
        return new Rectangle2D.Double(MARGIN, top, width - 2.0 * MARGIN, height - top - MARGIN);
    }

    @Override
    public void draw(Graphics2D graphics) {
        graphics.setColor(palette.background());
        graphics.fill(new Rectangle2D.Double(0, 0, width, height));
        int top = MARGIN + TITLE;
        write(graphics, title, true, palette.text(), top - 6);
        for (String line : subtitleLines()) {
            top += SUBTITLE;
            write(graphics, line, false, palette.muted(), top - 6);
        }
        Rectangle2D room = room();
        AffineTransform before = graphics.getTransform();
        graphics.translate(room.getX(), room.getY());
        drawing.draw(graphics, room.getWidth(), room.getHeight(), palette);
        graphics.setTransform(before);
    }

    /** As many words in each line as fit into the picture. */
    private List<String> subtitleLines() {
        FontMetrics metrics = TextMeasure.of(PictureFont.regular(SMALL));
        List<String> lines = new ArrayList<>();
        for (String word : subtitle.split(" ")) {
            int last = lines.size() - 1;
            String longer = last < 0 ? word : lines.get(last) + " " + word;
            if (last < 0 || metrics.stringWidth(longer) > width - 2 * MARGIN) {
                lines.add(word);
            } else {
                lines.set(last, longer);
            }
        }
        return subtitle.isEmpty() ? List.of() : lines;
    }

    private static void write(Graphics2D graphics, String words, boolean bold, Color colour, int baseline) {
        graphics.setFont(bold ? PictureFont.bold(16) : PictureFont.regular(SMALL));
        graphics.setColor(colour);
        graphics.drawString(words, MARGIN, baseline);
    }

    @Override
    public String csv() {
        return drawing.csv();
    }
}
