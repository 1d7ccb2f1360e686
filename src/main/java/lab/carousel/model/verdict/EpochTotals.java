package lab.carousel.model.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lab.carousel.model.trace.StepAnswer;

/** Sums over the scored steps of an evaluation, in the order in which they are fed. */
final class EpochTotals {

    private final double[] sequenceLoss;
    private final int[] sequenceSteps;
    private int right;
    private int steps;
    private int decidingSteps;
    private double decidingLoss;
    private double margin = Double.NaN;
    private int easyWrong;
    private int open;
    private final List<Integer> rightByOrder = new ArrayList<>();

    EpochTotals(int sequences) {
        sequenceLoss = new double[sequences];
        sequenceSteps = new int[sequences];
    }

    void add(int s, double loss, StepAnswer answer, boolean deciding, boolean unknowable) {
        sequenceLoss[s] += loss;
        sequenceSteps[s]++;
        steps++;
        right += answer.isRight() ? 1 : 0;
        open += unknowable ? 1 : 0;
        if (deciding && answer.target().size() > 0) {
            decidingSteps++;
            decidingLoss += loss;
            margin = decidingSteps == 1 ? answer.margin() : Math.min(margin, answer.margin());
        } else if (!deciding
                && !unknowable
                && !answer.isRight()
                && answer.target().size() > 0) {
            easyWrong++;
        }
    }

    /** Those of some sequences together. */
    static EpochTotals of(List<EpochTotals> each) {
        EpochTotals all = new EpochTotals(each.size());
        for (int s = 0; s < each.size(); s++) {
            EpochTotals one = each.get(s);
            all.sequenceLoss[s] = one.sequenceLoss[0];
            all.sequenceSteps[s] = one.steps;
            all.right += one.right;
            all.steps += one.steps;
            all.decidingSteps += one.decidingSteps;
            all.decidingLoss += one.decidingLoss;
            all.margin = Double.isNaN(all.margin) || one.margin < all.margin ? one.margin : all.margin;
            all.easyWrong += one.easyWrong;
            all.open += one.open;
        }
        return all;
    }

    /** The mean loss of each sequence. */
    double[] means() {
        return means(sequenceLoss.length);
    }

    /** Of the first so many. */
    private double[] means(int count) {
        double[] means = new double[count];
        Arrays.setAll(means, s -> sequenceLoss[s] / sequenceSteps[s]);
        return means;
    }

    /**
     * Summed sequence by sequence: as a difference of totals a small loss after a large one would lose its digits. Without the
     * compensation of a stream, which the page does not have.
     */
    private static double sum(double[] losses) {
        double sum = 0;
        for (double each : losses) {
            sum += each;
        }
        return sum;
    }

    /** What the loss is the mean of: steps, of which a sequence has some, so that it is a quotient of two sums. */
    LossSample sample(int epochs) {
        int sequences = sequenceLoss.length;
        double loss = sum(sequenceLoss) / steps;
        double squares = 0;
        for (int s = 0; s < sequences; s++) {
            double off = sequenceLoss[s] - loss * sequenceSteps[s];
            squares += off * off;
        }
        return new LossSample(sequences, epochs, Math.sqrt(squares * sequences / (sequences - 1)) / steps);
    }

    /** Takes in an order that is judged, so that these are the worst in any; their losses stay. */
    void worsen(EpochTotals order) {
        boolean isFirst = rightByOrder.isEmpty();
        rightByOrder.add(order.right);
        right = isFirst ? order.right : Math.min(right, order.right);
        margin = isFirst || Double.isNaN(margin) || order.margin < margin ? order.margin : margin;
        easyWrong = isFirst ? order.easyWrong : Math.max(easyWrong, order.easyWrong);
    }

    /** How many steps outside the forks are wrong although they can be known. */
    int easyWrong() {
        return easyWrong;
    }

    /** How many steps leave open what follows. */
    int open() {
        return open;
    }

    int right() {
        return right;
    }

    int steps() {
        return steps;
    }

    /** @param told of how many sequences the loss is told one by one */
    Evaluation evaluation(int told, Judgement judgement, LossSample sample) {
        return new Evaluation(
                sum(sequenceLoss) / steps,
                means(told),
                right,
                steps,
                decidingSteps,
                decidingSteps == 0 ? 0 : decidingLoss / decidingSteps,
                margin,
                rightByOrder,
                judgement,
                sample);
    }
}
