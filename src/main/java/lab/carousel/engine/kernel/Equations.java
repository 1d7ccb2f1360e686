package lab.carousel.engine.kernel;

import lab.carousel.model.layout.LayerLayout;

/** The part of a cell between its net inputs and its state, forward and backward; as the
 * {@link lab.carousel.model.layout.Cell} declares it. */
interface Equations {

    /**
     * From net inputs and the state before to gates and the state after.
     *
     * @param memory of the layer; in: {@code net} (gH), {@code recurrentNet[row]} (gH), {@code h[row]} (H),
     *               {@code c[row]} (C); out: {@code gates[row]} (gH), {@code h[after]} (H), {@code c[after]} and
     *               {@code tanhC[after]} (C)
     * @param row    the row of the step, and of the state before it
     * @param after  the row of the state after it
     */
    void forward(LayerMemory memory, int row, int after);

    /**
     * From the gradient of the state after to that of the net inputs and of the state before.
     *
     * @param memory of the layer; in: all of the forward pass, {@code dh[row]} (H) and {@code dcSent[after]} (C); out:
     *               {@code dNet[row]} and {@code dRecurrentNet[row]} (gH), {@code dPeepholes[row]} (pH), {@code dc[row]} and {@code dcSent[row]} (C), and
     *               in {@code dhSent[row]} (H) what does not go through the net inputs
     */
    void backward(LayerMemory memory, int row, int after);

    /**
     * The loop of the layer's cell, where it has one.
     *
     * @param peepholes (pH)
     */
    static Equations of(LayerLayout layout, double[] peepholes) {
        return switch (layout.cell()) {
            case LSTM -> new LstmEquations(layout);
            case GRU -> new GruEquations(layout);
            case RECURRENT, DENSE -> new TanhEquations();
            default -> new TapeEquations(layout, peepholes);
        };
    }
}
