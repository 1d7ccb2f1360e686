package lab.carousel.drawing;

import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.drawing.mark.Path;
import lab.carousel.drawing.mark.Stroke;

/** A tick for right and a cross for wrong: they differ in shape, not in colour alone. */
public final class RightMark {

    private RightMark() {}

    /** Draws a tick or a cross around a centre, about 10 points wide. */
    public static void draw(Marks marks, double x, double y, boolean right) {
        marks.ink(right ? Ink.RIGHT : Ink.WRONG);
        marks.stroke(Stroke.round(2.2));
        if (right) {
            marks.draw(new Path().from(x - 5, y).to(x - 1.5, y + 4).to(x + 5, y - 5));
        } else {
            marks.line(x - 4.5, y - 4.5, x + 4.5, y + 4.5);
            marks.line(x - 4.5, y + 4.5, x + 4.5, y - 4.5);
        }
    }
}
