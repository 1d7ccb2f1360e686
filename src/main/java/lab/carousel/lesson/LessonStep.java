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
 * @param hasOwnSeeds whether each phone of a class trains a seed of its own: the question is about what share of networks does
 *     something; otherwise all train the same run
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
        boolean hasOwnSeeds,
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

    /**
     * Spots covered until the class has committed to its answers: those that its question hides. If it hides none, and its
     * outcome is observed, or seen in what is to be done, all that would show the outcome of a run.
     */
    public List<WindowSpot> hidden() {
        List<WindowSpot> chosen = question.map(ClassQuestion::hides).orElse(List.of());
        boolean isRight = question.filter(asked -> asked.right().isPresent()).isPresent();
        boolean isPredicted = !after.observations().isEmpty() || (isRight && !needs.isEmpty());
        return chosen.isEmpty() && question.isPresent() && isPredicted ? LessonTargets.OF_OUTCOME : chosen;
    }

    /**
     * The same without what tells its outcome: what is right, and why, what is to be done and observed once the question is
     * answered, and the backs of cards.
     */
    public LessonStep withoutOutcome() {
        return with(
                title,
                text,
                pageText,
                question.isPresent() ? List.of() : needs,
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
        return with(newTitle, newText, newPageText, needs, newQuestion, newAfter);
    }

    private LessonStep with(
            String newTitle,
            String newText,
            Optional<String> newPageText,
            List<Need> newNeeds,
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
                hasOwnSeeds,
                pace,
                editors,
                place,
                spotlit,
                locked,
                newNeeds,
                newQuestion,
                newAfter);
    }
}
