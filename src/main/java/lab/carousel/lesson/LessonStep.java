package lab.carousel.lesson;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import lab.carousel.model.Experiment;
import lab.carousel.training.Pace;

/**
 * A step of a lesson.
 *
 * @param id       what answers to it are kept under; unique in its lesson, the same in all languages
 * @param title    stands over its text
 * @param text     Markdown
 * @param pageText the same for those who have the page, where the window's would mislead them
 * @param setUp    what becomes of the experiment when the step is entered; empty if it stays as it is
 * @param pace     how fast it trains from this step on; empty if that stays as it is
 * @param editors  what of the editors is shown under the text: names of {@link Spots#editors}; none if empty
 * @param place    the place of the microscope that is shown, by its key; empty if it stays as it is
 * @param spotlit  what the step points at
 * @param locked   what cannot be used during the step
 * @param needs    what must happen before the next step
 * @param question asked in this step, if one is
 * @param after    what is asked once its outcome is seen
 */
public record LessonStep(
        String id,
        String title,
        String text,
        Optional<String> pageText,
        Optional<UnaryOperator<Experiment>> setUp,
        Optional<Pace> pace,
        List<String> editors,
        Optional<String> place,
        List<WindowSpot> spotlit,
        List<WindowSpot> locked,
        List<Need> needs,
        Optional<ClassQuestion> question,
        Reflection after) {

    /** Copies the lists. */
    public LessonStep {
        editors = List.copyOf(editors);
        spotlit = List.copyOf(spotlit);
        locked = List.copyOf(locked);
        needs = List.copyOf(needs);
    }

    /** The same step in other words. */
    public LessonStep with(
            String newTitle,
            String newText,
            Optional<String> newPageText,
            Optional<ClassQuestion> newQuestion,
            Reflection newAfter) {
        return new LessonStep(
                id,
                newTitle,
                newText,
                newPageText,
                setUp,
                pace,
                editors,
                place,
                spotlit,
                locked,
                needs,
                newQuestion,
                newAfter);
    }
}
