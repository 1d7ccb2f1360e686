package lab.carousel.picture.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lab.carousel.drawing.chart.Bend;
import lab.carousel.training.loss.LossHistories;
import lab.carousel.training.loss.LossHistory;
import org.junit.jupiter.api.Test;

class LossRangeTest {

    private static final double FLOOR = 0.0693;
    private static final LossRange LINEAR = new LossRange(0, 100, 0, 1, false);
    private static final LossRange LOGARITHMIC = new LossRange(0, 100, 0.01, 1, true);

    @Test
    void showsEverythingBetweenRoundEdges() {
        LossHistory history = LossHistories.ofTwoSequences(137, epoch -> 0.6 / epoch + 0.08);
        assertThat(LossRange.all(history.view(), FLOOR, false))
                .isEqualTo(new LossRange(0, 150, 0, 0.7, false).bentAt(FLOOR));
        assertThat(LossRange.all(history.view(), FLOOR, true)).isEqualTo(new LossRange(0, 150, 0.05, 1, true));
    }

    @Test
    void endsAtTheLastEpochWhereThatIsRound() {
        LossHistory history = LossHistories.ofTwoSequences(250, epoch -> 0.5);
        assertThat(LossRange.all(history.view(), FLOOR, false).lastEpoch()).isEqualTo(250);
    }

    @Test
    void showsTheFloorToo() {
        LossHistory history = LossHistories.ofTwoSequences(5, epoch -> 0.5);
        assertThat(LossRange.all(history.view(), FLOOR, true).leastLoss()).isLessThan(FLOOR);
        assertThat(LossRange.all(history.view(), 3, false).largestLoss()).isEqualTo(3);
    }

    @Test
    void canShowAnEmptyHistoryAndLossesOfZero() {
        assertThat(LossRange.all(new LossHistory(2).view(), 0, false)).isEqualTo(new LossRange(0, 10, 0, 1, false));
        LossRange range =
                LossRange.all(LossHistories.ofTwoSequences(3, epoch -> 0).view(), 0, true);
        assertThat(range.leastLoss()).isPositive().isLessThan(range.largestLoss());
    }

    @Test
    void standsStillWhileAnotherCurveNeedsAlmostAsMuch() {
        LossRange before = new LossRange(0, 250, 0, 0.8, false);
        assertThat(new LossRange(0, 250, 0, 0.7, false).steady(before, 250)).isEqualTo(before);
        assertThat(new LossRange(0, 250, 0, 0.9, false).steady(before, 250).largestLoss())
                .isEqualTo(0.9);
        assertThat(new LossRange(0, 250, 0, 0.5, false).steady(before, 250).largestLoss())
                .isEqualTo(0.5);
    }

    @Test
    void keepsTheEpochsThatARunMayStillGetTo() {
        LossRange before = new LossRange(0, 250, 0, 1, false);
        LossRange start = new LossRange(0, 10, 0, 1, false);
        assertThat(start.steady(before, 250).lastEpoch()).isEqualTo(250);
        assertThat(start.steady(before, 1_000).lastEpoch()).isEqualTo(250);
        assertThat(start.steady(before, 90).lastEpoch()).isEqualTo(90);
        assertThat(new LossRange(0, 500, 0, 1, false).steady(before, 500).lastEpoch())
                .isEqualTo(500);
    }

    @Test
    void aLogarithmicAxisStandsStillWithinADecade() {
        LossRange before = new LossRange(0, 100, 0.001, 10, true);
        assertThat(LOGARITHMIC.steady(before, 100)).isEqualTo(before);
        assertThat(new LossRange(0, 100, 0.02, 0.5, true).steady(before, 100))
                .isEqualTo(new LossRange(0, 100, 0.02, 0.5, true));
        assertThat(LOGARITHMIC.steady(LINEAR, 100)).isEqualTo(LOGARITHMIC);
    }

