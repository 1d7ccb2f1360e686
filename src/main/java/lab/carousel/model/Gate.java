package lab.carousel.model;

/**
 * The three gates and the candidate of an LSTM cell, in the order in which their columns stand in the parameters. This is
 * Keras's order i, f, c, o.
 */
public enum Gate {
    /** Input gate i: how much of the candidate is written. */
    INPUT,
    /** Forget gate f: how much of the cell state is kept. */
    FORGET,
    /** Candidate g: what would be written. */
    CANDIDATE,
    /** Output gate o: how much of the cell state is shown as hidden state. */
    OUTPUT;

    /** The number of gates, the candidate among them. */
    public static final int COUNT = 4;
}
