package lab.carousel.file.session;

import java.util.List;
import lab.carousel.study.PlannedLesion;

/** Choices at the places where a class operates on the memory of a network. */
public record OperatingChoices(List<PlannedLesion> lesions, ChosenSequences twoSequences, ChosenTransplant transplant) {

    public OperatingChoices {
        lesions = List.copyOf(lesions);
    }
}
