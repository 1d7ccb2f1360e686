package lab.carousel.drawing.chart;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;

/** Lets what is drawn end at the edge of an area, or not, in turn. */
final class AreaClip {

    private static final double EDGE = 1;

    private final Graphics2D graphics;
    /** A line along the edge is seen in its full width. */
    private final Rectangle2D inside;

    private final Shape before;
    private boolean clipped;

    AreaClip(Graphics2D graphics, Rectangle2D area) {
        this.graphics = graphics;
        this.inside = new Rectangle2D.Double(
                area.getX() - EDGE, area.getY() - EDGE, area.getWidth() + 2 * EDGE, area.getHeight() + 2 * EDGE);
        this.before = graphics.getClip();
    }

    void set(boolean wanted) {
        if (wanted && !clipped) {
            graphics.clip(inside);
        } else if (!wanted && clipped) {
            graphics.setClip(before);
        }
        clipped = wanted;
    }
}
