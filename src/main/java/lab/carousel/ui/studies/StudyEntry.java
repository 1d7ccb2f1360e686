package lab.carousel.ui.studies;

import java.util.Optional;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.Study;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/**
 * What can be chosen from the list of studies.
 *
 * @param id    tells it apart
 * @param title what it is called
 * @param study the study; empty for one that is put together in the window
 */
record StudyEntry(String id, String title, Optional<Study> study) {

    /** The own study. */
    static StudyEntry own() {
        return new StudyEntry("own", Message.text("studyWindow.own"), Optional.empty());
    }

    /** How large it is, in words. */
    String size() {
        return study.map(StudyEntry::size).orElseGet(() -> Message.text("studyWindow.own.size"));
    }

    private static String size(Study study) {
        long cells = study.draws();
        if (!study.isRandomSearch()) {
            cells = 1;
            for (Axis axis : study.axes()) {
                cells *= axis.choices().size();
            }
        }
        return cells == 1
                ? Message.text("studyWindow.size.seeds", NumberText.whole(study.seeds()))
                : Message.text("studyWindow.size", NumberText.whole(cells), NumberText.whole(study.seeds()));
    }
}
