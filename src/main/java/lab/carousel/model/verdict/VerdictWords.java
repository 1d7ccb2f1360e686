package lab.carousel.model.verdict;

import lab.carousel.task.MemorylessFloor;
import lab.carousel.text.Message;

/**
 * A verdict in plain language.
 *
 * @param headline a word or two
 * @param reason   a sentence or two with the numbers that led to it
 */
public record VerdictWords(String headline, String reason) {

    /** The verdict on an evaluation, given the memoryless floor (m = 1) of the same task and output. */
    public static VerdictWords of(Evaluation evaluation, MemorylessFloor.Loss floor) {
        Verdict verdict = Verdict.of(evaluation, floor);
        String key = "verdict." + verdict.name();
        return new VerdictWords(
                Message.text(key + ".headline"),
                Message.text(
                        key + ".reason",
                        evaluation.right(),
                        evaluation.steps(),
                        evaluation.decidingLoss(),
                        floor.deciding(),
                        Verdict.SHARE_OF_FLOOR * floor.deciding(),
                        evaluation.margin()));
    }
}
