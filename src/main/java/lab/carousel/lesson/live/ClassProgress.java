package lab.carousel.lesson.live;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lab.carousel.model.Experiment;

/**
 * How far a class is, so that it goes on when it is opened again.
 *
 * @param address what its phones opened
 * @param isClosed whether its teacher has closed it; otherwise the program was ended, or has crashed
 * @param moment number of the last one
 * @param taught number of the lesson on the phones among the courses, from 1; empty if there is none
 * @param courses lessons that were begun
 * @param asked all questions that were asked in between
 * @param over id of the one of them that stands over the lesson
 * @param isPaused whether the phones are covered
 * @param reasons of students that are shown
 * @param door who is in
 * @param toldAlone files of sheets, each with the id of a step whose outcome was told to its student alone
 */
public record ClassProgress(
        String address,
        boolean isClosed,
        int moment,
        boolean isLed,
        OptionalInt taught,
        List<CourseProgress> courses,
        List<AskedNow> asked,
        Optional<String> over,
        Optional<Experiment> given,
        boolean isPaused,
        List<String> reasons,
        DoorProgress door,
        List<String> toldAlone) {

    /** Name of its file, in the folder of the answers. */
    public static final String FILE = "class.json";

    public ClassProgress {
        courses = List.copyOf(courses);
        asked = List.copyOf(asked);
        toldAlone = List.copyOf(toldAlone);
        reasons = List.copyOf(reasons);
    }

    /** The lesson on the phones. */
    public Optional<CourseProgress> course() {
        return taught.isEmpty() ? Optional.empty() : Optional.of(courses.get(taught.getAsInt() - 1));
    }
}
