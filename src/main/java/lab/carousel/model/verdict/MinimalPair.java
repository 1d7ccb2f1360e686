package lab.carousel.model.verdict;

import java.util.stream.Stream;
import lab.carousel.task.Step;
import lab.carousel.task.Steps;
import lab.carousel.task.Twin;

/** A test sequence and its twin. */
public record MinimalPair(Steps sequence, Twin twin) {

    public Stream<Steps> both() {
        return Stream.of(sequence, twin.steps());
    }

    /** How far back the clue is from the last answer. */
    int distance() {
        return twin.lastAnswer() - twin.clue();
    }

    /** How many steps there are from the one that feeds the clue to the last answer; the first with a whole lag. */
    int steps(int lag) {
        return twin.lastAnswer() + 1 - Math.max(twin.clue(), lag - 1);
    }

    /** The step of the last answer, in the sequence, which is 0, or in the twin, which is 1. */
    public Step answer(int side) {
        Steps steps = side == 0 ? sequence : twin.steps();
        return steps.step(side, twin.lastAnswer());
    }
}
