package lab.carousel.picture.loss;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.model.Experiment;
import lab.carousel.training.loss.LossCourse;
import lab.carousel.training.loss.LossHistories;
import org.junit.jupiter.api.Test;

class LossReadoutTest {

    private static final LossLabels LABELS = new LossLabels(Experiment.reference());

    @Test
    void tellsTheLossOfEachLineAtTheNearestEpoch() {
        LossCourse history =
                LossHistories.ofTwoSequences(100, epoch -> epoch / 100.0).view();
        LossReadout readout = LossReadout.nearest(history, LABELS, 49.6);
        assertThat(readout.epoch()).isEqualTo(50);
        assertThat(readout.title()).isEqualTo("Epoch 50, 0.00 bit, separation 0.500");
        assertThat(readout.rows())
                .containsExactly(
                        new LossReadout.Row(0, "Mean over the epoch", "0.5000"),
                        new LossReadout.Row(1, "Sequence 1: 3 0 1 2 3", "0.5100"),
                        new LossReadout.Row(2, "Sequence 2: 4 0 1 2 4", "0.4900"));
    }

    @Test
    void leavesOutTheLastRowsWhereThereIsNoRoom() {
        LossReadout readout =
                LossReadout.nearest(LossHistories.ofTwoSequences(10, epoch -> 1).view(), LABELS, 5);
        assertThat(readout.shortened(2).rows()).isEqualTo(readout.rows().subList(0, 2));
        assertThat(readout.shortened(3)).isEqualTo(readout);
    }

    @Test
    void staysAtTheEndsBeyondThem() {
        LossCourse history = LossHistories.ofTwoSequences(100, epoch -> 1).view();
        assertThat(LossReadout.nearest(history, LABELS, -5).epoch()).isEqualTo(1);
        assertThat(LossReadout.nearest(history, LABELS, 1e9).epoch()).isEqualTo(100);
    }

    @Test
    void findsTheNearestPointOfALongHistory() {
        LossCourse history = LossHistories.ofTwoSequences(5_000, epoch -> epoch).view();
        assertThat(history.epochsPerPoint()).isEqualTo(2);
        LossReadout readout = LossReadout.nearest(history, LABELS, 3_000.9);
        assertThat(readout.epoch()).isEqualTo(3_000);
        assertThat(readout.rows().get(0).value()).isEqualTo("3,000.0000");
    }
}
