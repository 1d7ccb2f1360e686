package lab.carousel.model;

/** The order in which an epoch takes the sequences. */
public enum Order {
    /** As they are listed in the task (the reference). */
    AS_LISTED,
    /** Shuffled anew for every epoch, from the seed. */
    SHUFFLED
}
