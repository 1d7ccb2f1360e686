package lab.carousel.training.loss;

import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.text.Table;

/**
 * Losses as CSV at full precision: {@code epoch,loss,recall,margin}, then the loss of each sequence, {@code bits},
 * {@code separation} and {@code separation_before}, that of the same pair in the untrained network. Where sequences are drawn they are
 * not told, but {@code standard_error}, that of the mean loss. Margin, bits and separations are empty where the task has no deciding step. A run that went on from an earlier one has a column
 * {@code continued_from} with the epoch where it did, empty until then. Lines end with {@code \n}.
 */
public final class LossCsv {

    private LossCsv() {}

    private static Table<LossPoint> table(int sequences, List<LossPoint> points) {
        Table<LossPoint> table = Table.of(points)
                .column("epoch", LossPoint::epoch)
                .column("loss", point -> Table.known(point.last()[0]))
                .column("recall", point -> Table.known(point.recall()))
                .column("margin", point -> Table.known(point.margin()))
                .columns(
                        IntStream.rangeClosed(1, sequences).boxed().toList(),
                        sequence -> "loss_" + sequence,
                        (point, sequence) -> Table.known(point.last()[sequence]))
                .column("bits", point -> Table.known(point.bits()))
                .column("separation", point -> Table.known(point.separation()))
                .column("separation_before", point -> Table.known(point.separationBefore()));
        return sequences > 0
                ? table
                : table.column(
                        "standard_error", point -> Table.known(point.sample().error()));
    }

    public static String header(int sequences) {
        return table(sequences, List.of()).header();
    }

    /** Row of the network after an epoch, for writing while training goes on. */
    public static String row(int epoch, Evaluation evaluation) {
        return table(evaluation.sequenceLoss().length, List.of()).line(LossPoint.of(epoch, evaluation));
    }

    /** A header, and a row for each point; long runs have a point only every few epochs. */
    public static Table<LossPoint> of(LossCourse history) {
        Table<LossPoint> table = table(
                history.lines() - 1,
                IntStream.range(0, history.size()).mapToObj(history::point).toList());
        int wentOnAt = history.wentOnAt();
        if (wentOnAt > 0) {
            table.column("continued_from", point -> point.epoch() > wentOnAt ? Integer.toString(wentOnAt) : "");
        }
        return table;
    }
}
