package lab.carousel.task.memory;

/** How far the state is carried before it is reset to zero. */
public enum StateLifetime {
    /** Every step begins with a zero state. */
    STEP,
    SEQUENCE,
    EPOCH,
    FOREVER
}
