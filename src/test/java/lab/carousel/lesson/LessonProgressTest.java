package lab.carousel.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.Message;
import lab.carousel.training.RunState;
import lab.carousel.training.RunStatus;
import org.junit.jupiter.api.Test;

class LessonProgressTest {

    private static final WindowSpot LOSS = new WindowSpot("loss", "lossView", WindowSpot.Use.LOCK_OR_HIDE);
    private static final ClassQuestion QUESTION = new ClassQuestion(
            "How low?", List.of("0", "0.07", "1"), OptionalInt.of(1), "The floor.", List.of(LOSS), false);

    private static LessonStep step(ClassQuestion question, Need... needs) {
        return step(question, Reflection.NONE, needs);
    }

    private static LessonStep step(ClassQuestion question, Reflection after, Need... needs) {
        return step("floor", question, after, needs);
    }

    private static LessonStep step(String id, ClassQuestion question) {
        return step(id, question, Reflection.NONE);
    }

    private static LessonStep step(String id, ClassQuestion question, Reflection after, Need... needs) {
        return new LessonStep(
                id,
                new StepText("title", "text", Optional.empty(), 1),
                new StepSetUp(Optional.of(LessonProgressTest::ofOneEpoch), false, false, Optional.empty()),
                new StepScreen(List.of(), Optional.empty(), List.of(), List.of()),
                Arrays.asList(needs),
                Optional.ofNullable(question),
                after);
    }

    private static LessonProgress begun(LessonStep... steps) {
        LessonProgress progress = new LessonProgress(
                new Lesson("name", "title", 5, "summary", "aim", List.of(), List.of(steps), Map.of(), Map.of()));
        progress.begin(situation(1, "cell"));
        return progress;
    }

