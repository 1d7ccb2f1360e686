package lab.carousel.lesson;

import java.util.List;
import java.util.Optional;

/**
 * What the screen shows in a step of a lesson.
 *
 * @param editors shown under the text: names of {@link LessonTargets#editors}
 * @param place   key of the microscope's place to show; empty if it stays
 */
public record StepScreen(
        List<String> editors, Optional<String> place, List<WindowSpot> spotlit, List<WindowSpot> locked) {

    public static final StepScreen USUAL = new StepScreen(List.of(), Optional.empty(), List.of(), List.of());

    public StepScreen {
        editors = List.copyOf(editors);
        spotlit = List.copyOf(spotlit);
        locked = List.copyOf(locked);
    }
}
