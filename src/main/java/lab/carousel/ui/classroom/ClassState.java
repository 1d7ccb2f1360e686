package lab.carousel.ui.classroom;

import java.util.Optional;
import lab.carousel.lesson.live.Counts;
import lab.carousel.lesson.live.DoorState;
import lab.carousel.lesson.live.Moment;
import lab.carousel.text.InvalidInput;

/**
 * What the phones show, and what came in.
 *
 * @param door    who is in, and who waits to be
 * @param problem why the last sheet could not be kept
 */
public record ClassState(Moment moment, Counts counts, DoorState door, Optional<InvalidInput> problem) {}
