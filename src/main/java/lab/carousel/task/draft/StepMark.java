package lab.carousel.task.draft;

/** What a step asks of a memory. */
public enum StepMark {
    /** Nothing, or it is not known yet. */
    NONE,
    /** It is a deciding step: only something earlier tells what follows. */
    DECIDING,
    /** Nobody can know what follows. */
    UNKNOWABLE
}
