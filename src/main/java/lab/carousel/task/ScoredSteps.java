package lab.carousel.task;

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

    public int of(int steps) {
        return lastOnly ? 1 : steps - first;
    }
}
