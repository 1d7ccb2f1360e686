package lab.carousel.task.memory;

/** What makes a step unknowable; there can be a further obstacle behind it. */
public enum UnknowableReason {
    /** The task: equal also when read from the start of its sequence in one slot. */
    TASK,
    /** A network without a state. */
    NO_STATE,
    /** The state goes back to zero before every step. */
    RESET_EVERY_STEP,
    /** What tells it went to another slot of the batch. */
    SLOTS,
    /** The state never goes back to zero, so that nothing marks a beginning: equal also in one slot. */
    NO_BEGINNING
}
