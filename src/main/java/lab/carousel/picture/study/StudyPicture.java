package lab.carousel.picture.study;

import java.util.OptionalInt;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.mark.Hit;

/**
 * A picture of what a study has come to, made by {@link StudyPictures}.
 *
 * @param name    names it among those of its study, and its file: for example {@code loss}
 */
public record StudyPicture(String name, StudyChart chart, Palette palette) {

    public DrawnPicture slide() {
        return DrawnPicture.slide(chart.title(), chart.subtitle(), chart, palette);
    }

    /** The run that stands at a place of a chart of a study, counted from 0; empty if it is no single run. */
    public static OptionalInt run(Drawing drawn, Hit spot) {
        return drawn instanceof DotStrips ? OptionalInt.of(spot.column()) : OptionalInt.empty();
    }
}
