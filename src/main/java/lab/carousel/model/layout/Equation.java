package lab.carousel.model.layout;

/** A quantity, and the expression that gives it. */
public record Equation(String name, Expression is) {

    public Quantity quantity() {
        return Quantity.of(name);
    }
}
