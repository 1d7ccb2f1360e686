package lab.carousel.model;

/** @param name as Keras calls it */
public record OptimiserConstant(String name, double value) {}
