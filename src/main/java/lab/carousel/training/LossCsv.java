package lab.carousel.training;

import lab.carousel.model.Evaluation;
import lab.carousel.task.Task;

/**
 * Losses as comma-separated values at full precision: {@code epoch,loss,recall,margin} and then the loss of each
 * sequence. The margin is empty where the task has no deciding step. Lines end with {@code \n}.
 */
public final class LossCsv {

    private LossCsv() {}

    /** The line of names. */
    public static String header(Task task) {
        return header(task.sequences().size());
    }

    /** A line for the network after an epoch, to be written while training goes on. */
    public static String row(int epoch, Evaluation evaluation) {
        StringBuilder row = start(epoch, evaluation.loss(), evaluation.recall(), evaluation.margin());
        for (double loss : evaluation.sequenceLoss()) {
            row.append(',').append(loss);
        }
        return row.append('\n').toString();
    }

    /** A header, and a line for each point of a history; long runs have a point only every few epochs. */
    public static String of(LossHistory.View history) {
        StringBuilder csv = new StringBuilder(header(history.lines() - 1));
        for (int point = 0; point < history.size(); point++) {
            csv.append(start(
                    history.epoch(point), history.loss(0, point), history.recall(point), history.margin(point)));
            for (int line = 1; line < history.lines(); line++) {
                csv.append(',').append(history.loss(line, point));
            }
            csv.append('\n');
        }
        return csv.toString();
    }

    private static String header(int sequences) {
        StringBuilder header = new StringBuilder("epoch,loss,recall,margin");
        for (int sequence = 1; sequence <= sequences; sequence++) {
            header.append(",loss_sequence_").append(sequence);
        }
        return header.append('\n').toString();
    }

    private static StringBuilder start(int epoch, double loss, double recall, double margin) {
        StringBuilder row = new StringBuilder();
        row.append(epoch).append(',').append(loss).append(',').append(recall).append(',');
        return Double.isNaN(margin) ? row : row.append(margin);
    }
}