    @Test
    void zoomsAroundThePlaceThatStays() {
        LossRange zoomed = LINEAR.zoomEpochs(0.25, 2);
        assertThat(zoomed).isEqualTo(new LossRange(12.5, 62.5, 0, 1, false));
        assertThat(zoomed.epochAt(0.25)).isEqualTo(LINEAR.epochAt(0.25));
        assertThat(LINEAR.zoomLosses(0, 4)).isEqualTo(new LossRange(0, 100, 0, 0.25, false));
    }

    @Test
    void zoomsALogarithmicAxisByRatios() {
        LossRange zoomed = LOGARITHMIC.zoomLosses(0.5, 2);
        assertThat(zoomed.leastLoss()).isCloseTo(Math.pow(10, -1.5), within(1e-12));
        assertThat(zoomed.largestLoss()).isCloseTo(Math.pow(10, -0.5), within(1e-12));
    }

    @Test
    void movesByAShareOfWhatIsShown() {
        assertThat(LINEAR.moved(0.1, -0.5)).isEqualTo(new LossRange(10, 110, -0.5, 0.5, false));
        assertThat(LOGARITHMIC.moved(0, 0.5).leastLoss()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void staysWithinWhatThereIs() {
        LossRange moved = new LossRange(60, 80, 0.2, 0.4, false).moved(5, 0).within(LINEAR);
        assertThat(moved).isEqualTo(new LossRange(80, 100, 0.2, 0.4, false));
        assertThat(LINEAR.zoomEpochs(0.5, 0.1).within(LINEAR).covers(LINEAR)).isTrue();
        assertThat(moved.covers(LINEAR)).isFalse();
    }

    @Test
    void neverBecomesNarrowerThanTwoEpochs() {
        LossRange zoomed = LINEAR;
        for (int turn = 0; turn < 50; turn++) {
            zoomed = zoomed.zoomEpochs(0.5, 2).within(LINEAR);
        }
        assertThat(zoomed.lastEpoch() - zoomed.firstEpoch()).isCloseTo(2, within(1e-9));
    }

    @Test
    void keepsItsEpochsOnTheOtherAxis() {
        LossRange other = new LossRange(20, 40, 0, 0.5, false).onAxisOf(LOGARITHMIC);
        assertThat(other.firstEpoch()).isEqualTo(20);
        assertThat(other.lastEpoch()).isEqualTo(40);
        assertThat(other.leastLoss()).isCloseTo(0.01, within(1e-12));
        assertThat(other.largestLoss()).isCloseTo(0.5, within(1e-12));
        assertThat(other.logarithmic()).isTrue();
    }

    @Test
    void stretchesWhatLiesBelowTheFloorWhereThatIsLittle() {
        LossRange bent = new LossRange(0, 100, 0, 0.8, false).bentAt(0.08);
        assertThat(bent.bend().factor()).isCloseTo(0.3 / 0.7 * 9, within(1e-12));
        assertThat(bent.lossShare(0.08)).isCloseTo(0.3, within(1e-12));
        assertThat(bent.lossShare(0.04)).isCloseTo(0.15, within(1e-12));
        assertThat(bent.lossShare(0.44)).isCloseTo(0.65, within(1e-12));
        assertThat(bent.lossAt(0.15)).isCloseTo(0.04, within(1e-12));
        assertThat(bent.lossAt(0.65)).isCloseTo(0.44, within(1e-12));
        assertThat(bent.steady(new LossRange(0, 100, 0, 1, false).bentAt(0.08), 100)
                        .lossShare(0.08))
                .isCloseTo(0.3, within(1e-12));
        assertThat(new LossRange(0, 100, 0, 0.8, false).bentAt(0.4).bend()).isEqualTo(Bend.NONE);
        assertThat(LINEAR.bentAt(0)).isEqualTo(LINEAR);
    }

    @Test
    void tellsWhereALossIs() {
        assertThat(LOGARITHMIC.lossShare(0.1)).isCloseTo(0.5, within(1e-12));
        assertThat(LOGARITHMIC.lossAt(0.5)).isCloseTo(0.1, within(1e-12));
        assertThat(LINEAR.epochShare(25)).isEqualTo(0.25);
    }
}
