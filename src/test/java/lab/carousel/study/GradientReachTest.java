package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Judgement;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a longer way back is what a run lacks. */
class GradientReachTest {

    private static Judgement untrained(Experiment experiment) {
        return Evaluation.of(experiment, InitialParameters.of(experiment)).judgement();
    }

    private static boolean isOffered(Experiment experiment) {
        return GradientReach.letBack(experiment, untrained(experiment)).isPresent();
    }

    /** The clue is 3 steps back, and the sequences have 4 steps. */
    @ParameterizedTest
    @CsvSource({"1, true", "2, true", "3, true", "4, false", "100, false"})
    void theGradientLacksTheWayBackWhereAnUpdateDoesNotHoldTheClueAndTheStepThatAsks(int steps, boolean lacks) {
        Experiment experiment =
                Experiment.reference().with(all -> all.with(Settings.UPDATE_INTERVAL, new UpdateInterval(steps)));
        assertThat(isOffered(experiment)).isEqualTo(lacks);
    }

    @Test
    void onlyTheUpdateIntervalIsAnotherThen() {
        Experiment experiment = Experiment.reference();
        assertThat(GradientReach.letBack(experiment, untrained(experiment)))
                .contains(experiment.with(all -> all.with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)));
    }

    @Test
    void nothingIsLackingWithoutAForkOrWithTheWholeSequence() {
        Experiment reference = Experiment.reference();
        assertThat(isOffered(
                        new Experiment(Task.parse("0 1 2", "0 1 2"), reference.hyperparameters(), reference.engine())))
                .isFalse();
        assertThat(isOffered(reference.with(all -> all.with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE))))
                .isFalse();
        assertThat(GradientReach.letBack(reference, Judgement.NONE)).isEmpty();
    }
}
