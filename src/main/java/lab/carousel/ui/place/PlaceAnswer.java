package lab.carousel.ui.place;

import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;

/** What a place has found out in the background: drawn, and in words. Immutable. */
public interface PlaceAnswer {

    /** What is drawn. */
    Drawing drawing();

    /** The same in words, for those who do not see the drawing. */
    default String spoken() {
        return subtitle();
    }

    /** What the picture for a slide shows, and of which network. */
    String title();

    /** What the picture says below its title; may be long. */
    String subtitle();

    /** The width of the picture, in points. */
    default int width() {
        return 720;
    }

    /** The height of the picture, in points. */
    default int height() {
        return 560;
    }

    /** All of it as a picture for a slide. */
    default Picture picture(Palette palette) {
        return new DrawnPicture(title(), subtitle(), drawing(), palette, width(), height());
    }
}
