package lab.carousel.lesson;

import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Verdict;

/** A run made to its end in a lesson, from its seed, with the id of the step in which it ended. */
public record LessonRun(String step, Experiment experiment, int epoch, Result result) {

    /**
     * Result of a run.
     *
     * @param right number of steps predicted right
     * @param bits of the verdict; 0 where it has none
     * @param loss mean over the outputs
     */
    public record Result(Verdict verdict, int right, int steps, double bits, double loss) {

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
