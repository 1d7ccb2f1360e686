package lab.carousel.model;

/** When hidden state and cell state go back to zero during training. */
public enum ResetPolicy {
    /** After every sequence (the reference). */
    AFTER_SEQUENCE,
    /** After every epoch: what is left of one sequence is there at the start of the next. */
    AFTER_EPOCH,
    NEVER,
    /** Before every step: the network is stateless and cannot remember anything, in training and in evaluation. */
    EVERY_STEP
}
