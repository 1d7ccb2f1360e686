package lab.carousel.model.layout;

/** What has net inputs of its own in a cell: the gates, all sigmoid, and the candidate, tanh. */
public enum Gate {
    /** LSTM's input gate i: how much of the candidate is written. */
    INPUT,
    /** LSTM's forget gate f: how much of the cell state is kept. */
    FORGET,
    /** The candidate g: what would be written. */
    CANDIDATE,
    /** LSTM's output gate o: how much of the cell state is shown as hidden state. */
    OUTPUT,
    /** GRU's update gate z: how much of the hidden state is kept. */
    UPDATE,
    /** GRU's reset gate r: how much of U h goes into the candidate. */
    RESET
}
