package lab.carousel.drawing.mark;

/** An area with upright sides, in points. */
public record Box(double x, double y, double width, double height) implements Shape {

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double middleX() {
        return x + width / 2;
    }

    public double middleY() {
        return y + height / 2;
    }

    public boolean isEmpty() {
        return width <= 0 || height <= 0;
    }

    /** Whether a place is in it; its right and its lower edge are not. */
    public boolean contains(double atX, double atY) {
        return atX >= x && atY >= y && atX < right() && atY < bottom();
    }

    public boolean intersects(Box other) {
        return !isEmpty()
                && !other.isEmpty()
                && other.right() > x
                && other.bottom() > y
                && other.x < right()
                && other.y < bottom();
    }

    /** What both have; empty, with a negative size, if there is nothing. */
    public Box intersection(Box other) {
        return between(
                Math.max(x, other.x),
                Math.max(y, other.y),
                Math.min(right(), other.right()),
                Math.min(bottom(), other.bottom()));
    }

    /** The smallest that holds both. */
    public Box union(Box other) {
        return between(
                Math.min(x, other.x),
                Math.min(y, other.y),
                Math.max(right(), other.right()),
                Math.max(bottom(), other.bottom()));
    }

    /** So much wider at each side. */
    public Box grown(double by) {
        return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
    }

    public static Box between(double left, double top, double right, double bottom) {
        return new Box(left, top, right - left, bottom - top);
    }

    @Override
    public Box bounds() {
        return this;
    }

    @Override
    public Box moved(double right, double down) {
        return new Box(x + right, y + down, width, height);
    }
}
