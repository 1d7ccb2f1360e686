package lab.carousel.task;

import lab.carousel.task.MemorylessFloor.Loss;

/**
 * What is the least loss of the paper's tasks for a predictor that sees only the last symbols. At the last step x and y are
 * equally likely for one that does not see as far back as the first of them, and certain for one that does.
 */
final class PaperTaskFloor {

    private PaperTaskFloor() {}

    static MemorylessFloor of(PaperTask task, int symbolsSeen, ScoredSteps scored) {
        if (task.hasFewSequences()) {
            return MemorylessFloor.of(task.sample().toArray(int[][]::new), task.outputs(), symbolsSeen, scored);
        }
        double unseen = unseen(task, symbolsSeen);
        double softmax = unseen * StrictMath.log(2);
        double sigmoid = softmax * 2 / task.outputs();
        return new MemorylessFloor(symbolsSeen, new Loss(sigmoid, sigmoid), new Loss(softmax, softmax), 1 - unseen / 2);
    }

    /** The probability that what tells the answer is not among the last symbols. */
    private static double unseen(PaperTask task, int symbolsSeen) {
        if (task.kind() == PaperTask.Kind.RANDOM_GAP) {
            return symbolsSeen < task.p() ? 1 : 0;
        }
        // Seen with at most so many distractors beyond the first q: x or y, the distractors and e are the last symbols
        int more = symbolsSeen - 2 - task.q();
        return more < 0 ? 1 : StrictMath.pow(1 - PaperTask.END_PROBABILITY, more + 1);
    }
}
