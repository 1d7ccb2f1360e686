package lab.carousel.model;

import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * The random streams of an experiment, all split from one {@link SplittableRandom} of its seed, so that a draw added to
 * one of them never changes another.
 *
 * @param initialWeights for the weights before training
 * @param shuffles       for the order of the sequences
 * @param training       for sequences to train on, where the task draws them
 * @param test           for sequences to evaluate on, where the task draws them
 * @param judging        for what a verdict is found by: orders of the sequences, or drawn sequences with their twins
 * @param pool           for the fixed sequences of a task that has a pool of them: from its beginning whenever it is asked for,
 *     so that all have the same
 */
public record RandomStreams(
        SplittableRandom initialWeights,
        SplittableRandom shuffles,
        SplittableRandom training,
        SplittableRandom test,
        SplittableRandom judging,
        Supplier<SplittableRandom> pool) {

    public static RandomStreams of(long seed) {
        SplittableRandom root = new SplittableRandom(seed);
        SplittableRandom initialWeights = root.split();
        SplittableRandom shuffles = root.split();
        // A further stream is split off after these, so that those before it stay as they are
        SplittableRandom training = root.split();
        SplittableRandom test = root.split();
        SplittableRandom judging = root.split();
        return new RandomStreams(initialWeights, shuffles, training, test, judging, () -> pool(seed));
    }

    /** The one that is split off last. */
    private static SplittableRandom pool(long seed) {
        SplittableRandom root = new SplittableRandom(seed);
        for (int before = 0; before < 5; before++) {
            root.split();
        }
        return root.split();
    }
}
