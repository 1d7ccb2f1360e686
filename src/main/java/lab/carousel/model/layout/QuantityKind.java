package lab.carousel.model.layout;

/** Kinds of quantities, in the order in which they are listed. */
public enum QuantityKind {
    /** Carried from step to step. */
    STATE,
    GATE,
    CANDIDATE
}
