package lab.carousel.ui.classroom;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import lab.carousel.lesson.live.Counts;
import lab.carousel.lesson.live.DoorState;
import lab.carousel.lesson.live.PhoneScreen;
import lab.carousel.text.InvalidInput;

/**
 * What the phones show, and what came in.
 *
 * @param door    who is in, and who waits to be
 * @param places  numbers of the students whose phones are there, by the step that each shows; 0 for none
 * @param problem why the last sheet could not be kept
 */
public record ClassState(
        PhoneScreen moment,
        Counts counts,
        DoorState door,
        SortedMap<Integer, List<Integer>> places,
        Optional<InvalidInput> problem) {}
