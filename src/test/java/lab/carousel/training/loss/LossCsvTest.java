package lab.carousel.training.loss;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluations;
import org.junit.jupiter.api.Test;

class LossCsvTest {

    @Test
    void namesALossColumnForEachSequence() {
        assertThat(LossCsv.header(2))
                .isEqualTo("epoch,loss,recall,margin,loss_1,loss_2,bits,separation,separation_before\n");
    }

    @Test
    void writesARowAtFullPrecision() {
        Evaluation evaluation = Evaluations.of(1.0 / 3, new double[] {0.1 + 0.2, 1e-20}, 7, 8, 2, 0.3, -0.001);
        assertThat(LossCsv.row(12, evaluation))
                .isEqualTo("12,0.3333333333333333,0.875,-0.001,0.30000000000000004,1.0E-20,-0.001,0.5,0.25\n");
    }

    @Test
    void leavesTheMarginEmptyWhereThereIsNone() {
        Evaluation evaluation = Evaluations.of(0.5, new double[] {0.5}, 4, 4, 0, 0, Double.NaN);
        assertThat(LossCsv.row(1, evaluation)).isEqualTo("1,0.5,1.0,,0.5,,,\n");
    }

    @Test
    void writesAHistoryAsTheSameRowsThatAStreamWouldHave() {
        LossHistory history = LossHistories.ofTwoSequences(3, epoch -> 1.0 / epoch);
        StringBuilder stream = new StringBuilder(LossCsv.header(2));
        for (int epoch = 1; epoch <= 3; epoch++) {
            stream.append(LossCsv.row(epoch, LossHistories.evaluation(1.0 / epoch)));
        }
        assertThat(LossCsv.of(history.view()).csv()).isEqualTo(stream.toString());
    }

    @Test
    void tellsWhereARunWentOn() {
        LossHistory history =
                LossHistory.after(LossHistories.ofTwoSequences(2, epoch -> 0.5).view(), 2, true);
        history.add(3, LossHistories.evaluation(0.25));
        String[] rows = LossCsv.of(history.view()).csv().split("\n");
        assertThat(rows[0])
                .isEqualTo("epoch,loss,recall,margin,loss_1,loss_2,bits,separation,separation_before,continued_from");
        assertThat(rows[2]).startsWith("2,0.5,").endsWith(",");
        assertThat(rows[3]).startsWith("3,0.25,").endsWith(",2");
    }

    @Test
    void givesTheEpochOfEachPointOfALongHistory() {
        LossHistory history = LossHistories.ofTwoSequences(LossHistory.CAPACITY + 1, epoch -> 0.5);
        String[] rows = LossCsv.of(history.view()).csv().split("\n");
        assertThat(rows).hasSize(1 + LossHistory.CAPACITY / 2 + 1);
        assertThat(rows[1]).startsWith("2,");
        assertThat(rows[2]).startsWith("4,");
        assertThat(rows[rows.length - 1]).startsWith("4097,");
    }
}
