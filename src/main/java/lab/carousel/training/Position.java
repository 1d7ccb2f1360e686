package lab.carousel.training;

/**
 * Position of a run.
 *
 * @param epoch epochs completed
 * @param sequence of the last update, by its number in the task, or in the epoch if the task draws its sequences,
 *     counted from 1; 0 before the first update
 * @param step the last step of that update within its sequence, counted from 1; 0 before the first update
 */
public record Position(int epoch, int sequence, int step, long updates) {

    public static final Position START = new Position(0, 0, 0, 0);
}
