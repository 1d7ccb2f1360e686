package lab.carousel.ui.undo;

/**
 * When an edit was made.
 *
 * @param gesture how often the mouse button was pressed until then
 * @param isHeld  whether it is still down
 * @param nanos   the time, of {@link System#nanoTime}
 */
public record Moment(long gesture, boolean isHeld, long nanos) {}
