package lab.carousel.model.telling;

import lab.carousel.task.memory.Carry;
import lab.carousel.task.memory.Feeding;

/**
 * What the answer at the end of a drawn sequence asks of a memory, by the rule of its source: the symbol that tells it is
 * known, and how far back it is.
 *
 * @param feeding how the sequence is fed
 */
public record DrawnAnswer(Feeding feeding) {

    /** Whether the sample of the last step has the symbol that tells the answer. */
    public boolean isAtStep(int distance) {
        return feeding.memoryless() ? distance == 0 : distance < feeding.lag();
    }

    /** Whether no sample has it that the slot of the last step was fed. */
    public boolean isUnseen(int lastStep, int distance) {
        if (isAtStep(distance)) {
            return false;
        }
        if (feeding.memoryless() || feeding.carry() == Carry.STEP) {
            return true;
        }
        for (int back = feeding.slots(); back <= lastStep - feeding.lag() + 1; back += feeding.slots()) {
            if (back <= distance && distance < back + feeding.lag()) {
                return false;
            }
        }
        return true;
    }
}
