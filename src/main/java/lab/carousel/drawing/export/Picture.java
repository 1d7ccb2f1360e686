package lab.carousel.drawing.export;

import java.awt.Graphics2D;

/** A picture complete in itself: title, axes, legend and all. */
public interface Picture {

    /** Its natural width, in points. */
    int width();

    /** Its natural height, in points. */
    int height();

    /**
     * Draws it into the area from (0, 0) to (width, height). Uses vector shapes and text only, never an image, so that an
     * SVG of it can be edited.
     */
    void draw(Graphics2D graphics);

    /** The numbers it shows, as CSV with a header line. */
    String csv();
}
