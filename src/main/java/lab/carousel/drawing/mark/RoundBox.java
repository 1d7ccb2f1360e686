package lab.carousel.drawing.mark;

/** A box whose corners are round, each a quarter of a circle of a radius. */
public record RoundBox(Box bounds, double radius) implements Shape {

    @Override
    public RoundBox moved(double right, double down) {
        return new RoundBox(bounds.moved(right, down), radius);
    }
}
