package lab.carousel.training;

/**
 * Position of a run.
 *
 * @param epoch epochs completed
 * @param sequence of the last update, counted from 1 in the task, or in the epoch if it is drawn; 0 before the first
 * @param step last step of that update in its sequence, counted from 1; 0 before the first
 */
public record Position(int epoch, int sequence, int step, long updates) {

    public static final Position START = new Position(0, 0, 0, 0);
}
