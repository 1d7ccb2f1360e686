package lab.carousel.training;

import com.fasterxml.jackson.core.io.NumberOutput;
import lab.carousel.model.verdict.Evaluation;

/**
 * Losses as comma-separated values at full precision: {@code epoch,loss,recall,margin} and then the loss of each
 * sequence. The margin is empty where the task has no deciding step. Lines end with {@code \n}.
 */
public final class LossCsv {

    private LossCsv() {}

    /** The line of names, for a task with so many sequences. */
    public static String header(int sequences) {
        StringBuilder header = new StringBuilder("epoch,loss,recall,margin");
        for (int sequence = 1; sequence <= sequences; sequence++) {
            header.append(",loss_").append(sequence);
        }
        return header.append('\n').toString();
    }

    /** A line for the network after an epoch, to be written while training goes on. */
    public static String row(int epoch, Evaluation evaluation) {
        StringBuilder row = start(epoch, evaluation.loss(), evaluation.recall(), evaluation.margin());
        for (double loss : evaluation.sequenceLoss()) {
            append(row, loss);
        }
        return row.append('\n').toString();
    }

    /** A header, and a line for each point of a history; long runs have a point only every few epochs. */
    public static String of(LossHistory.View history) {
        StringBuilder csv = new StringBuilder(header(history.lines() - 1));
        for (int point = 0; point < history.size(); point++) {
            csv.append(
                    start(history.epoch(point), history.loss(0, point), history.recall(point), history.margin(point)));
            for (int line = 1; line < history.lines(); line++) {
                append(csv, history.loss(line, point));
            }
            csv.append('\n');
        }
        return csv.toString();
    }

    private static StringBuilder start(int epoch, double loss, double recall, double margin) {
        StringBuilder row = new StringBuilder().append(epoch);
        append(row, loss);
        append(row, recall);
        append(row, margin);
        return row;
    }

    /** The shortest digits that give the same number back, the same on every Java version; nothing for no number. */
    private static void append(StringBuilder row, double value) {
        row.append(',');
        if (!Double.isNaN(value)) {
            row.append(NumberOutput.toString(value, true));
        }
    }
}
