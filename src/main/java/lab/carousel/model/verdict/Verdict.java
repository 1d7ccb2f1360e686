package lab.carousel.model.verdict;

import lab.carousel.task.MemorylessFloor;

/** What an evaluation says about memory. */
public enum Verdict {
    /** All steps right, and at the deciding steps a loss that no predictor without memory can reach. */
    REMEMBERS,
    /** All steps right, but at the deciding steps the loss is one that a predictor without memory could have. */
    RIGHT_BY_LUCK,
    /** Some step is predicted wrong. */
    NOT_YET,
    /** The task has no deciding step: every target follows from the current symbol alone. */
    NEEDS_NO_MEMORY;

    /** The share of the floor at the deciding steps under which a loss counts as memory. */
    public static final double SHARE_OF_FLOOR = 0.9;

    /**
     * Judges an evaluation.
     *
     * @param evaluation of the network
     * @param floor      the memoryless floor of the same task and output, for m = 1
     */
    public static Verdict of(Evaluation evaluation, MemorylessFloor.Loss floor) {
        if (evaluation.decidingSteps() == 0) {
            return NEEDS_NO_MEMORY;
        }
        if (evaluation.right() < evaluation.steps()) {
            return NOT_YET;
        }
        return evaluation.decidingLoss() <= SHARE_OF_FLOOR * floor.deciding() ? REMEMBERS : RIGHT_BY_LUCK;
    }
}
