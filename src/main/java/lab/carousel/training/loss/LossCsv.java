package lab.carousel.training.loss;

import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.text.Table;

/**
 * Losses as CSV at full precision: {@code epoch,loss,recall,margin}, then the loss of each sequence, and {@code bits}.
 * Margin and bits are empty where the task has no deciding step. A run that went on from an earlier one has a column
 * {@code continued_from} with the epoch where it did, empty until then. Lines end with {@code \n}.
 */
public final class LossCsv {

    private record Line(int epoch, double loss, double recall, double margin, double[] ofEach, double bits) {}

    private LossCsv() {}

    private static Table<Line> table(int sequences, List<Line> lines) {
        return Table.of(lines)
                .column("epoch", Line::epoch)
                .column("loss", line -> Table.known(line.loss))
                .column("recall", line -> Table.known(line.recall))
                .column("margin", line -> Table.known(line.margin))
                .columns(
                        IntStream.range(0, sequences).boxed().toList(),
                        sequence -> "loss_" + (sequence + 1),
                        (line, sequence) -> Table.known(line.ofEach[sequence]))
                .column("bits", line -> Table.known(line.bits));
    }

    public static String header(int sequences) {
        return table(sequences, List.of()).header();
    }

    /** Row of the network after an epoch, for writing while training goes on. */
    public static String row(int epoch, Evaluation evaluation) {
        double[] ofEach = evaluation.sequenceLoss();
        return table(ofEach.length, List.of())
                .line(new Line(
                        epoch,
                        evaluation.loss(),
                        evaluation.recall(),
                        evaluation.margin(),
                        ofEach,
                        evaluation.judgement().bits()));
    }

    /** A header, and a row for each point; long runs have a point only every few epochs. */
    public static String of(LossHistory.View history) {
        int sequences = history.lines() - 1;
        List<Line> lines = IntStream.range(0, history.size())
                .mapToObj(point -> new Line(
                        history.epoch(point),
                        history.loss(0, point),
                        history.recall(point),
                        history.margin(point),
                        IntStream.rangeClosed(1, sequences)
                                .mapToDouble(line -> history.loss(line, point))
                                .toArray(),
                        history.bits(point)))
                .toList();
        Table<Line> table = table(sequences, lines);
        int wentOnAt = history.wentOnAt();
        if (wentOnAt > 0) {
            table.column("continued_from", line -> line.epoch > wentOnAt ? Integer.toString(wentOnAt) : "");
        }
        return table.csv();
    }
}
