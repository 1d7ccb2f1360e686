package lab.carousel.picture.account;

import java.util.List;

/** What draws the parts of the diagram of a cell, on the screen or in the page. A place is the middle of what is drawn there. */
public interface CellPen {

    void frame(double x, double y, double width, double height);

    /** A wire along corners given as x, y, x, y, …; a thick one for what is carried from step to step. */
    void wire(boolean isThick, boolean hasArrow, double... corners);

    /** Words on a line. */
    void label(String words, double x, double y);

    /** An operation on wires: a multiplication or an addition. */
    void operator(double x, double y, boolean isProduct);

    /** A function on a wire, for example tanh. */
    void function(double x, double y, String name);

    /** A number on a line, on its wire. */
    void value(double x, double y, String number);

    /** A number on a line, and above it what it is. */
    void named(double x, double y, String name, String number, boolean isResult);

    /** A gate: its letter over its value, on the colour of the value, which is from 0 to 1, or from -1. */
    void gate(double x, double y, String letter, double value, boolean isSigned);

    /** The two leaves of a gate in their frame, on the side on which its wire leaves it: 0 is shut, 1 is open. */
    void leaves(double x, double y, double open, boolean onTheRight);

    /** The corners of the arrow at the end of a wire, its point first. */
    static double[] arrow(boolean isThick, double... corners) {
        int end = corners.length - 2;
        double toX = corners[end];
        double toY = corners[end + 1];
        double wayX = toX - corners[end - 2];
        double wayY = toY - corners[end - 1];
        double length = Math.sqrt(wayX * wayX + wayY * wayY);
        double size = isThick ? 7 : 5;
        double x = size * wayX / length;
        double y = size * wayY / length;
        return new double[] {toX, toY, toX - x - y * 0.7, toY - y + x * 0.7, toX - x + y * 0.7, toY - y - x * 0.7};
    }

    /** Where the leaves of a gate move. */
    static DiagramArea slot(double x, double y, boolean onTheRight) {
        return leaf(x, y, 0, 1, onTheRight);
    }

    /** The two leaves. */
    static List<DiagramArea> shut(double x, double y, double open, boolean onTheRight) {
        double share = (1 - Math.max(0, Math.min(1, open))) / 2;
        return List.of(leaf(x, y, 0, share, onTheRight), leaf(x, y, 1 - share, share, onTheRight));
    }

    /** From a share of the side on, so much of it; the leaves are 4 points thick, and stand 1 off the gate. */
    private static DiagramArea leaf(double x, double y, double from, double share, boolean onTheRight) {
        double left = x - CellWiring.BOX_WIDTH / 2;
        double top = y - CellWiring.BOX_HEIGHT / 2;
        return onTheRight
                ? new DiagramArea(
                        left + CellWiring.BOX_WIDTH + 1,
                        top + from * CellWiring.BOX_HEIGHT,
                        4,
                        share * CellWiring.BOX_HEIGHT)
                : new DiagramArea(left + from * CellWiring.BOX_WIDTH, top - 5, share * CellWiring.BOX_WIDTH, 4);
    }
}
