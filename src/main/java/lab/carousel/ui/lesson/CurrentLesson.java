package lab.carousel.ui.lesson;

import java.util.Optional;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.model.Experiment;
import lab.carousel.training.Pace;
import lab.carousel.training.PausedRun;
import lab.carousel.ui.file.Document;

/** The lesson that is taught, if one is: it goes on in whatever window shows it. */
public final class CurrentLesson {

    /**
     * What was there before a lesson.
     *
     * @param document the file that was worked on
     * @param edited   the experiment as it was edited
     * @param place    the place of the microscope, by its key
     * @param pace     how fast it trained
     * @param run      what was trained; empty if nothing was
     */
    public record Before(Document document, Experiment edited, String place, Pace pace, Optional<PausedRun> run) {}

    private Optional<LessonProgress> progress = Optional.empty();
    private Optional<Before> before = Optional.empty();

    /** How far the class has come; empty if there is no lesson. */
    public Optional<LessonProgress> progress() {
        return progress;
    }

    void begin(LessonProgress begun) {
        progress = Optional.of(begun);
    }

    void end() {
        progress = Optional.empty();
    }

    /** What was there before the lesson. */
    public Optional<Before> before() {
        return before;
    }

    /** Remembers what was there before the lesson. */
    public void remember(Before kept) {
        before = Optional.of(kept);
    }

    /** Forgets what was there before. */
    public void forget() {
        before = Optional.empty();
    }
}
