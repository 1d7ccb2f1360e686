package lab.carousel.ui.loss;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import lab.carousel.picture.loss.LossPicture;
import lab.carousel.picture.loss.LossRange;

/**
 * A loss chart that has been drawn.
 *
 * @param picture what was drawn
 * @param all     the range that would show everything
 * @param area    where the lines are, inside the axes, in points
 * @param pixels  the drawing; reused for the next one
 * @param scale   pixels per point
 */
record LossFrame(LossPicture picture, LossRange all, Rectangle2D area, BufferedImage pixels, double scale) {

    /** The epoch at a place, in points from the left. */
    double epochAt(double x) {
        return picture.range().epochAt(shareOfWidth(x));
    }

    /** A place as a share of the width inside the axes, 0 to 1 if it is there. */
    double shareOfWidth(double x) {
        return (x - area.getMinX()) / area.getWidth();
    }

    /** A place as a share of the height inside the axes, from the bottom, 0 to 1 if it is there. */
    double shareOfHeight(double y) {
        return (area.getMaxY() - y) / area.getHeight();
    }

    /** Where an epoch is drawn, in points from the left. */
    double xOf(double epoch) {
        return area.getMinX() + picture.range().epochShare(epoch) * area.getWidth();
    }
}
