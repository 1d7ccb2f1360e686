package lab.carousel.task;

/**
 * Which steps of a sequence have an error signal: loss, recall and margin are taken over them.
 *
 * @param first    the first step that can, counted from 0
 * @param lastOnly whether only the last one does
 */
public record ScoredSteps(int first, boolean lastOnly) {

    /** Every step. */
    public static final ScoredSteps ALL = new ScoredSteps(0, false);

    /** None. */
    public static final ScoredSteps NONE = new ScoredSteps(Integer.MAX_VALUE, false);

    /**
     * Whether a step counts.
     *
     * @param step  counted from 0
     * @param steps the number of steps of its sequence
     */
    public boolean include(int step, int steps) {
        return step >= (lastOnly ? steps - 1 : first);
    }

    /** How many steps of a sequence count. */
    public int of(int steps) {
        return lastOnly ? 1 : steps - first;
    }
}
