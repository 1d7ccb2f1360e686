package lab.carousel.training.loss;

import java.util.function.IntToDoubleFunction;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluations;

/** Made-up loss histories. */
public final class LossHistories {

    private LossHistories() {}

    /**
     * A history of two sequences, one 0.01 above the mean and one 0.01 below.
     *
     * @param epochs how many
     * @param mean   the mean loss after an epoch, counted from 1
     */
    public static LossHistory ofTwoSequences(int epochs, IntToDoubleFunction mean) {
        LossHistory history = new LossHistory(2);
        for (int epoch = 1; epoch <= epochs; epoch++) {
            history.add(epoch, evaluation(mean.applyAsDouble(epoch)));
        }
        return history;
    }

    /** An evaluation of two sequences, 7 of 8 steps right, margin -0.25. */
    public static Evaluation evaluation(double mean) {
        return Evaluations.of(mean, new double[] {mean + 0.01, mean - 0.01}, 7, 8, 2, 0.3, -0.25);
    }
}
