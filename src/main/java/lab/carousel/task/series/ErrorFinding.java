package lab.carousel.task.series;

/** What is known of the first error beside the second. */
public enum ErrorFinding {
    BETTER,
    WORSE,
    EQUAL,
    /** The interval holds 0. */
    OPEN,
    TOO_FEW
}
