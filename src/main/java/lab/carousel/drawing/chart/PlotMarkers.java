package lab.carousel.drawing.chart;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Signs that differ in shape, so that they can be told apart without colours. */
public final class PlotMarkers {

    private static final int KINDS = 4;

    private PlotMarkers() {}

    /** A sign around the origin: dot, square, triangle or diamond. */
    public static Shape of(int number, double size) {
        double half = size / 2;
        return switch (number % KINDS) {
            case 0 -> new Ellipse2D.Double(-half, -half, size, size);
            case 1 -> new Rectangle2D.Double(-half, -half, size, size);
            case 2 -> polygon(0, -half, half, half, -half, half);
            default -> polygon(0, -half, half, 0, 0, half, -half, 0);
        };
    }

    private static Shape polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int index = 2; index < corners.length; index += 2) {
            path.lineTo(corners[index], corners[index + 1]);
        }
        path.closePath();
        return path;
    }
}
