package lab.carousel.drawing.mark;

/** The ellipse that fits into a box. */
public record Ellipse(Box bounds) implements Shape {

    public static Ellipse circle(double x, double y, double diameter) {
        return new Ellipse(new Box(x - diameter / 2, y - diameter / 2, diameter, diameter));
    }

    @Override
    public Ellipse moved(double right, double down) {
        return new Ellipse(bounds.moved(right, down));
    }
}
