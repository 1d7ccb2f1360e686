package lab.carousel.file.session;

import java.util.List;
import java.util.Map;
import lab.carousel.study.PlannedLesion;

/**
 * Choices at the places where a class looks into a network and operates on its memory.
 *
 * @param views what is chosen in views, by their keys and the names of their choices
 */
public record OperatingChoices(List<PlannedLesion> lesions, Map<String, Map<String, String>> views) {

    public OperatingChoices {
        lesions = List.copyOf(lesions);
        views = Map.copyOf(views);
    }
}
