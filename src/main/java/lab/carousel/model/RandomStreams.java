package lab.carousel.model;

import java.util.SplittableRandom;

/**
 * The random streams of an experiment, all split from one {@link SplittableRandom} of its seed, so that a draw added to
 * one of them never changes another.
 *
 * @param initialWeights for the weights before training
 * @param shuffles       for the order of the sequences
 */
public record RandomStreams(SplittableRandom initialWeights, SplittableRandom shuffles) {

    /** The streams of a seed, each at its start. */
    public static RandomStreams of(long seed) {
        SplittableRandom root = new SplittableRandom(seed);
        SplittableRandom initialWeights = root.split();
        SplittableRandom shuffles = root.split();
        return new RandomStreams(initialWeights, shuffles);
    }
}
