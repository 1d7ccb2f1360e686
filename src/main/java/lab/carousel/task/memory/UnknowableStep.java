package lab.carousel.task.memory;

/** A step with the context of another one but another target. Sequence and step are counted from 0. */
public record UnknowableStep(int sequence, int step, Reason reason) {

    /** What makes a step unknowable, and so what would mend it. */
    public enum Reason {
        /** The task: equal also when read from the start of its sequence in one slot. A first symbol of its own mends it. */
        TASK,
        /** A network without a state. A cell that has one mends it. */
        NO_STATE,
        /** The state goes back to zero before every step. A reset after each sequence mends it. */
        RESET_EVERY_STEP,
        /** What tells it went to another slot of the batch. A batch size of 1 mends it. */
        SLOTS,
        /** The state never goes back to zero, so that nothing marks a beginning. A reset after each sequence mends it. */
        NO_BEGINNING
    }
}
