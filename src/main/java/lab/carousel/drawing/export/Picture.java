package lab.carousel.drawing.export;

import java.util.List;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.mark.Mark;
import lab.carousel.drawing.mark.Marks;

/** A picture complete in itself: title, axes, legend and all. */
public interface Picture {

    /** Its natural width, in points. */
    int width();

    /** Its natural height, in points. */
    int height();

    /** Lists its marks, in the area from (0, 0) to (width, height). */
    void draw(Marks marks);

    /** What it is made of. */
    default List<Mark> marks() {
        return Marks.of(this::draw);
    }

    /** The colours of its inks. */
    Palette palette();

    /** The numbers it shows, as CSV with a header line. */
    String csv();
}
