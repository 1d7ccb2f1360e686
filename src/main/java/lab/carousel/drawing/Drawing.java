package lab.carousel.drawing;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import lab.carousel.drawing.colour.Palette;

/**
 * Something that is drawn into whatever room there is: on the screen, or inside a picture that is exported. Immutable,
 * so that it can be drawn on any thread.
 */
public interface Drawing {

    /**
     * Draws it into the area from (0, 0) to (width, height), in points. Uses vector shapes and text only, so that an SVG
     * of it can be edited. The background is left as it is.
     */
    void draw(Graphics2D graphics, double width, double height, Palette palette);

    /** What stands at a place of the drawing in an area of that size; empty where nothing does. */
    Optional<Hit> at(double x, double y, double width, double height);

    /** Draws it into a room of something larger. */
    default void draw(Graphics2D graphics, Rectangle2D room, Palette palette) {
        AffineTransform before = graphics.getTransform();
        graphics.translate(room.getX(), room.getY());
        draw(graphics, room.getWidth(), room.getHeight(), palette);
        graphics.setTransform(before);
    }

    /** What stands at a place of something larger in which it has a room. */
    default Optional<Hit> at(double x, double y, Rectangle2D room) {
        return at(x - room.getX(), y - room.getY(), room.getWidth(), room.getHeight());
    }

    /** The numbers it shows, as CSV with a header line, at full precision. */
    String csv();
}
