package lab.carousel.task;

/** How large a task may be. */
public final class Limits {

    /** The fewest symbols in an alphabet. */
    public static final int MIN_SYMBOLS = 2;
    /** The most symbols in an alphabet. */
    public static final int MAX_SYMBOLS = 1_024;
    /** The longest symbol, in characters as a reader counts them. */
    public static final int MAX_SYMBOL_LENGTH = 32;
    /** The most sequences in a task. */
    public static final int MAX_SEQUENCES = 200;
    /** The fewest symbols in a sequence: one input and one target. */
    public static final int MIN_SEQUENCE_LENGTH = 2;
    /** The most symbols in a sequence. */
    public static final int MAX_SEQUENCE_LENGTH = 5_000;

    private Limits() {}
}
