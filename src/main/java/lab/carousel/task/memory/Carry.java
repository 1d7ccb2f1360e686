package lab.carousel.task.memory;

/** How far a state is carried before it goes back to zero. */
public enum Carry {
    /** Not at all: each step begins with a zero state. */
    STEP,
    /** To the end of the sequence. */
    SEQUENCE,
    /** To the end of the epoch. */
    EPOCH,
    /** For ever, from epoch to epoch. */
    FOREVER
}
