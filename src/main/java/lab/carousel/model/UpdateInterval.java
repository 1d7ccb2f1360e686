package lab.carousel.model;

import lab.carousel.task.Sequence;

/**
 * Time steps per weight update, which is also how far the gradient travels back. State values cross the boundary between
 * two updates, gradients never do.
 *
 * @param steps 1 (the reference) to {@value Sequence#MAX_LENGTH}, or {@link #WHOLE} for the whole sequence
 */
public record UpdateInterval(int steps) {

    private static final int WHOLE = Integer.MAX_VALUE;

    /** One update per time step: the reference. */
    public static final UpdateInterval ONE_STEP = new UpdateInterval(1);
    /** One update per sequence: full backpropagation through time. */
    public static final UpdateInterval WHOLE_SEQUENCE = new UpdateInterval(WHOLE);

    public boolean isWholeSequence() {
        return steps == WHOLE;
    }
}
