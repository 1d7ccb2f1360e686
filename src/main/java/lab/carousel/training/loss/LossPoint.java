package lab.carousel.training.loss;

import java.util.Arrays;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.LossSample;

/**
 * Values after the last epoch of a point.
 *
 * @param bits NaN if there are none
 * @param separation NaN if there is none, or if it is not measured
 * @param separationBefore of the same pair in the untrained network
 * @param last loss of each line
 * @param least least loss of each line among its epochs
 * @param most largest loss of each line among its epochs
 * @param sample what the mean loss is the mean of
 */
public record LossPoint(
        int epoch,
        double recall,
        double margin,
        double bits,
        double separation,
        double separationBefore,
        double[] last,
        double[] least,
        double[] most,
        LossSample sample) {

    static LossPoint of(int epoch, Evaluation evaluation) {
        double[] losses = new double[evaluation.sequenceLoss().length + 1];
        losses[0] = evaluation.loss();
        System.arraycopy(evaluation.sequenceLoss(), 0, losses, 1, losses.length - 1);
        return new LossPoint(
                epoch,
                evaluation.recall(),
                evaluation.margin(),
                evaluation.judgement().bits(),
                evaluation.separation(),
                evaluation.separationBefore(),
                losses,
                losses,
                losses,
                evaluation.sample());
    }

    LossPoint joined(LossPoint next) {
        double[] newLeast = least.clone();
        double[] newMost = most.clone();
        Arrays.setAll(newLeast, line -> Math.min(newLeast[line], next.least[line]));
        Arrays.setAll(newMost, line -> Math.max(newMost[line], next.most[line]));
        return new LossPoint(
                next.epoch,
                next.recall,
                next.margin,
                next.bits,
                next.separation,
                next.separationBefore,
                next.last,
                newLeast,
                newMost,
                next.sample);
    }

    /** The same with so many lines; added ones are NaN. */
    LossPoint withLines(int lines) {
        return lines == last.length
                ? this
                : new LossPoint(
                        epoch,
                        recall,
                        margin,
                        bits,
                        separation,
                        separationBefore,
                        resized(last, lines),
                        resized(least, lines),
                        resized(most, lines),
                        sample);
    }

    private static double[] resized(double[] values, int lines) {
        double[] resized = Arrays.copyOf(values, lines);
        Arrays.fill(resized, Math.min(values.length, lines), lines, Double.NaN);
        return resized;
    }
}
