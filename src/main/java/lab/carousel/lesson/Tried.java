package lab.carousel.lesson;

import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Verdict;

/**
 * A run that was made to its end in a lesson.
 *
 * @param step       the id of the step in which it ended
 * @param experiment what was trained, from its seed
 * @param epoch      how far
 * @param result     what came of it
 */
public record Tried(String step, Experiment experiment, int epoch, Result result) {

    /**
     * What came of a run.
     *
     * @param verdict on its network
     * @param right   steps predicted right
     * @param steps   of so many
     * @param bits    of the verdict; 0 where it has none
     * @param loss    as a mean over the outputs
     */
    public record Result(Verdict verdict, int right, int steps, double bits, double loss) {

        /** The result of an evaluation. */
        public static Result of(Evaluation evaluation) {
            double bits = evaluation.judgement().bits();
            return new Result(
                    evaluation.verdict(),
                    evaluation.right(),
                    evaluation.steps(),
                    Double.isFinite(bits) ? bits : 0,
                    evaluation.loss());
        }
    }
}
