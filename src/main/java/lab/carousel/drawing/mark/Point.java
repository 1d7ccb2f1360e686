package lab.carousel.drawing.mark;

/** A place, in points: to the right and down. */
public record Point(double x, double y) {

    public double distance(Point other) {
        return Math.hypot(other.x - x, other.y - y);
    }
}
