package lab.carousel.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lab.carousel.model.verdict.ForkFindings.Side;
import lab.carousel.task.Target;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static ForkFindings fork(double d, double otherD, boolean isWrong) {
        ForkFindings findings = new ForkFindings(1);
        findings.addPair(0, new Side(Target.of(3), d, 0), new Side(Target.of(4), otherD, 1), isWrong);
        return findings;
    }

    @Test
    void aPredictorThatSeesOnlyWhatBothShareHasNoBitsAtMost() {
        assertThat(ForkFindings.bits(0, 0)).isEqualTo(0, within(1e-15));
        assertThat(ForkFindings.bits(3, -3)).isLessThan(0);
        assertThat(ForkFindings.bits(-0.1, 0.1)).isLessThan(0);
    }

    @Test
    void aNetworkThatIsSureOfBothHasABit() {
        assertThat(ForkFindings.bits(50, 50)).isEqualTo(1, within(1e-15));
        // ln 3 gives 3 of 4 in favour: 1 - log2(4/3)
        assertThat(ForkFindings.bits(Math.log(3), Math.log(3)))
                .isEqualTo(1 - Math.log(4.0 / 3) / Math.log(2), within(1e-15));
    }

    @Test
    void aTenthOfABitIsMemoryAndLessATrace() {
        double enough = -Math.log(Math.pow(2, 0.9) - 1);
        assertThat(fork(enough + 1e-9, enough + 1e-9, false).verdict(0)).isEqualTo(Verdict.REMEMBERS);
        assertThat(fork(enough - 1e-9, enough - 1e-9, false).verdict(0)).isEqualTo(Verdict.A_TRACE);
    }

    @Test
    void theWorstPairCounts() {
        ForkFindings findings = new ForkFindings(1);
        findings.addPair(0, new Side(Target.of(3), 5, 0), new Side(Target.of(4), 5, 1), false);
        findings.addPair(0, new Side(Target.of(4), 1, 1), new Side(Target.of(5), 2, 2), false);
        findings.addPair(0, new Side(Target.of(3), 4, 0), new Side(Target.of(5), 4, 2), false);
        assertThat(findings.bits(0)).isEqualTo(ForkFindings.bits(1, 2));
        assertThat(findings.worstTargets(0)).containsExactly(Target.of(4), Target.of(5));
    }

    @Test
    void aPairWithAWrongStepIsWorseThanOneWithFewerBits() {
        for (boolean wrongFirst : new boolean[] {true, false}) {
            ForkFindings findings = new ForkFindings(1);
            for (boolean isWrong : new boolean[] {wrongFirst, !wrongFirst}) {
                Side other = isWrong ? new Side(Target.of(4), 3, 1) : new Side(Target.of(5), 0.1, 2);
                findings.addPair(0, new Side(Target.of(3), 2, 0), other, isWrong);
            }
            assertThat(findings.verdict(0)).isEqualTo(Verdict.NOT_YET);
            assertThat(findings.bits(0)).isEqualTo(ForkFindings.bits(2, 3));
            assertThat(findings.worstTargets(0)).containsExactly(Target.of(3), Target.of(4));
        }
    }
}
