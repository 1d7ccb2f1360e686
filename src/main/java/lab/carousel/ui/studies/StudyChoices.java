package lab.carousel.ui.studies;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.carousel.file.study.TypedStudy;
import lab.carousel.study.ready.ReadyMade;

/**
 * What is chosen and typed in the place for studies.
 *
 * @param chosen the id of the study chosen
 * @param seeds  how often each variation is to be trained, as it was typed
 * @param own    the study put together
 * @param opened the studies from files, in the order in which they were opened
 */
record StudyChoices(String chosen, String seeds, TypedStudy own, List<StudyEntry> opened) {

    /** The first ready-made study, and an own one in which nothing is varied. */
    static final StudyChoices INITIAL = initial();

    StudyChoices {
        opened = List.copyOf(opened);
    }

    private static StudyChoices initial() {
        ReadyMade first = ReadyMade.all().get(0);
        TypedStudy.TypedAxis nothing = new TypedStudy.TypedAxis("", "");
        TypedStudy own = new TypedStudy(
                Optional.empty(),
                Stream.generate(() -> nothing).limit(OwnStudyForm.AXES).toList());
        return new StudyChoices(first.key(), Integer.toString(first.study().seeds()), own, List.of());
    }
}
