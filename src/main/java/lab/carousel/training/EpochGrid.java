package lab.carousel.training;

/**
 * Which epochs a history keeps: all of the first ones, and the later the further apart, so that the distance between two
 * that are kept is in proportion to how far they are from the start. A coarser grid has no epoch that a finer one does not
 * have.
 *
 * @param level how coarse it is, 0 to {@value #COARSEST}; the coarsest has only the start
 */
record EpochGrid(int level) {

    /** So many epochs between two that are a whole power of two apart; halved with each level. */
    private static final int DENSEST = ParameterHistory.MAX_EPOCHS;

    private static final int ONLY_POWERS = Integer.numberOfTrailingZeros(DENSEST);
    static final int COARSEST = 17;

    static final EpochGrid FINEST = new EpochGrid(0);

    EpochGrid coarser() {
        return new EpochGrid(Math.min(COARSEST, level + 1));
    }

    /** Whether it has an epoch, counted from 0 at the start. */
    boolean has(int epoch) {
        if (epoch == 0) {
            return true;
        }
        if (level == COARSEST) {
            return false;
        }
        int gap = Integer.highestOneBit(Math.max(1, epoch / Math.max(1, DENSEST >> level)));
        // Beyond the powers of 2, those of 4, of 16, of 256, ...
        int apart = 1 << Math.max(0, level - ONLY_POWERS);
        return epoch % gap == 0 && (apart == 1 || Integer.numberOfTrailingZeros(epoch) % apart == 0);
    }
}
