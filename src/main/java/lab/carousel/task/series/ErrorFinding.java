package lab.carousel.task.series;

/** What is known of the first error beside the second. */
public enum ErrorFinding {
    BETTER,
    WORSE,
    /** Its mean is not shown to be larger, but it is the farther one in more than half of the steps. */
    FARTHER,
    EQUAL,
    /** The interval holds 0. */
    OPEN,
    TOO_FEW
}
