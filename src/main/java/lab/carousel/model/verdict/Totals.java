package lab.carousel.model.verdict;

import lab.carousel.model.trace.StepAnswer;

/** Sums over the scored steps of an evaluation, in the order in which they are fed. */
final class Totals {

    private final double[] sequenceLoss;
    private final int[] sequenceSteps;
    private int right;
    private int steps;
    private int decidingSteps;
    private double decidingLoss;
    private double margin = Double.NaN;
    private int easyWrong;

    Totals(int sequences) {
        sequenceLoss = new double[sequences];
        sequenceSteps = new int[sequences];
    }

    /** Adds a step that can be known, or that nobody can. */
    void add(int s, double loss, StepAnswer answer, boolean deciding, boolean unknowable) {
        sequenceLoss[s] += loss;
        sequenceSteps[s]++;
        steps++;
        right += answer.isRight() ? 1 : 0;
        if (deciding) {
            decidingSteps++;
            decidingLoss += loss;
            margin = decidingSteps == 1 ? answer.margin() : Math.min(margin, answer.margin());
        } else if (!unknowable && !answer.isRight()) {
            easyWrong++;
        }
    }

    /** How many steps outside the forks are wrong although they can be known. */
    int easyWrong() {
        return easyWrong;
    }

    /** How many steps are right. */
    int right() {
        return right;
    }

    /** How many steps there are. */
    int steps() {
        return steps;
    }

    /**
     * The evaluation.
     *
     * @param isListed whether the sequences are told one by one
     */
    Evaluation evaluation(boolean isListed, Judgement judgement) {
        double loss = 0;
        double[] means = new double[isListed ? sequenceLoss.length : 0];
        for (int s = 0; s < sequenceLoss.length; s++) {
            // Summed sequence by sequence: as a difference of totals a small loss after a large one would lose its
            // digits
            loss += sequenceLoss[s];
            if (isListed) {
                means[s] = sequenceLoss[s] / sequenceSteps[s];
            }
        }
        return new Evaluation(
                loss / steps,
                means,
                right,
                steps,
                decidingSteps,
                decidingSteps == 0 ? 0 : decidingLoss / decidingSteps,
                margin,
                judgement);
    }
}
