package lab.carousel.model;

import lab.carousel.model.layout.NetworkState;

/**
 * Something done to a living network while a sequence is fed, to see what its parts are for. Each method may write into
 * the vectors of the state; units of layers are numbered as in {@link NetworkState}.
 */
public interface Operation {

    /** Nothing is done. */
    Operation NONE = new Operation() {};

    /**
     * Before a step, with the state that was carried there.
     *
     * @param step  counted from 0
     * @param state of all layers
     */
    default void beforeStep(int step, NetworkState state) {}

    /**
     * In a step, when a layer's gates have been computed and before they are used. LSTM's candidate is among them;
     * GRU's is not, since it needs the reset gate.
     *
     * @param step  counted from 0
     * @param state of all layers
     * @param layer counted from 0
     */
    default void onGates(int step, NetworkState state, int layer) {}

    /**
     * In a step, when a layer has its new state and before the next layer sees it.
     *
     * @param step  counted from 0
     * @param state of all layers
     * @param layer counted from 0
     */
    default void onState(int step, NetworkState state, int layer) {}
}
