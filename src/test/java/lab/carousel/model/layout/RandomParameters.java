package lab.carousel.model.layout;

import java.util.SplittableRandom;

/** Parameters none of which are special: no zeros, no equal biases. */
public final class RandomParameters {

    private RandomParameters() {}

    /** Some of a shape, from -0.8 to 0.8. */
    public static Parameters of(ParameterLayout layout, long seed) {
        return Parameters.of(
                layout,
                new SplittableRandom(seed).doubles(layout.size(), -0.8, 0.8).toArray());
    }
}
