package lab.carousel.study.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import lab.carousel.study.verification.Verification.OutputCheck;
import lab.carousel.study.verification.Verification.ReplayCheck;
import org.junit.jupiter.api.Test;

class VerificationTest {

    @Test
    void saysWhatWasComparedAndHowFarItIsApart() {
        Verification verification = new Verification(
                new OutputCheck(40, 8, 8, false, 2.2e-16, Optional.empty()),
                new ReplayCheck(200, false, 3e-16, 0, Optional.empty()));

        assertThat(verification.lines())
                .containsExactly(
                        "Verified by Deeplearning4j: largest difference 3e-16",
                        "Outputs: 40 of the trained network at 8 steps; Deeplearning4j’s differ by at most 3e-16.",
                        "Updates: Deeplearning4j repeated the first 200 from the same initial weights;"
                                + " losses differ by at most 3e-16, the weights after that by at most 0.",
                        "Differences up to 1e-9 are rounding.");
    }

    @Test
    void saysHowMuchOfALargeTaskWasCompared() {
        Verification verification = new Verification(
                new OutputCheck(80_000, 20_000, 50_000, false, 1.04e-9, Optional.empty()),
                new ReplayCheck(1, false, Double.POSITIVE_INFINITY, 0, Optional.empty()));

        assertThat(verification.passes()).isFalse();
        assertThat(verification.headline()).isEqualTo("Differs from Deeplearning4j");
        assertThat(verification.outputs().words())
                .contains("80,000 of the trained network", "at 20,000 of 50,000 steps", "2e-9");
        assertThat(verification.replay().words())
                .contains("repeated the first one", "losses differ by at most no number");
    }

    @Test
    void aDifferenceIsNeverMoreThanIsSaid() {
        assertThat(Verification.number(1e-9)).isEqualTo("1e-9");
        assertThat(Verification.number(1.01e-9)).isEqualTo("2e-9");
        assertThat(Verification.number(9.5e-17)).isEqualTo("1e-16");
        assertThat(Verification.number(0)).isEqualTo("0");
    }

    @Test
    void oneRunThatDivergesAloneDiffersInfinitely() {
        assertThat(Verifier.Difference.of(Double.NaN, 1)).isInfinite();
        assertThat(Verifier.Difference.of(Double.NaN, Double.POSITIVE_INFINITY)).isZero();
    }
}
