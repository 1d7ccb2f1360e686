package lab.carousel.model;

/** Where the symbol is that tells what follows at a step. */
public enum ClueKind {
    /** The current symbol, or those that are fed with it. */
    CURRENT,
    EARLIER,
    /** No symbol before: the step is at the beginning of the sequence. */
    BEGINNING,
    /** A symbol of a sequence before, whose state was carried here. */
    SEQUENCE_BEFORE,
    /** Nothing that was fed so far: more than one symbol can follow. */
    NOTHING,
    /** Nobody has looked: the step does not count, and there are too many of them. */
    UNTOLD
}
