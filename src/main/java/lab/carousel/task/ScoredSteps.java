package lab.carousel.task;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Steps of a sequence with an error signal: loss, recall and margin are taken over them.
 *
 * @param first the first step that counts, counted from 0
 */
public record ScoredSteps(int first, boolean lastOnly) {

    public static final ScoredSteps ALL = new ScoredSteps(0, false);
    public static final ScoredSteps NONE = new ScoredSteps(Integer.MAX_VALUE, false);

    public boolean include(int step, int steps) {
        return step >= (lastOnly ? steps - 1 : first);
    }

    /** The same steps, of which these are scored: a new array. */
    public Steps[] of(Steps[] sequences) {
        return Arrays.stream(sequences).map(steps -> steps.with(this)).toArray(Steps[]::new);
    }

    public int of(int steps) {
        return lastOnly ? 1 : steps - first;
    }

    /** How many of some sequences with so many steps. */
    public int of(IntStream steps) {
        return steps.map(this::of).sum();
    }
}
