package lab.carousel.drawing;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import lab.carousel.drawing.colour.Palette;

/** A tick for right and a cross for wrong: they differ in shape, not in colour alone. */
public final class RightMark {

    private RightMark() {}

    /** Draws a tick or a cross around a centre, about 10 points wide. */
    public static void draw(Graphics2D graphics, double x, double y, boolean right, Palette palette) {
        graphics.setColor(right ? palette.right() : palette.wrong());
        graphics.setStroke(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        if (right) {
            Path2D tick = new Path2D.Double();
            tick.moveTo(x - 5, y);
            tick.lineTo(x - 1.5, y + 4);
            tick.lineTo(x + 5, y - 5);
            graphics.draw(tick);
        } else {
            graphics.draw(new Line2D.Double(x - 4.5, y - 4.5, x + 4.5, y + 4.5));
            graphics.draw(new Line2D.Double(x - 4.5, y + 4.5, x + 4.5, y - 4.5));
        }
    }
}
