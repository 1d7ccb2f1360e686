package lab.carousel.lesson;

import java.util.List;
import java.util.Optional;

/**
 * A step of a lesson.
 *
 * @param id key of its answers; unique in its lesson, the same in all languages
 * @param after what is asked once the outcome is seen
 */
public record LessonStep(
        String id,
        StepText words,
        StepSetUp setUp,
        StepScreen screen,
        List<Need> needs,
        Optional<ClassQuestion> question,
        Reflection after) {

    public LessonStep {
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
        return new LessonStep(
                id,
                words,
                setUp,
                screen,
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

    public LessonStep with(StepText newWords, Optional<ClassQuestion> newQuestion, Reflection newAfter) {
        return new LessonStep(id, newWords, setUp, screen, needs, newQuestion, newAfter);
    }
}
