package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.carousel.model.Trace;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

class ResetSwitchTest {

    private static final Snapshot NETWORK = TrainedNetworks.remembering(1);

    private static final List<ResetSwitch.Step> STEPS =
            ResetSwitch.of(NETWORK.experiment(), NETWORK.parameters()).steps();

    @Test
    void beforeTheFirstSequenceEndsNothingCanLeak() {
        for (ResetSwitch.Step step : STEPS.subList(0, 4)) {
            assertThat(step.withoutReset()).containsExactly(step.withReset());
            assertThat(step.stateDistance()).isZero();
        }
    }

    @Test
    void withoutAResetTheFirstSequenceLeaksIntoTheSecond() {
        assertThat(STEPS).hasSize(8);
        assertThat(STEPS.get(4).sequence()).isEqualTo(1);
        assertThat(STEPS.get(4).stateDistance()).isPositive();
        assertThat(STEPS.get(4).withoutReset()).isNotEqualTo(STEPS.get(4).withReset());
    }

    @Test
    void whatIsFedWithoutAResetIsOneLongSequence() {
        int[] joined = {3, 0, 1, 2, 4, 0, 1, 2, 0};
        Trace trace = Trace.of(NETWORK.parameters(), NETWORK.experiment().hyperparameters(), joined);
        for (int step = 0; step < 8; step++) {
            assertThat(STEPS.get(step).withoutReset()).containsExactly(trace.outputs(step));
        }
    }

    @Test
    void theRecallWithResetsIsThatOfTheEvaluation() {
        ResetSwitch both = ResetSwitch.of(NETWORK.experiment(), NETWORK.parameters());
        assertThat(both.scored()).isEqualTo(8);
        assertThat(both.rightWithReset()).isEqualTo(NETWORK.evaluation().right());
        assertThat(both.rightWithoutReset()).isEqualTo(STEPS.stream()
                .filter(ResetSwitch.Step::isRightWithoutReset)
                .count());
    }
}
