package lab.carousel.training;

/**
 * Where a run is.
 *
 * @param epoch    epochs completed
 * @param sequence the sequence of the last update, by its number in the task, or in the epoch if the task draws its
 *                 sequences, counted from 1; 0 before the first update
 * @param step     the last step of that update within its sequence, counted from 1; 0 before the first update
 * @param updates  weight updates made
 */
public record Position(int epoch, int sequence, int step, long updates) {

    /** Before the first update. */
    public static final Position START = new Position(0, 0, 0, 0);
}