    private static Situation situation(long seed, String place) {
        Experiment reference = Experiment.reference();
        Experiment edited = reference.with(reference.hyperparameters().with(Settings.SEED, seed));
        RunStatus waiting =
                new RunStatus(RunState.PAUSED, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return new Situation(Optional.of(edited), waiting, place, Map.of());
    }

    private static Need seedChanged() {
        return new Need.Changed(Settings.SEED.label(), Settings.SEED.name());
    }

    @Test
    void howANetworkDoesStepByStepIsNotShownUntilTheQuestionThatAsksForItIsAnswered() {
        LessonProgress progress = begun(
                step("before", null, Reflection.NONE),
                step("asked", QUESTION, Reflection.NONE, new Need.StepByStepShown()),
                step("later", null, Reflection.NONE));
        assertThat(progress.hidesComparison()).isTrue();
        progress.goTo(2);
        assertThat(progress.hidesComparison()).isTrue();
        progress.choose(0);
        assertThat(progress.hidesComparison()).as("not committed to").isTrue();
        progress.reveal();
        assertThat(progress.hidesComparison()).isFalse();
        progress.goTo(3);
        assertThat(progress.hidesComparison()).isFalse();
        assertThat(begun(step("alone", QUESTION, Reflection.NONE)).hidesComparison())
                .isFalse();
    }

    @Test
    void stepsWithoutNeedsAreTakenForthAndBack() {
        LessonProgress progress = begun(step(null), step(null));
        assertThat(progress.canGoBack()).isFalse();
        assertThat(progress.back()).isFalse();
        assertThat(progress.canGoOn()).isTrue();
        assertThat(progress.next()).isTrue();
        assertThat(progress.number()).isEqualTo(2);
        assertThat(progress.wasShownBefore()).isFalse();
        progress.begin(situation(1, "cell"));
        assertThat(progress.isLast()).isTrue();
        assertThat(progress.canGoOn()).isFalse();
        assertThat(progress.next()).isFalse();
        assertThat(progress.back()).isTrue();
        assertThat(progress.number()).isEqualTo(1);
        assertThat(progress.wasShownBefore()).isTrue();
    }

    @Test
    void whatIsNeededIsToldUntilItHasHappened() {
        LessonProgress progress = begun(step(null, seedChanged(), new Need.PlaceShown("twoSequences")), step(null));
        assertThat(progress.missing())
                .extracting(Message::text)
                .containsExactly("change “Seed”", "open “Two sequences” in the microscope");
        assertThat(progress.next()).isFalse();
        assertThat(progress.observe(situation(1, "twoSequences"))).isTrue();
        assertThat(progress.missing()).extracting(Message::text).containsExactly("change “Seed”");
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

    private static LessonProgress again(LessonProgress before, Optional<ReachedStep> reached) {
        return new LessonProgress(
                before.original(),
                before.id(),
                before.student(),
                AnswerSheet.of(before, "").answers(),
                List.of(),
                reached);
    }

    @Test
    void afterARestartItGoesOnWhereTheClassIsAndKnowsWhatWasRevealed() {
        LessonProgress progress = begun(step("a", QUESTION), step("b", null), step("c", QUESTION));
        progress.setHands(2, 5);
        LessonProgress open = again(progress, Optional.of(progress.reached()));
        assertThat(open.isRevealed()).as("chosen, not revealed").isFalse();
        progress.reveal();
        LessonProgress revealed = again(progress, Optional.of(progress.reached()));
        assertThat(revealed.number()).isEqualTo(1);
        assertThat(revealed.isRevealed()).isTrue();
        assertThat(again(progress, Optional.empty()).isRevealed())
                .as("a file of answers does not tell")
                .isFalse();
        progress.next();
        LessonProgress further = again(progress, Optional.of(progress.reached()));
        assertThat(further.number()).as("where nothing is asked").isEqualTo(2);
        assertThat(further.answered()).hasSize(1);
        progress.goTo(3);
        progress.setHands(0, 4);
        progress.goTo(1);
        LessonProgress back = again(progress, Optional.of(progress.reached()));
        assertThat(back.number()).isEqualTo(1);
        assertThat(back.isRevealed()).isTrue();
        assertThat(back.answered()).as("the last one is still open").hasSize(1);
        assertThat(again(progress, Optional.of(new ReachedStep("gone", List.of("a"))))
                        .number())
                .as("the lesson has no such step")
                .isEqualTo(3);
    }

    @Test
    void aFileOfAnswersTellsWhatWasNotCommittedTo() {
        LessonProgress skipped = begun(step("a", QUESTION), step("b", QUESTION));
        skipped.setHands(0, 1);
        skipped.goTo(2);
        skipped.setHands(0, 1);
        assertThat(again(skipped, Optional.empty()).answered()).isEmpty();
        skipped.goTo(1);
        skipped.reveal();
        assertThat(again(skipped, Optional.empty()).answered()).hasSize(1);
    }

    @Test
    void handsAreCutToWhatIsPossible() {
        LessonProgress progress = begun(step(QUESTION));
        progress.setHands(0, -4);
        progress.setHands(1, 5_000);
        assertThat(progress.tally().orElseThrow().hands()).containsExactly(0, Tally.MOST, 0);
    }

    private static Situation trained() {
        return trained(ofOneEpoch(Experiment.reference()));
    }

    private static Situation trained(Experiment experiment) {
        return new Situation(Optional.of(experiment), FinishedRun.of(experiment), "cell", Map.of());
    }

    private static Experiment ofOneEpoch(Experiment experiment) {
        return experiment.with(all -> all.with(Settings.EPOCHS, 1));
    }

    private static LessonProgress observing() {
        return begun(step(QUESTION, Reflections.ofEachKind()), step(null));
    }

    @Test
    void whatIsRightIsToldOnceEverythingIsObserved() {
        LessonProgress progress = observing();
        progress.setReason("because");
        progress.setHands(0, 1);
        assertThat(progress.answers().nextObservation()).isEmpty();
        progress.reveal();
        assertThat(progress.isRevealed()).isTrue();
        assertThat(progress.isExplained()).isFalse();
        assertThat(progress.missing())
                .extracting(Message::text)
                .containsExactly("answer the new question about your run");
        progress.setHands(1, 1);
        progress.setReason("too late");
        Situation now = trained();
        assertThat(progress.observe(0, 0, now)).isTrue();
        double loss = now.snapshot().orElseThrow().evaluation().loss();
        assertThat(progress.observe(1, loss + 0.0009, now)).isTrue();
        assertThat(progress.isExplained()).isFalse();
        assertThat(progress.observe(2, 2, now)).isTrue();
        assertThat(progress.isExplained()).isTrue();
        assertThat(progress.canGoOn()).isTrue();
        progress.setHands(2, 9);
        StepAnswers answers = progress.answers();
        assertThat(answers.before().orElseThrow().hands()).containsExactly(1, 0, 0);
        assertThat(answers.after().orElseThrow().hands()).containsExactly(0, 1, 0);
        assertThat(answers.reason()).isEqualTo("because");
        assertThat(answers.observed())
                .containsExactly(
                        Optional.of(new Observed(0, 1, false)),
                        Optional.of(new Observed(loss + 0.0009, loss, true)),
                        Optional.of(new Observed(2, 2, true)));
    }

    @Test
    void whatTheLessonKnowsOfItsOwnRunItDoesNotSayOfAnother() {
        Situation own = trained();
        Situation other = trained(own.edited().orElseThrow().with(all -> all.with(Settings.SEED, 2L)));
        assertThat(observed(other, Reflections.ofEachKind()))
                .extracting(Observed::agrees)
                .containsExactly(Optional.empty(), Optional.of(true));
        assertThat(observed(own, Reflections.ofEachKind()))
                .extracting(Observed::agrees)
                .containsExactly(Optional.of(false), Optional.of(true));
        assertThat(observed(other, Reflections.ofEachKind(), seedChanged()))
                .as("asked for")
                .extracting(Observed::agrees)
                .containsExactly(Optional.of(false), Optional.of(true));
    }

    /** A wrong choice, and the verdict of the run. */
    private static List<Observed> observed(Situation now, Reflection after, Need... needs) {
        LessonProgress progress = begun(step(QUESTION, after, needs));
        progress.setHands(0, 1);
        progress.reveal();
        progress.observe(0, 0, now);
        progress.observe(2, 2, now);
        return Stream.of(0, 2)
                .map(number -> progress.answers().observed().get(number).orElseThrow())
                .toList();
    }

    @Test
    void withoutARunNoNumberCanBeChecked() {
        LessonProgress progress = observing();
        progress.setHands(0, 1);
        progress.reveal();
        assertThat(progress.observe(1, 0.5, situation(1, "cell"))).isFalse();
        assertThat(progress.answers().observed().get(1)).isEmpty();
    }

    @Test
    void theFirstObservationCounts() {
        LessonProgress progress = observing();
        progress.setHands(0, 1);
        progress.reveal();
        progress.observe(0, 0, trained());
        progress.observe(0, 1, trained());
        assertThat(progress.answers().observed().get(0)).contains(new Observed(0, 1, false));
    }

    @Test
    void aStepCanBeSkippedAndAnyOneEntered() {
        LessonProgress progress = observing();
        assertThat(progress.next()).isFalse();
        progress.goTo(2);
        assertThat(progress.number()).isEqualTo(2);
        progress.goTo(99);
        assertThat(progress.isLast()).isTrue();
        progress.goTo(1);
        assertThat(progress.canGoBack()).isFalse();
    }

    @Test
    void eachExperimentThatIsTrainedToItsEndIsListedOnce() {
        LessonProgress progress = observing();
        assertThat(progress.tries()).isEmpty();
        Situation now = trained();
        progress.observe(now);
        progress.observe(now);
        assertThat(progress.tries()).hasSize(1);
        assertThat(progress.tries().get(0).epoch()).isEqualTo(1);
        assertThat(progress.tries().get(0).result().verdict()).isEqualTo(Verdict.NOT_YET);
        assertThat(progress.tries().get(0).step()).isEqualTo("floor");
    }

    @Test
    void handsOfPhonesAreThoseOfTheClass() {
        LessonProgress progress = begun(step(QUESTION));
        progress.setHands(2, 5);
        progress.count(List.of(List.of(0, 0, 0)), List.of());
        assertThat(progress.answers().before().orElseThrow().hands())
                .as("counted before, and no phone has answered")
                .containsExactly(0, 0, 5);
        progress.count(List.of(List.of(3, 2), List.of(1, 4)), List.of());
        assertThat(progress.answers().rounds())
                .extracting(Tally::hands)
                .containsExactly(List.of(3, 2, 0), List.of(1, 4, 0));
        progress.count(List.of(List.of(3, 2)), List.of());
        assertThat(progress.answers().rounds())
                .as("of a class that is opened again")
                .hasSize(2);
        progress.reveal();
        progress.count(List.of(List.of(3, 2), List.of(1, 4)), List.of(0, 5, 0));
        assertThat(progress.isRevealed()).isTrue();
        assertThat(progress.answers().after().orElseThrow().hands()).containsExactly(0, 5, 0);
        AnswerSheet kept = AnswerSheet.of(progress, "");
        assertThat(kept.goOn(progress.original()).orElseThrow().answers().rounds())
                .isEqualTo(progress.answers().rounds());
        LessonProgress without = begun(step(null));
        without.count(List.of(), List.of(1, 2));
        assertThat(without.answers().after()).isEmpty();
    }

    @Test
    void onlyWhoAsksPhonesMayRevealWhatNobodyAnswered() {
        LessonProgress progress = begun(step(QUESTION));
        for (Audience counted : Audience.CHOICES) {
            progress.setAudience(counted);
            assertThat(progress.canReveal()).as("%s", counted).isFalse();
        }
        progress.setAudience(Audience.PHONES);
        assertThat(progress.missing()).extracting(Message::text).containsExactly("wait for the answers and reveal");
        progress.reveal();
        assertThat(progress.missing()).isEmpty();
        assertThat(progress.canReveal()).as("twice").isFalse();
    }
}
