package lab.carousel.lesson;

import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Verdict;

/**
 * What came of a run.
 *
 * @param right number of steps predicted right
 * @param bits of the verdict; 0 where it has none
 * @param loss mean over the outputs
 */
public record LessonResult(Verdict verdict, int right, int steps, double bits, double loss) {

    public static LessonResult of(Evaluation evaluation) {
        double bits = evaluation.judgement().bits();
        return new LessonResult(
                evaluation.verdict(),
                evaluation.right(),
                evaluation.steps(),
                Double.isFinite(bits) ? bits : 0,
                evaluation.loss());
    }
}
