package lab.carousel.drawing;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Marks;

/**
 * A drawing with a title above it, as a picture for a slide.
 *
 * @param subtitle of which network; may be empty; takes more lines if it is long
 * @param width    of the whole picture, in points
 * @param height   of the whole picture, in points
 */
public record DrawnPicture(String title, String subtitle, Drawing drawing, Palette palette, int width, int height)
        implements Picture {

    private static final int GAP = 8;

    public static final int SLIDE_WIDTH = 960;
    public static final int SLIDE_HEIGHT = 540;

    public static DrawnPicture slide(String title, String subtitle, Drawing drawing, Palette palette) {
        return new DrawnPicture(title, subtitle, drawing, palette, SLIDE_WIDTH, SLIDE_HEIGHT);
    }

    /** Where the drawing stands in the picture, in points. */
    public Box room() {
        double top = (double) head().bottom() + GAP;
        return new Box(PictureHead.MARGIN, top, width - 2.0 * PictureHead.MARGIN, height - top - PictureHead.MARGIN);
    }

    private PictureHead head() {
        return PictureHead.wrapped(title, subtitle, width);
    }

    @Override
    public void draw(Marks marks) {
        head().draw(marks, this);
        drawing.draw(marks, room());
    }

    @Override
    public String csv() {
        return drawing.csv();
    }

    /** The title at the top of a picture for a slide, and below it the network in smaller letters. */
    public record PictureHead(String title, List<String> lines) {

        /** What is left free at each edge of a picture, in points. */
        public static final int MARGIN = 16;

        private static final int TITLE = 24;
        private static final int LINE = 20;

        public PictureHead {
            lines = List.copyOf(lines);
        }

        /** One with as many lines as the words need in a picture of a width. */
        static PictureHead wrapped(String title, String subtitle, int width) {
            PictureFont font = small();
            List<String> lines = new ArrayList<>();
            for (String word : subtitle.split(" ")) {
                int last = lines.size() - 1;
                String longer = last < 0 ? word : lines.get(last) + " " + word;
                if (last < 0 || font.width(longer) > width - 2 * MARGIN) {
                    lines.add(word);
                } else {
                    lines.set(last, longer);
                }
            }
            return new PictureHead(title, subtitle.isEmpty() ? List.of() : lines);
        }

        int bottom() {
            return MARGIN + TITLE + lines.size() * LINE;
        }

        public void draw(Marks marks, Picture picture) {
            marks.ink(Ink.BACKGROUND);
            marks.fill(new Box(0, 0, picture.width(), picture.height()));
            int top = MARGIN + TITLE;
            write(marks, title, PictureFont.bold(16), Ink.TEXT, top - 6);
            for (String line : lines) {
                top += LINE;
                write(marks, line, small(), Ink.MUTED, top - 6);
            }
        }

        private static PictureFont small() {
            return PictureFont.regular(12);
        }

        private static void write(Marks marks, String words, PictureFont font, Ink colour, int baseline) {
            marks.font(font);
            marks.ink(colour);
            marks.words(words, MARGIN, baseline);
        }
    }
}
