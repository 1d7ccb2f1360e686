package lab.carousel.ui.task;

import java.util.Optional;
import lab.carousel.study.ForkWords;
import lab.carousel.task.draft.StepMark;
import lab.carousel.task.memory.Fork;
import lab.carousel.task.memory.Memory;
import lab.carousel.task.memory.UnknowableStep;
import lab.carousel.text.Message;
import lab.carousel.ui.task.TaskMemory.Known;

/**
 * The steps of a sequence.
 *
 * @param sequence counted from 0
 * @param known    what is known of it; nothing while it differs from what was judged last
 */
record SequenceLine(int sequence, Optional<Known> known) {

    /** What a step asks; counted from 0. */
    StepMark mark(int step) {
        if (known.isEmpty()) {
            return StepMark.NONE;
        }
        Memory memory = known.get().memory();
        if (memory.isUnknowable(sequence, step)) {
            return StepMark.UNKNOWABLE;
        }
        return memory.isDeciding(sequence, step) ? StepMark.DECIDING : StepMark.NONE;
    }

    /** Why it is marked; empty if it is not. */
    String reason(int step) {
        return switch (mark(step)) {
            case NONE -> "";
            case DECIDING -> deciding(known.orElseThrow(), step);
            case UNKNOWABLE -> unknowable(known.orElseThrow(), step);
        };
    }

    private String deciding(Known found, int step) {
        Fork fork = found.memory().fork(found.memory().forkAt(sequence, step), TaskMemory.MOST_SYMBOLS);
        return ForkWords.asked(fork, found.experiment().task().alphabet());
    }

    private String unknowable(Known found, int step) {
        return found.memory().unknowable().stream()
                .filter(each -> each.sequence() == sequence && each.step() == step)
                .findFirst()
                .map((UnknowableStep each) -> Message.text("forks.why." + each.reason()))
                .orElse("");
    }
}
