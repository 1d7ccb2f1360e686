package lab.carousel.engine.kernel;

import lab.carousel.model.layout.LayerLayout;

/** The part of a cell between its net inputs and its state, forward and backward; one for each kind of cell. */
interface Equations {

    /**
     * Turns net inputs into gates, and the state before (row {@code before}) into the one after (row {@code after}).
     *
     * @param memory of the layer
     * @param before the row of the step, and of the state before it
     * @param after  the row of the state after it
     */
    void forward(LayerMemory memory, int before, int after);

    /**
     * Turns the gates of a row into the gradients of its net inputs.
     *
     * @param dh in: the gradient of the hidden state after; out: that part of the gradient of the one before which
     *           does not go through the net inputs
     * @param dc the same for the cell state, if there is one
     */
    void backward(LayerMemory memory, int before, int after, double[] dh, double[] dc);

    /** The equations of a layer. */
    static Equations of(LayerLayout layout) {
        return switch (layout.cell()) {
            case LSTM -> new LstmEquations(layout);
            case GRU -> new GruEquations(layout);
            case RECURRENT, DENSE -> new TanhEquations();
        };
    }
}
