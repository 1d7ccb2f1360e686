package lab.carousel.lesson;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import lab.carousel.model.Experiment;
import lab.carousel.training.Pace;

/**
 * A step of a lesson.
 *
 * @param id key of its answers; unique in its lesson, the same in all languages
 * @param text in Markdown
 * @param pageText replaces the text in a page, where the window's would mislead
 * @param minutes that it takes a class, about
 * @param setUp changes the experiment when the step is entered; empty if it stays
 * @param isTrained whether it is set up with a run trained to its end; otherwise with one at its start
 * @param pace of training from this step on; empty if it stays
 * @param editors shown under the text: names of {@link LessonTargets#editors}
 * @param place key of the microscope's place to show; empty if it stays
 * @param after what is asked once the outcome is seen
 */
public record LessonStep(
        String id,
        String title,
        String text,
        Optional<String> pageText,
        int minutes,
        Optional<UnaryOperator<Experiment>> setUp,
        boolean isTrained,
        Optional<Pace> pace,
        List<String> editors,
        Optional<String> place,
        List<WindowSpot> spotlit,
        List<WindowSpot> locked,
        List<Need> needs,
        Optional<ClassQuestion> question,
        Reflection after) {

    public LessonStep {
        editors = List.copyOf(editors);
        spotlit = List.copyOf(spotlit);
        locked = List.copyOf(locked);
        needs = List.copyOf(needs);
    }

    /** Whether its question is answered as soon as the prediction is committed to: nothing is to be seen first. */
    public boolean tellsAtOnce() {
        return after.observations().isEmpty()
                && question.filter(asked -> asked.right().isPresent()).isPresent();
    }

    /**
     * Spots covered until the class has committed to its answers: those that its question hides. If it hides none, and its
     * outcome is asked for later, all that would show the outcome of a run.
     */
    public List<WindowSpot> hidden() {
        List<WindowSpot> chosen = question.map(ClassQuestion::hides).orElse(List.of());
        boolean isPredicted = question.isPresent() && !after.observations().isEmpty();
        return chosen.isEmpty() && isPredicted ? LessonTargets.OF_OUTCOME : chosen;
    }

    /** The same without what tells its outcome: what is right, and why, what is to be observed, and the backs of cards. */
    public LessonStep withoutOutcome() {
        return with(
                title,
                text,
                pageText,
                question.map(asked -> asked.withoutOutcome()),
                new Reflection(
                        List.of(),
                        after.cards().stream()
                                .map(card -> new RecallCard(card.front(), ""))
                                .toList(),
                        after.isTransfer(),
                        after.listsTries()));
    }

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
                minutes,
                setUp,
                isTrained,
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
