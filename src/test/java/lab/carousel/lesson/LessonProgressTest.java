package lab.carousel.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import lab.carousel.model.Experiment;
import lab.carousel.text.Message;
import lab.carousel.training.RunState;
import lab.carousel.training.RunStatus;
import org.junit.jupiter.api.Test;

class LessonProgressTest {

    private static final Spot LOSS = new Spot("loss", "lossView", Spot.Use.LOCK_OR_HIDE);
    private static final ClassQuestion QUESTION =
            new ClassQuestion("How low?", List.of("0", "0.07", "1"), OptionalInt.of(1), "The floor.", List.of(LOSS));

    private static LessonStep step(ClassQuestion question, Need... needs) {
        return new LessonStep(
                "title",
                "text",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Arrays.asList(needs),
                Optional.ofNullable(question));
    }

    private static LessonProgress begun(LessonStep... steps) {
        LessonProgress progress = new LessonProgress(
                new Lesson("name", "title", 5, "summary", List.of(), List.of(steps), Map.of(), Map.of()));
        progress.begin(situation(1, "cell"));
        return progress;
    }

    private static Situation situation(long seed, String place) {
        Experiment reference = Experiment.reference();
        Experiment edited = reference.with(reference.hyperparameters().withSeed(seed));
        RunStatus waiting =
                new RunStatus(RunState.PAUSED, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return new Situation(Optional.of(edited), waiting, place);
    }

    private static Need seedChanged() {
        return new Need.Changed(
                Message.of("hyperparameters.seed.label"),
                experiment -> experiment.hyperparameters().seed());
    }

    @Test
    void stepsWithoutNeedsAreTakenForthAndBack() {
        LessonProgress progress = begun(step(null), step(null));
        assertThat(progress.canGoBack()).isFalse();
        assertThat(progress.back()).isFalse();
        assertThat(progress.canGoOn()).isTrue();
        assertThat(progress.next()).isTrue();
        assertThat(progress.number()).isEqualTo(2);
        assertThat(progress.wasHereBefore()).isFalse();
        progress.begin(situation(1, "cell"));
        assertThat(progress.isLast()).isTrue();
        assertThat(progress.canGoOn()).isFalse();
        assertThat(progress.next()).isFalse();
        assertThat(progress.back()).isTrue();
        assertThat(progress.number()).isEqualTo(1);
        assertThat(progress.wasHereBefore()).isTrue();
    }

    @Test
    void whatIsNeededIsToldUntilItHasHappened() {
        LessonProgress progress = begun(step(null, seedChanged(), new Need.PlaceShown("twoSequences")), step(null));
        assertThat(progress.missing())
                .extracting(Message::text)
                .containsExactly("choose another value: Seed", "open “Two sequences” in the microscope");
        assertThat(progress.next()).isFalse();
        assertThat(progress.observe(situation(1, "twoSequences"))).isTrue();
        assertThat(progress.missing()).extracting(Message::text).containsExactly("choose another value: Seed");
        assertThat(progress.observe(situation(2, "cell"))).isTrue();
        assertThat(progress.missing()).as("once happened, it stays so").isEmpty();
        assertThat(progress.observe(situation(1, "cell"))).as("no news").isFalse();
        assertThat(progress.next()).isTrue();
    }

    @Test
    void aChangeIsOneFromWhereTheStepBegan() {
        LessonProgress progress = begun(step(null, seedChanged()), step(null, seedChanged()));
        progress.observe(situation(2, "cell"));
        progress.next();
        progress.begin(situation(2, "cell"));
        assertThat(progress.missing()).hasSize(1);
        progress.observe(situation(1, "cell"));
        assertThat(progress.missing()).isEmpty();
    }

    @Test
    void aQuestionHidesTheOutcomeUntilTheClassIsCommitted() {
        LessonProgress progress = begun(step(QUESTION), step(null));
        assertThat(progress.hidden()).containsExactly(LOSS);
        assertThat(progress.canReveal()).as("nobody has answered").isFalse();
        progress.reveal();
        assertThat(progress.isRevealed()).isFalse();
        assertThat(progress.canGoOn()).isFalse();
        progress.setHands(0, 3);
        progress.setHands(1, 9);
        assertThat(progress.tally().orElseThrow().share(1)).isEqualTo(0.75);
        progress.reveal();
        assertThat(progress.hidden()).isEmpty();
        assertThat(progress.canGoOn()).isTrue();
        progress.setHands(1, 12);
        assertThat(progress.tally().orElseThrow().hands()).as("committed").containsExactly(3, 9, 0);
    }

    @Test
    void theAnswersStayForComparison() {
        LessonProgress progress = begun(step(QUESTION), step(null), step(QUESTION));
        progress.setHands(2, 5);
        progress.reveal();
        progress.next();
        progress.begin(situation(1, "cell"));
        progress.back();
        assertThat(progress.isRevealed()).isTrue();
        assertThat(progress.hidden()).as("the outcome is known").isEmpty();
        assertThat(progress.answered()).hasSize(1);
        assertThat(progress.answered().get(0).number()).isEqualTo(1);
        assertThat(progress.answered().get(0).tally().hands()).containsExactly(0, 0, 5);
    }

    @Test
    void handsAreCutToWhatIsPossible() {
        LessonProgress progress = begun(step(QUESTION));
        progress.setHands(0, -4);
        progress.setHands(1, 5_000);
        assertThat(progress.tally().orElseThrow().hands()).containsExactly(0, Tally.MOST, 0);
    }
}
