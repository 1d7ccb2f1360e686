package lab.carousel.ui.help;

import javafx.geometry.Rectangle2D;

/** Where a window goes that is read beside another one: next to it if the screen has room, otherwise over its right half. */
final class Beside {

    private Beside() {}

    /**
     * The bounds of the window.
     *
     * @param other  the bounds of the other window
     * @param screen what of the screen can be used
     * @param wanted the width that the window should have, in pixels
     * @param least  the width that it needs
     */
    static Rectangle2D bounds(Rectangle2D other, Rectangle2D screen, double wanted, double least) {
        double height = Math.min(Math.max(other.getHeight(), 0), screen.getHeight());
        double y = within(other.getMinY(), screen.getMinY(), screen.getMaxY() - height);
        double right = screen.getMaxX() - other.getMaxX();
        double left = other.getMinX() - screen.getMinX();
        if (right >= least) {
            return new Rectangle2D(other.getMaxX(), y, Math.min(wanted, right), height);
        }
        if (left >= least) {
            double width = Math.min(wanted, left);
            return new Rectangle2D(other.getMinX() - width, y, width, height);
        }
        double width = Math.min(least, screen.getWidth());
        return new Rectangle2D(screen.getMaxX() - width, y, width, height);
    }

    private static double within(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
