package lab.carousel.ui.studies;

import java.util.Optional;
import lab.carousel.file.study.KeptStudy;
import lab.carousel.file.study.ReadyMade;
import lab.carousel.study.many.Study;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/**
 * What can be chosen from the list of studies.
 *
 * @param id    tells it apart
 * @param title what it is called
 * @param kept  the study; empty for one that is put together in the window
 */
record StudyEntry(String id, String title, Optional<KeptStudy> kept) {

    private static final String OWN = "own";

    static StudyEntry own() {
        return new StudyEntry(OWN, Message.text("studyWindow.own"), Optional.empty());
    }

    /** A study that is ready-made, or from a file of which the id is the path. */
    static StudyEntry of(KeptStudy kept) {
        return new StudyEntry(kept.id(), kept.title(), Optional.of(kept));
    }

    /** Whether a study of that id is offered always: the own one, or a ready-made one. */
    static boolean isFixed(String id) {
        return id.equals(OWN)
                || ReadyMade.all().stream().anyMatch(ready -> ready.key().equals(id));
    }

    Optional<Study> study() {
        return kept.map(KeptStudy::study);
    }

    /** How large it is, in words. */
    String size() {
        return study().map(StudyEntry::size).orElseGet(() -> Message.text("studyWindow.own.size"));
    }

    private static String size(Study study) {
        String seeds = NumberText.whole(study.seeds());
        return study.cells() == 1
                ? Message.text("studyWindow.size.seeds", seeds)
                : Message.text("studyWindow.size", NumberText.whole(study.cells()), seeds);
    }
}
