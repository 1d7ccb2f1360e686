package lab.carousel.drawing.mark;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import org.jspecify.annotations.Nullable;

/** A piece of a picture. Later ones lie above earlier ones. */
public sealed interface Mark {

    /** Has it drawn. */
    void with(Pen pen);

    /**
     * An area in one colour.
     *
     * @param isWhole whether its upper and lower edge are moved to whole pixels, so that it meets cells without a seam
     */
    record Filled(Shape shape, Ink ink, boolean isWhole) implements Mark {

        @Override
        public void with(Pen pen) {
            pen.fill(this);
        }
    }

    record Drawn(Shape shape, Ink ink, Stroke stroke) implements Mark {

        @Override
        public void with(Pen pen) {
            pen.draw(this);
        }
    }

    /**
     * Words on a line.
     *
     * @param x        where they begin
     * @param baseline where letters stand
     * @param width    the room they take; where they would be wider they are made narrower
     * @param isUpwards whether they are turned a quarter to the left around where they begin
     */
    record Words(String words, double x, double baseline, double width, PictureFont font, Ink ink, boolean isUpwards)
            implements Mark {

        @Override
        public void with(Pen pen) {
            pen.write(this);
        }

        /** The area that the line takes. */
        public Box room() {
            double up = font.ascent();
            double height = up + font.descent();
            return isUpwards
                    ? new Box(x - up, baseline - width, height, width)
                    : new Box(x, baseline - up, width, height);
        }
    }

    /**
     * Coloured cells: one mark for all, which keeps the numbers and not their colours.
     *
     * @param scale their colours; cells without a value are grey
     */
    record Cells(CellGrid grid, CellValues values, ColourScale scale) implements Mark {

        @Override
        public void with(Pen pen) {
            pen.colour(this);
        }
    }

    /**
     * What stands where, for pointer and keys: beside what is seen, and not seen itself.
     *
     * @param at what stands at a place of the area, found out when it is asked for; empty where nothing does
     */
    record Spots(Box area, Function<Point, Optional<Hit>> at) implements Mark {

        @Override
        public void with(Pen pen) {
            // there is nothing to draw
        }
    }

    /**
     * Marks with a room of their own: enlarged first, then moved.
     *
     * @param clip beyond which nothing of them is seen, in their own points; null for no such edge
     */
    record Group(double moveX, double moveY, double scale, @Nullable Box clip, List<Mark> marks) implements Mark {

        @Override
        public void with(Pen pen) {
            pen.open(this);
        }
    }
}
