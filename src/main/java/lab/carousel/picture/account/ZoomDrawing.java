package lab.carousel.picture.account;

import java.awt.AlphaComposite;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.Hit;
import lab.carousel.drawing.colour.Palette;

/**
 * On the way from a drawing to a closer look at a part of it.
 *
 * @param whole from where it is gone
 * @param part  what is seen of its focus from near
 * @param share 0 is the whole, 1 the part
 */
public record ZoomDrawing(FocusedDrawing whole, Drawing part, double share) implements Drawing {

    @Override
    public void draw(Graphics2D graphics, double width, double height, Palette palette) {
        Rectangle2D focus = whole.focus(width, height);
        Rectangle2D room = new Rectangle2D.Double(
                focus.getX() * (1 - share),
                focus.getY() * (1 - share),
                focus.getWidth() + share * (width - focus.getWidth()),
                focus.getHeight() + share * (height - focus.getHeight()));
        AffineTransform before = graphics.getTransform();
        Composite solid = graphics.getComposite();
        graphics.translate(room.getX(), room.getY());
        graphics.scale(room.getWidth() / focus.getWidth(), room.getHeight() / focus.getHeight());
        graphics.translate(-focus.getX(), -focus.getY());
        graphics.setComposite(AlphaComposite.SrcOver.derive((float) (1 - share)));
        whole.draw(graphics, width, height, palette);
        graphics.setTransform(before);
        graphics.setComposite(AlphaComposite.SrcOver.derive((float) share));
        part.draw(graphics, room, palette);
        graphics.setComposite(solid);
    }

    /** Nothing can be pointed at while it moves. */
    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        return Optional.empty();
    }

    @Override
    public String csv() {
        return part.csv();
    }
}
