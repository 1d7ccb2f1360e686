package lab.carousel.picture.account;

import java.awt.geom.Point2D;
import java.util.List;
import lab.carousel.drawing.colour.ColourScale;

/** What a diagram of a cell is made of. Places are in points of a diagram that is not scaled. */
sealed interface DiagramPart {

    /** A wire along some corners; a thick one for what is carried from step to step. */
    record Wire(List<Point2D> corners, boolean thick, boolean arrow) implements DiagramPart {}

    /**
     * A gate: its letter over its value, on the colour of the value.
     *
     * @param x     its middle
     * @param y     its middle
     * @param words what it is and its value, for the pointer
     */
    record Box(double x, double y, String letter, double value, ColourScale scale, String words)
            implements DiagramPart {}

    /** A function on a wire, for example tanh. */
    record Function(double x, double y, String name) implements DiagramPart {}

    /** An operation on wires: a multiplication or an addition. */
    record Operator(double x, double y, boolean product) implements DiagramPart {}

    /**
     * The number on a wire, and above it what it is.
     *
     * @param x     its middle
     * @param y     its baseline
     * @param label above it; may be empty
     * @param strong whether it is a result
     */
    record Value(double x, double y, String label, double value, boolean strong, String words) implements DiagramPart {}

    /** Words beside a wire. */
    record Label(double x, double y, String words) implements DiagramPart {}

    /** The outline of the cell. */
    record Frame(double x, double y, double width, double height) implements DiagramPart {}
}
