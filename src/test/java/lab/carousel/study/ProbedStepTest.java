package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lab.carousel.model.Share;
import org.junit.jupiter.api.Test;

/** The interval of what is read, where halves of observations are counted. */
class ProbedStepTest {

    private static ProbedStep read(double right, int groups, double shuffled) {
        return ProbedStep.of(2, groups, right / groups, new double[] {shuffled});
    }

    @Test
    void halfAnObservationIsRoundedInFavourOfNeitherSide() {
        ProbedStep step = read(10.5, 21, 0.29);
        assertThat(step.accuracy()).isEqualTo(0.5);
        assertThat(step.low()).isCloseTo(new Share(10, 21).low(), within(1e-12));
        assertThat(step.high()).isCloseTo(new Share(11, 21).high(), within(1e-12));
        // With 11 of 21 more than the shuffled values would have been read
        assertThat(new Share(11, 21).low()).isGreaterThan(0.29);
        assertThat(step.isRead()).isFalse();
    }

    @Test
    void wholeObservationsStayWhole() {
        for (int right = 0; right <= 21; right++) {
            ProbedStep step = read(right, 21, 0.5);
            assertThat(step.low()).isEqualTo(new Share(right, 21).low());
            assertThat(step.high()).isEqualTo(new Share(right, 21).high());
        }
    }
}
