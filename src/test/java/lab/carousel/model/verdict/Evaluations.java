package lab.carousel.model.verdict;

import java.util.List;

/** Evaluations that were never made. */
public final class Evaluations {

    private Evaluations() {}

    /** One with the judgement that goes with its numbers, its margin taken for its bits, on a task with one fork. */
    public static Evaluation of(
            double loss,
            double[] sequenceLoss,
            int right,
            int steps,
            int decidingSteps,
            double decidingLoss,
            double margin) {
        StepsOutside outside = new StepsOutside(0, 0, steps);
        Judgement judgement = decidingSteps == 0
                ? Judgement.withoutForks(outside)
                : judgement(verdict(right == steps, margin), margin, outside);
        return new Evaluation(
                loss,
                sequenceLoss,
                right,
                steps,
                decidingSteps,
                decidingLoss,
                margin,
                List.of(),
                judgement,
                LossSample.NONE);
    }

    private static Judgement judgement(Verdict verdict, double bits, StepsOutside outside) {
        int remembered = verdict == Verdict.REMEMBERS ? 1 : 0;
        JudgedForks forks = new JudgedForks(1, remembered);
        return new Judgement(verdict, bits, 0.5, 0.25, MemoryDistance.of(3), 0, forks, outside, JudgedPairs.NONE);
    }

    private static Verdict verdict(boolean isRight, double bits) {
        if (!isRight) {
            return Verdict.NOT_YET;
        }
        return bits >= Verdict.LEAST_BITS ? Verdict.REMEMBERS : Verdict.A_TRACE;
    }
}
