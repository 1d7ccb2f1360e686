package lab.carousel.model.verdict;

import java.util.Arrays;
import java.util.List;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;

/**
 * How well a network does on a task: the sequences fed as in training, with the same slots and resets, the largest
 * output taken as the prediction. Only the steps that have an error signal count ({@link Experiment#scoredSteps}).
 *
 * @param sequenceLoss  the mean loss of each sequence; empty where they are drawn
 * @param decidingSteps how many of them are deciding steps
 * @param decidingLoss  the mean loss over the deciding steps, 0 if there are none
 * @param margin        the smallest margin: at a deciding step, the output of the target minus the best other output;
 *     NaN if there are no deciding steps
 * @param rightByOrder  steps predicted right in each order that is judged, if that is not the listed one; {@code right}
 *     and {@code margin} are then the least of them, all losses those of the listed order; not kept among thousands
 * @param judgement     whether that is memory
 * @param sample        what the loss is the mean of where the sequences are drawn
 */
public record Evaluation(
        double loss,
        double[] sequenceLoss,
        int right,
        int steps,
        int decidingSteps,
        double decidingLoss,
        double margin,
        List<Integer> rightByOrder,
        Judgement judgement,
        LossSample sample) {

    public Evaluation {
        sequenceLoss = sequenceLoss.clone();
        rightByOrder = List.copyOf(rightByOrder);
    }

    @Override
    public double[] sequenceLoss() {
        return sequenceLoss.clone();
    }

    public Verdict verdict() {
        return judgement.verdict();
    }

    /** The separation of the worst fork; NaN if there is none, or if it is not measured. */
    public double separation() {
        return judgement.separation();
    }

    /** That of the same pair in the untrained network; NaN likewise. */
    public double separationBefore() {
        return judgement.separationBefore();
    }

    /** Steps predicted right / steps, 0 to 1. */
    public double recall() {
        return (double) right / steps;
    }

    /** Whether the loss is a finite number; if not, the run has diverged. */
    public boolean isFinite() {
        return Double.isFinite(loss);
    }

    public Evaluation with(Judgement other) {
        return new Evaluation(
                loss, sequenceLoss, right, steps, decidingSteps, decidingLoss, margin, rightByOrder, other, sample);
    }

    public Evaluation with(List<Integer> orders) {
        return new Evaluation(
                loss, sequenceLoss, right, steps, decidingSteps, decidingLoss, margin, orders, judgement, sample);
    }

    public Evaluation with(LossSample other) {
        return new Evaluation(
                loss, sequenceLoss, right, steps, decidingSteps, decidingLoss, margin, rightByOrder, judgement, other);
    }

    /** The same with other losses that are told one by one. */
    Evaluation withSequences(double... losses) {
        return new Evaluation(
                loss, losses, right, steps, decidingSteps, decidingLoss, margin, rightByOrder, judgement, sample);
    }

    /** The same without what there is for each sequence and order, where thousands of evaluations are kept. */
    public Evaluation withoutSequences() {
        return new Evaluation(
                loss, new double[0], right, steps, decidingSteps, decidingLoss, margin, List.of(), judgement, sample);
    }

    public static Evaluation of(Experiment experiment, Parameters parameters) {
        return new Evaluator(experiment).evaluate(parameters);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Evaluation that
                && Double.compare(loss, that.loss) == 0
                && Arrays.equals(sequenceLoss, that.sequenceLoss)
                && right == that.right
                && steps == that.steps
                && decidingSteps == that.decidingSteps
                && Double.compare(decidingLoss, that.decidingLoss) == 0
                && Double.compare(margin, that.margin) == 0
                && rightByOrder.equals(that.rightByOrder)
                && judgement.equals(that.judgement)
                && sample.equals(that.sample);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(loss) + Arrays.hashCode(sequenceLoss);
    }
}
