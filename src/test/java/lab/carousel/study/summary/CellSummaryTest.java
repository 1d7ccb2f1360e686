package lab.carousel.study.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lab.carousel.model.Share;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.many.RunResult;
import lab.carousel.study.many.SampleResults;
import org.junit.jupiter.api.Test;

/** Five runs of four checkpoints, at epochs 10, 20, 30 and 40, whose numbers are summed up by hand. */
class CellSummaryTest {

    private static final CellSummary SUMMARY = SampleResults.fiveRuns();

    @Test
    void countsVerdictsAtTheEnd() {
        assertThat(SUMMARY.ended(Verdict.REMEMBERS)).isEqualTo(new Share(2, 5));
        assertThat(SUMMARY.ended(Verdict.A_TRACE)).isEqualTo(new Share(1, 5));
        assertThat(SUMMARY.ended(Verdict.NOT_YET)).isEqualTo(new Share(1, 5));
        assertThat(SUMMARY.diverged()).isEqualTo(new Share(1, 5));
        assertThat(SUMMARY.allRight()).isEqualTo(new Share(3, 5));
        assertThat(SUMMARY.share(RunResult::isSolved)).isEqualTo(new Share(1, 5));
    }

    @Test
    void countsVerdictsOverTheEpochs() {
        // remembering: at 20 runs 1 and 5, at 30 run 1 and run 4, which was solved at 25, at 40 the same
        assertThat(SUMMARY.at(0, Verdict.REMEMBERS)).isEqualTo(new Share(0, 5));
        assertThat(SUMMARY.at(1, Verdict.REMEMBERS)).isEqualTo(new Share(2, 5));
        assertThat(SUMMARY.at(2, Verdict.REMEMBERS)).isEqualTo(new Share(2, 5));
        assertThat(SUMMARY.at(3, Verdict.REMEMBERS)).isEqualTo(new Share(2, 5));
        assertThat(SUMMARY.at(3, Verdict.NOT_YET))
                .as("run 5 has no verdict any more")
                .isEqualTo(new Share(1, 5));
    }

    @Test
    void hasMedianAndBandOfTheLoss() {
        // at epoch 40: 0.1, 0.2, 0.3 and 0.05 of run 4, which ended with it; sorted 0.05 0.1 0.2 0.3
        Quantiles end = SUMMARY.loss(3);
        assertThat(end.median()).isCloseTo(0.15, within(1e-12));
        assertThat(end.low()).isCloseTo(0.05 + 0.3 * 0.05, within(1e-12));
        assertThat(end.high()).isCloseTo(0.2 + 0.7 * 0.1, within(1e-12));
        // at epoch 10 all five
        assertThat(SUMMARY.loss(0).median()).isCloseTo(0.6, within(1e-12));
        assertThat(SUMMARY.atEnd(Evaluation::loss)).isEqualTo(end);
    }

    @Test
    void hasMedianAndBandOfTheSeparationFromTheUntrainedNetworksOn() {
        assertThat(SUMMARY.separation(-1)).isEqualTo(new Quantiles(0.5, 0.5, 0.5));
        // the samples separate as much as they lose: at epoch 10 0.6, 0.7, 0.5, 0.4 and 0.8
        assertThat(SUMMARY.separation(0).median()).isCloseTo(0.6, within(1e-7));
        assertThat(SUMMARY.separation(0).low()).isCloseTo(0.44, within(1e-7));
        // at epoch 30 0.2, 0.3, 0.4 and 0.5 of run 4, which ended with it; run 5 has none any more
        assertThat(SUMMARY.separation(2).median()).isCloseTo(0.35, within(1e-7));
    }

    @Test
    void hasMarginsAndFirstEpochsOfThoseThatHaveThem() {
        // margins 0.5, 0.1, -0.1, 0.7
        assertThat(SUMMARY.atEnd(Evaluation::margin).median()).isCloseTo(0.3, within(1e-12));
        // first remembered at 20, 25 and 20
        assertThat(SUMMARY.firstRemembered().median()).isEqualTo(20);
        assertThat(SUMMARY.sequencesToSolve().median()).isEqualTo(250);
    }

    @Test
    void findsTheEpochFromWhichOnAShareRemembers() {
        assertThat(SUMMARY.epochsUntil(0.4)).hasValue(20);
        assertThat(SUMMARY.epochsUntil(0.5)).isEmpty();
        assertThat(SUMMARY.epochsUntil(0)).hasValue(10);
    }
}
