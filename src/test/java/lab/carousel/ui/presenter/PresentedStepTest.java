package lab.carousel.ui.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lab.carousel.lesson.ClassQuestion;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Need;
import lab.carousel.lesson.Reflection;
import lab.carousel.lesson.StepScreen;
import lab.carousel.lesson.StepSetUp;
import lab.carousel.lesson.StepText;
import lab.carousel.lesson.WindowSpot;
import lab.carousel.lesson.WindowSpot.Use;
import lab.carousel.ui.lesson.VoteRoom;
import org.junit.jupiter.api.Test;

class PresentedStepTest {

    private static final WindowSpot STATE = new WindowSpot("state", "state", Use.LOCK_OR_HIDE);
    private static final WindowSpot LOSS = new WindowSpot("loss", "lossView", Use.LOCK_OR_HIDE);

    private static PresentedStep presented(
            List<String> editors, String place, List<WindowSpot> spots, List<Need> needs, List<WindowSpot> hides) {
        return presented(editors, place, spots, needs, hides, false);
    }

    private static PresentedStep open(List<String> editors, List<WindowSpot> spots, List<WindowSpot> hides) {
        return presented(editors, null, spots, List.of(new Need.RunFinished()), hides, true);
    }

    private static PresentedStep presented(
            List<String> editors,
            String place,
            List<WindowSpot> spots,
            List<Need> needs,
            List<WindowSpot> hides,
            boolean isOpen) {
        Optional<ClassQuestion> question = hides.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ClassQuestion("?", List.of("a", "b"), java.util.OptionalInt.empty(), "", hides, false));
        return PresentedStep.of(
                new LessonStep(
                        "step-1",
                        new StepText("", "", Optional.empty(), 1),
                        new StepSetUp(Optional.empty(), false, false, Optional.empty()),
                        new StepScreen(editors, Optional.ofNullable(place), spots, List.of()),
                        needs,
                        question,
                        Reflection.NONE),
                isOpen,
                "cell"::equals);
    }

    @Test
    void aStepOfWordsOnlyNeedsNothingElse() {
        PresentedStep step = presented(List.of(), null, List.of(), List.of(), List.of());
        assertThat(step.panels()).isEmpty();
        assertThat(step.settings()).isFalse();
    }

    @Test
    void whatIsPointedAtComesFirst() {
        PresentedStep step = presented(List.of(), "predictions", List.of(STATE), List.of(), List.of(LOSS));
        assertThat(step.panels()).containsExactly(PresentedPanel.STATE, PresentedPanel.MICROSCOPE, PresentedPanel.LOSS);
        assertThat(step.spots()).containsExactly("state");
    }

    @Test
    void trainingIsWatchedInTheLossChart() {
        PresentedStep step = presented(List.of(), "predictions", List.of(), List.of(new Need.RunFinished()), List.of());
        assertThat(step.panels()).containsExactly(PresentedPanel.MICROSCOPE, PresentedPanel.LOSS);
    }

    @Test
    void singleSettingsStandOverThePanelAndAllAreAPanel() {
        PresentedStep single = presented(List.of("seed"), null, List.of(), List.of(), List.of());
        assertThat(single.settings()).isTrue();
        assertThat(single.panels()).containsExactly(PresentedPanel.LOSS);
        PresentedStep all = presented(List.of("hyperparameters"), null, List.of(), List.of(), List.of());
        assertThat(all.settings()).isFalse();
        assertThat(all.panels()).startsWith(PresentedPanel.HYPERPARAMETERS);
        assertThat(presented(List.of("task"), null, List.of(), List.of(), List.of())
                        .panels())
                .containsExactly(PresentedPanel.TASK);
    }

    @Test
    void aVoteTakesThePlaceOfAllThatTheStepDoesNotPointAt() {
        PresentedStep hiding = open(List.of("seed"), List.of(), List.of(LOSS));
        assertThat(hiding.panels()).containsExactly(PresentedPanel.VOTE);
        assertThat(hiding.vote()).isEqualTo(VoteRoom.AWAY);
        assertThat(hiding.settings()).isFalse();
        assertThat(hiding.verdict()).isFalse();
        PresentedStep setting = open(List.of("seed"), List.of(new WindowSpot("seed", "seed", Use.LOCK)), List.of(LOSS));
        assertThat(setting.settings()).isTrue();
        WindowSpot margin = new WindowSpot("margin", "margin", Use.POINT);
        assertThat(open(List.of(), List.of(margin), List.of(LOSS)).verdict()).isTrue();
    }

    @Test
    void aVoteStandsUnderTheTextWhereThereIsAPanelToLookAt() {
        PresentedStep beside = open(List.of(), List.of(STATE), List.of(LOSS));
        assertThat(beside.panels()).containsExactly(PresentedPanel.STATE);
        assertThat(beside.together()).as("there is one").isEmpty();
        assertThat(open(List.of(), List.of(STATE, LOSS), List.of(new WindowSpot("status", "status", Use.POINT)))
                        .together())
                .containsExactly(PresentedPanel.STATE, PresentedPanel.LOSS);
        assertThat(beside.vote()).isEqualTo(VoteRoom.UNDER_TEXT);
        assertThat(presented(List.of(), "predictions", List.of(), List.of(), List.of(LOSS), true)
                        .panels())
                .as("what is not hidden is asked about")
                .containsExactly(PresentedPanel.MICROSCOPE);
        // What is hidden cannot be looked at
        assertThat(open(List.of(), List.of(STATE), List.of(STATE)).vote()).isEqualTo(VoteRoom.AWAY);
        assertThat(presented(List.of(), null, List.of(STATE), List.of(), List.of(LOSS))
                        .vote())
                .as("once it is committed to")
                .isEqualTo(VoteRoom.IN_TEXT);
    }

    @Test
    void aUnitIsSelectedInTheHeatmap() {
        assertThat(presented(List.of(), "cell", List.of(), List.of(), List.of()).panels())
                .containsExactly(PresentedPanel.MICROSCOPE, PresentedPanel.STATE);
    }

    @Test
    void lettersGrowWithTheScreenAndMoreFitsOnALargerOne() {
        assertThat(PresenterPane.factor(1280, 720)).isEqualTo(24.0 / 13);
        assertThat(PresenterPane.factor(1280, 800)).isEqualTo(24.0 / 13);
        assertThat(PresenterPane.factor(1920, 1080)).isEqualTo(30.0 / 13);
        assertThat(PresenterPane.factor(3840, 2160)).isEqualTo(2 * PresenterPane.factor(1920, 1080));
        assertThat(PresenterPane.factor(600, 400)).isEqualTo(1.5);
    }
}
