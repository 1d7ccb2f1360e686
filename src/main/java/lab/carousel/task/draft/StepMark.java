package lab.carousel.task.draft;

/** What a step asks of a memory. */
public enum StepMark {
    /** Nothing, or not known yet. */
    NONE,
    /** Deciding step: only something earlier tells what follows. */
    DECIDING,
    UNKNOWABLE
}
