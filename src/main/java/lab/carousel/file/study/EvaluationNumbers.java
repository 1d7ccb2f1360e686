package lab.carousel.file.study;

import java.nio.ByteBuffer;
import lab.carousel.model.verdict.Evaluation;

/** An evaluation as {@value #COUNT} numbers, without its judgement and the losses of its sequences. */
public final class EvaluationNumbers {

    /** How many numbers there are. */
    public static final int COUNT = 6;

    private EvaluationNumbers() {}

    /** Writes an evaluation. */
    public static void put(Evaluation evaluation, ByteBuffer buffer) {
        buffer.putDouble(evaluation.loss())
                .putDouble(evaluation.right())
                .putDouble(evaluation.steps())
                .putDouble(evaluation.decidingSteps())
                .putDouble(evaluation.decidingLoss())
                .putDouble(evaluation.margin());
    }
}
