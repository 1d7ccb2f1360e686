package lab.carousel.picture.account;

import java.awt.geom.Rectangle2D;
import lab.carousel.drawing.Drawing;

/** A drawing with a part that can be looked at more closely. */
public interface FocusedDrawing extends Drawing {

    /** Where that part stands, in a room of some size. */
    Rectangle2D focus(double width, double height);
}
