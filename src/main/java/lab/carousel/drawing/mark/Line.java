package lab.carousel.drawing.mark;

/** A straight line between two points. A shape of its own, as it is drawn in half the time of a path. */
public record Line(double fromX, double fromY, double toX, double toY) implements Shape {

    public Line(Point from, Point to) {
        this(from.x(), from.y(), to.x(), to.y());
    }

    @Override
    public Box bounds() {
        return Box.between(Math.min(fromX, toX), Math.min(fromY, toY), Math.max(fromX, toX), Math.max(fromY, toY));
    }

    @Override
    public Line moved(double right, double down) {
        return new Line(fromX + right, fromY + down, toX + right, toY + down);
    }
}
