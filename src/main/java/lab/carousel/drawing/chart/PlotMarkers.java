package lab.carousel.drawing.chart;

import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Ellipse;
import lab.carousel.drawing.mark.Path;
import lab.carousel.drawing.mark.Shape;

/** Signs that differ in shape, so that they can be told apart without colours. */
public final class PlotMarkers {

    private static final int KINDS = 7;

    private PlotMarkers() {}

    /** A sign around the origin: dot, square, triangle, diamond, triangle on its point, plus or hexagon. */
    public static Shape of(int number, double size) {
        double half = size / 2;
        double arm = size / 6;
        return switch (number % KINDS) {
            case 0 -> Ellipse.circle(0, 0, size);
            case 1 -> new Box(-half, -half, size, size);
            case 2 -> Path.polygon(0, -half, half, half, -half, half);
            case 3 -> Path.polygon(0, -half, half, 0, 0, half, -half, 0);
            case 4 -> Path.polygon(0, half, half, -half, -half, -half);
            case 5 ->
                Path.polygon(
                        -arm, -half, arm, -half, arm, -arm, half, -arm, half, arm, arm, arm, arm, half, -arm, half,
                        -arm, arm, -half, arm, -half, -arm, -arm, -arm);
            default ->
                Path.polygon(-half, 0, -half / 2, -half, half / 2, -half, half, 0, half / 2, half, -half / 2, half);
        };
    }
}
