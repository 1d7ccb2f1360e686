package lab.carousel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossWeightingTest {

    @Test
    void weighsTheLastStepAndTheOthers() {
        assertThat(LossWeighting.ALL_STEPS.of(true)).isEqualTo(1);
        assertThat(LossWeighting.ALL_STEPS.of(false)).isEqualTo(1);
        assertThat(LossWeighting.LAST_STEP.of(true)).isEqualTo(1);
        assertThat(LossWeighting.LAST_STEP.of(false)).isZero();
        assertThat(LossWeighting.lastStepWeighs(100).of(true)).isEqualTo(100);
        assertThat(LossWeighting.lastStepWeighs(100).of(false)).isEqualTo(1);
    }

    @Test
    void knowsWhetherOnlyTheLastStepCounts() {
        assertThat(LossWeighting.LAST_STEP.isLastStepOnly()).isTrue();
        assertThat(LossWeighting.ALL_STEPS.isLastStepOnly()).isFalse();
        assertThat(LossWeighting.lastStepWeighs(1_000_000).isLastStepOnly()).isFalse();
        assertThat(LossWeighting.lastStepWeighs(1)).isEqualTo(LossWeighting.ALL_STEPS);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1_000_001, Double.NaN, Double.POSITIVE_INFINITY})
    void weightsOutOfBounds(double weight) {
        assertThatThrownBy(() -> LossWeighting.lastStepWeighs(weight))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("The weight of the last step must be a number above 0 and at most 1,000,000.");
    }

    @Test
    void theOthersWeighOneOrNothing() {
        assertThatThrownBy(() -> new LossWeighting(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LossWeighting(0, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
