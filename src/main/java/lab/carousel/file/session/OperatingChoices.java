package lab.carousel.file.session;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import lab.carousel.study.PlannedLesion;

/** Choices at the places where a class looks into a network and operates on its memory. */
public record OperatingChoices(List<PlannedLesion> lesions, List<ChosenInView> views) {

    public OperatingChoices {
        lesions = List.copyOf(lesions);
        views = List.copyOf(views);
    }

    /** What is chosen in views, by their keys and the names of their choices; of one that is told twice the last. */
    public Map<String, Map<String, String>> inViews() {
        return views.stream()
                .collect(groupingBy(
                        ChosenInView::view, toMap(ChosenInView::choice, ChosenInView::value, (one, other) -> other)));
    }
}
