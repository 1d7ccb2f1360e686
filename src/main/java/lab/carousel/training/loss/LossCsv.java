package lab.carousel.training.loss;

import lab.carousel.model.verdict.Evaluation;
import lab.carousel.text.Csv;

/**
 * Losses as comma-separated values at full precision: {@code epoch,loss,recall,margin}, then the loss of each
 * sequence, and {@code bits}. Margin and bits are empty where the task has no deciding step. A run that went on from an
 * earlier one has a further column {@code continued_from} with the epoch where it did, empty until then. Lines end with
 * {@code \n}.
 */
public final class LossCsv {

    private LossCsv() {}

    /** The line of names, for a task with so many sequences. */
    public static String header(int sequences) {
        Csv csv = new Csv();
        addHeader(csv, sequences);
        return csv.end().toString();
    }

    private static void addHeader(Csv csv, int sequences) {
        csv.add("epoch").add("loss").add("recall").add("margin");
        for (int sequence = 1; sequence <= sequences; sequence++) {
            csv.add("loss_" + sequence);
        }
        csv.add("bits");
    }

    /** A line for the network after an epoch, to be written while training goes on. */
    public static String row(int epoch, Evaluation evaluation) {
        Csv csv = new Csv()
                .add(epoch)
                .add(evaluation.loss())
                .add(evaluation.recall())
                .add(evaluation.margin());
        for (double loss : evaluation.sequenceLoss()) {
            csv.add(loss);
        }
        return csv.add(evaluation.judgement().bits()).end().toString();
    }

    /** A header, and a line for each point of a history; long runs have a point only every few epochs. */
    public static String of(LossHistory.View history) {
        Csv csv = new Csv();
        addHeader(csv, history.lines() - 1);
        boolean wentOn = history.wentOnAt() > 0;
        if (wentOn) {
            csv.add("continued_from");
        }
        csv.end();
        for (int point = 0; point < history.size(); point++) {
            csv.add(history.epoch(point))
                    .add(history.loss(0, point))
                    .add(history.recall(point))
                    .add(history.margin(point));
            for (int line = 1; line < history.lines(); line++) {
                csv.add(history.loss(line, point));
            }
            csv.add(history.bits(point));
            if (wentOn) {
                csv.add(history.epoch(point) > history.wentOnAt() ? Integer.toString(history.wentOnAt()) : "");
            }
            csv.end();
        }
        return csv.toString();
    }
}
