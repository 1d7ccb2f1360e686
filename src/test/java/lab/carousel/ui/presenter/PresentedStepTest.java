package lab.carousel.ui.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lab.carousel.lesson.ClassQuestion;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Need;
import lab.carousel.lesson.Reflection;
import lab.carousel.lesson.WindowSpot;
import lab.carousel.lesson.WindowSpot.Use;
import org.junit.jupiter.api.Test;

class PresentedStepTest {

    private static final WindowSpot STATE = new WindowSpot("state", "state", Use.LOCK_OR_HIDE);
    private static final WindowSpot LOSS = new WindowSpot("loss", "lossView", Use.LOCK_OR_HIDE);

    private static PresentedStep presented(
            List<String> editors, String place, List<WindowSpot> spots, List<Need> needs, List<WindowSpot> hides) {
        Optional<ClassQuestion> question = hides.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ClassQuestion("?", List.of("a", "b"), java.util.OptionalInt.empty(), "", hides, false));
        return PresentedStep.of(
                new LessonStep(
                        "step-1",
                        "",
                        "",
                        Optional.empty(),
                        1,
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        editors,
                        Optional.ofNullable(place),
                        spots,
                        List.of(),
                        needs,
                        question,
                        Reflection.NONE),
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
    void aUnitIsSelectedInTheHeatmap() {
        assertThat(presented(List.of(), "cell", List.of(), List.of(), List.of()).panels())
                .containsExactly(PresentedPanel.MICROSCOPE, PresentedPanel.STATE);
    }

    @Test
    void everythingIsAtLeastTwiceAsLargeAndGrowsWithTheScreen() {
        assertThat(PresenterPane.factor(1280, 720)).isEqualTo(2);
        assertThat(PresenterPane.factor(1280, 800)).isEqualTo(2);
        assertThat(PresenterPane.factor(1024, 700)).isEqualTo(1.6);
        assertThat(PresenterPane.factor(600, 400)).isEqualTo(1.5);
        assertThat(PresenterPane.factor(1920, 1080)).isEqualTo(3);
        assertThat(PresenterPane.factor(3840, 2160)).isEqualTo(6);
    }
}
