package lab.carousel.task.drawn;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import lab.carousel.task.DrawnTask;

/**
 * 2b: like 2a, but the p - 1 symbols between are drawn at random, each for itself. Only the last one can be predicted, and
 * nothing says when it is due. What counts is the last step.
 */
public final class RandomGap extends GapTask {

    static final RandomGap KIND = new RandomGap();

    private RandomGap() {
        super("2b", 0.25, p(10));
    }

    public static DrawnTask of(int p) {
        return DrawnTask.of(KIND, p);
    }

    @Override
    int[] draw(int answer, SplittableRandom random) {
        int[] sequence = between(answer, fillers());
        fill(sequence, 1, sequence.length - 1, random);
        return sequence;
    }

    @Override
    public OptionalDouble publishedSequences() {
        return value(p) == 100 ? OptionalDouble.of(5_680) : OptionalDouble.empty();
    }
}
