package lab.carousel.model;

public enum Order {
    /** As they are listed in the task (the reference). */
    AS_LISTED,
    /** Shuffled anew for every epoch, from the seed. */
    SHUFFLED
}
