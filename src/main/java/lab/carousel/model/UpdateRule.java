package lab.carousel.model;

/** Changes a row of parameters, and of each of the moments, along the gradient {@code factor * vector}. */
@FunctionalInterface
public interface UpdateRule {
    void change(double[] p, double[][] moments, double rate, double factor, double[] vector);
}
