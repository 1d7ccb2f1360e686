package lab.carousel.picture.account;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import lab.carousel.drawing.colour.ColourScale;

/** What a diagram of a cell is made of. Places are in points of a diagram that is not scaled. */
sealed interface DiagramPart {

    /** Where the pointer is on it; nowhere if there is nothing to be said of it. */
    default Rectangle2D area() {
        return new Rectangle2D.Double();
    }

    private static Rectangle2D around(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x - width / 2, y - height / 2, width, height);
    }

    default String words() {
        return "";
    }

    /** A wire along some corners; a thick one for what is carried from step to step. */
    record Wire(List<Point2D> corners, boolean thick, boolean arrow) implements DiagramPart {}

    /** A gate around (x, y): its letter over its value, on the colour of the value; the words are for the pointer. */
    record Box(double x, double y, String letter, double value, ColourScale scale, String words)
            implements DiagramPart {

        static final double WIDTH = 50;
        static final double HEIGHT = 38;

        @Override
        public Rectangle2D area() {
            return DiagramPart.around(x, y, WIDTH, HEIGHT);
        }
    }

    /** A function on a wire, for example tanh. */
    record Function(double x, double y, String name) implements DiagramPart {

        Rectangle2D outline() {
            return DiagramPart.around(x, y, 40, 20);
        }
    }

    /** An operation on wires: a multiplication or an addition. */
    record Operator(double x, double y, boolean product) implements DiagramPart {

        static final double RADIUS = 9;
    }

    /**
     * The number on a wire, and above it what it is.
     *
     * @param x     its middle
     * @param y     its baseline
     * @param strong whether it is a result
     */
    record Value(double x, double y, String label, double value, boolean strong, String words) implements DiagramPart {

        @Override
        public Rectangle2D area() {
            double height = label.isEmpty() ? 16 : 32;
            return DiagramPart.around(x, y + 4 - height / 2, 52, height);
        }
    }

    record Label(double x, double y, String words) implements DiagramPart {}

    record Frame(double x, double y, double width, double height) implements DiagramPart {}
}
