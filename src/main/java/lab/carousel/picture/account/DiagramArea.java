package lab.carousel.picture.account;

import lab.carousel.drawing.mark.Box;

/** A rectangle of a diagram, in points of one that is not scaled. */
public record DiagramArea(double x, double y, double width, double height) {

    static final DiagramArea NONE = new DiagramArea(0, 0, 0, 0);

    static DiagramArea around(double x, double y, double width, double height) {
        return new DiagramArea(x - width / 2, y - height / 2, width, height);
    }

    Box box() {
        return new Box(x, y, width, height);
    }
}
