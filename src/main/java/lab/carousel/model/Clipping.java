package lab.carousel.model;

import lab.carousel.text.InvalidInput;

/**
 * How long the gradient of an update may be: if its Euclidean norm, over all parameters together, is larger, it is
 * shortened to that norm and keeps its direction (Pascanu, Mikolov and Bengio 2013; Keras's {@code global_clipnorm}).
 *
 * @param norm above 0; infinite for {@link #NONE}
 */
public record Clipping(double norm) {

    /** The gradient is taken as it is: the reference. */
    public static final Clipping NONE = new Clipping(Double.POSITIVE_INFINITY);

    public Clipping {
        if (!(norm > 0)) {
            throw new InvalidInput("hyperparameters.clipping.range");
        }
    }

    /**
     * Clipping at a norm.
     *
     * @throws InvalidInput if it is not a finite number above 0
     */
    public static Clipping atNorm(double norm) {
        if (norm == Double.POSITIVE_INFINITY) {
            throw new InvalidInput("hyperparameters.clipping.range");
        }
        return new Clipping(norm);
    }

    public boolean isNone() {
        return norm == Double.POSITIVE_INFINITY;
    }
}
